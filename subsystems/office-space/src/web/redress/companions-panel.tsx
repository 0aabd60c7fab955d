// 牵连的整改: on the page of one under way, the others whose moves touch the same rooms, and the button that concludes all of them at once.
import { call, ConsoleLink, pathOfMatter, ProblemError, ProblemNotice, useNames, useSay, useToast } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { redress } from '../../contract/index.ts'
import type { Companion } from '../../contract/answers.ts'

export function Fill({ matter }: { matter: WireMatter }): ReactNode {
  const say = useSay()
  const names = useNames()
  const toast = useToast()
  const client = useQueryClient()
  const concludes = matter.steps.some(({ step }) => step === 'conclude')
  const { data } = useQuery({
    queryKey: ['office-space', 'companions', matter.number, matter.version], enabled: concludes,
    queryFn: ({ signal }) => call<{ rows: readonly Companion[] }>(`/office-space/redress/${matter.number}/companions`, { signal }),
  })
  const together = useMutation({
    mutationFn: (matters: readonly { number: string; version: number }[]) => call('/office-space/redress/together', { method: 'POST', body: { matters } }),
    onSuccess: () => {
      toast({ says: say('已一起办结，座位和分配随之更新。', 'Concluded together; seats and allotments follow.') })
      void client.invalidateQueries()
    },
  })
  if (!concludes || !data || data.rows.length === 0) return null
  const all = [{ number: matter.number, version: matter.version }, ...data.rows.map(({ number, version }) => ({ number, version }))]
  return (
    <section className="hq-panel hq-stack" aria-label={say('互相牵连的整改', 'Hangs together with')}>
      <h2>{say(`互相牵连的整改 ${data.rows.length} 件`, `${data.rows.length} that hang together with it`)}</h2>
      <p className="hq-secondary">{say('对调、补位的几个人要一起动：单独办结一件，另一半没有动，台账会不符合。', 'Who swap or fill a room together move together: concluded alone, the ledger would not comply while the other half stands.')}</p>
      <ul className="hq-plain-rows">
        {data.rows.map(({ number, subject }) => <li key={number}><ConsoleLink to={`${pathOfMatter(redress.id)}/${number}`}>{number} {names.told(subject, redress)}</ConsoleLink></li>)}
      </ul>
      <div className="hq-row">
        <Button type="primary" size="large" loading={together.isPending} onClick={() => together.mutate(all)}>{say(`一起办结 ${all.length} 件`, `Conclude ${all.length} together`)}</Button>
      </div>
      {together.error instanceof ProblemError && <ProblemNotice problem={together.error} />}
    </section>
  )
}
