// Asking for something: the derived form of a matter, filled in as far as the address knows.
import type { Matter } from '@houqin/define'
import type { WireMatter } from '@houqin/wire'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCan, useMe } from '../api/me.ts'
import { WhoDecides } from '../approval/who-decides.tsx'
import { useGo } from '../blocks/console-link.tsx'
import { Empty } from '../blocks/empty.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { useToast } from '../blocks/toast.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { useKnown } from '../fields/use-known.ts'
import { RecordForm } from '../fields/record-form.tsx'
import type { Inputs } from '../fields/record-form.tsx'
import { callOrKeep, keptWords } from '../offline/call-or-keep.ts'
import { pathOfMatter, pathOfNumber } from '../parts/paths.ts'
import { useNames, useSay } from '../words/words.tsx'

export function MatterStart({ matter, inputs }: { matter: Matter; inputs?: Inputs }): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const can = useCan(matter.id)
  const { account } = useMe()
  const toast = useToast()
  const client = useQueryClient()
  const known = useKnown(matter.form, matter.id)
  const title = names.of(matter)
  const head = <PageHead title={title} back={{ to: pathOfMatter(matter.id), title: say('全部', 'All') }} />
  if (!can('start'))
    return (
      <>
        {head}
        <Empty title={say('您不能提出这类事项', 'You may not ask for this')}>{say('需要时请找本单位联络员。', 'Ask your organ’s liaison if you need it.')}</Empty>
      </>
    )
  if (!known) return <Waiting />
  return (
    <div className="hq-narrow">
      {head}
      <div className="hq-panel">
        <RecordForm
          owner={matter.id}
          fields={matter.form}
          start={known}
          draftKey={`start.${matter.id}`}
          issuesUnder="input."
          hintsOf={{ matter, at: 'start' }}
          submit={say('提交', 'Send')}
          {...(inputs && { inputs })}
          mayWait
          onSend={async ({ values, held, idempotencyKey }) => {
            const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
            const started = await callOrKeep<WireMatter>(`/matters/${matter.id}`, { account, idempotencyKey, body: { input }, files: held, title, page: pathOfMatter(matter.id) })
            if (!started) {
              toast({ says: keptWords(say) })
              return go('/waiting', { replace: true })
            }
            for (const stale of [['inbox'], ['matters', matter.id]]) void client.invalidateQueries({ queryKey: stale })
            toast({ says: say(`已提交，单号 ${started.number}`, `Sent as ${started.number}`) })
            go(pathOfNumber(matter.id, started.number), { replace: true })
          }}
        >
          {({ entries }) => <WhoDecides matter={matter} entries={entries} />}
        </RecordForm>
      </div>
    </div>
  )
}
