// The history of breaches 历史: what stood, from when to when, how it was at first and at last.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'antd'
import { call } from '../api/call.ts'
import type { BreachHistory as History } from '../api/wire.ts'
import { Fault } from '../blocks/error-boundary.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { figure, measuredText } from '../format/quantity.ts'
import type { Say } from '../words/locale.ts'
import { useSay } from '../words/words.tsx'

export function BreachHistory({ id }: { id: string }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['standard-breaches', id],
    queryFn: ({ signal }) => call<History>(`/standards/${id}/breaches`, { signal }),
    enabled: open,
  })
  const heads = { what: say('对象', 'Subject'), since: say('自', 'Since'), until: say('至', 'Until'), days: say('天数', 'Days'), atFirst: say('当初', 'At first'), atLast: say('最近', 'At last') }
  return (
    <section className="hq-panel hq-stack" aria-label={say('不符合的历史', 'History of breaches')}>
      <div className="hq-row hq-grow">
        <h2>{say('不符合的历史', 'History of breaches')}</h2>
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? say('收起', 'Close') : say('看历史', 'Show it')}
        </Button>
      </div>
      {open && error && <Fault error={error} onRetry={() => void refetch()} />}
      {open && !error && !data && <Waiting />}
      {open && data && (data.rows.length === 0 ? (
        <p className="hq-secondary">
          {data.asOf === null
            ? say('每夜核查一次,第一次核查之后这里就有记录。', 'Checked once a night; the first night fills this.')
            : say(`${data.from ?? ''} 至 ${data.asOf} 每日核查,没有发现不符合的。`, `Checked every day from ${data.from ?? ''} to ${data.asOf}; nothing was in breach.`)}
        </p>
      ) : (
        <div className="hq-lines-scroll">
          <table className="hq-table hq-stacking">
            <thead>
              <tr>
                <th scope="col">{heads.what}</th>
                <th scope="col">{heads.since}</th>
                <th scope="col">{heads.until}</th>
                <th scope="col" className="hq-end">{heads.days}</th>
                <th scope="col" className="hq-end">{heads.atFirst}</th>
                <th scope="col" className="hq-end">{heads.atLast}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={`${row.subject.id}${row.since}`}>
                  <th scope="row" data-title={heads.what}>
                    {row.subject.name}
                    {row.site && row.site.name !== row.subject.name && <span className="hq-secondary hq-small"> {row.site.name}</span>}
                  </th>
                  <td data-title={heads.since}>
                    {row.orOlder ? say(`${row.since} 或更早`, `${row.since} or earlier`) : row.since}
                  </td>
                  <td data-title={heads.until}>{row.ended === null ? <StateTag tone="overdue">{say('仍不符合', 'still')}</StateTag> : row.lastSeen}</td>
                  <td className="hq-end" data-title={heads.days}>{figure(row.days)}</td>
                  <td className="hq-end" data-title={heads.atFirst}>{measured(row.atFirst, say)}</td>
                  <td className="hq-end" data-title={heads.atLast}>{measured(row.atLast, say)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  )
}
function measured({ measured: value, unit }: History['rows'][number]['atLast'], say: Say): string {
  return value ? measuredText(value, unit, say) : '—'
}
