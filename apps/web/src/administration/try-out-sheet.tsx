// 试连: what the provider says of itself, each finding in words, and the address to register there.
import { call, Fault, Sheet, StateTag, useSay, Waiting } from '@houqin/web-kit'
import type { TagTone, TriedProvider } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ProviderRow } from './provider-sheet.tsx'

const tones: Readonly<Record<TriedProvider['findings'][number]['tone'], TagTone>> = { good: 'done', doubt: 'waiting', bad: 'overdue' }

export function TryOutSheet({ row, onClose }: { row: ProviderRow; onClose: () => void }): ReactNode {
  const say = useSay()
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['identity', 'try', row.id, row.version], gcTime: 0, queryFn: () => call<TriedProvider>(`/identity/providers/${row.id}/try`, { method: 'POST', body: {} }),
  })
  const words = { good: say('好', 'Good'), doubt: say('注意', 'Note'), bad: say('不行', 'Wrong') }
  return (
    <Sheet title={say(`试连${row.title}`, `Try ${row.title}`)} onClose={onClose}>
      {error ? (
        <Fault error={error} onRetry={() => void refetch()} />
      ) : !data || isFetching ? (
        <Waiting lines={4} />
      ) : (
        <div className="hq-stack">
          <ul className="hq-plain-rows">
            {data.findings.map(({ tone, says }) => (
              <li key={says}>
                <StateTag tone={tones[tone]}>{words[tone]}</StateTag> {says}
              </li>
            ))}
          </ul>
          <p className="hq-anywhere">
            {say('请在统一身份平台登记这个回调地址：', 'Register this redirect address there: ')}
            <code>{data.redirect}</code>
          </p>
        </div>
      )}
    </Sheet>
  )
}
