// The history of breaches 历史: what stood, from when to when, how it was at first and at last.
import type { WireBreach, WireBreaches } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'antd'
import { call } from '../api/call.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { figure, quantityText } from '../format/quantity.ts'
import { StackingTable } from '../list/stacking-table.tsx'
import type { Say } from '../words/locale.ts'
import { useSay, useToldAt } from '../words/words.tsx'

export function BreachHistory({ id }: { id: string }): ReactNode {
  const say = useSay()
  const told = useToldAt()
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['standard-breaches', id],
    queryFn: ({ signal }) => call<WireBreaches>(`/standards/${id}/breaches`, { signal }),
    enabled: open,
  })
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
            ? say('每夜核查一次，第一次核查之后这里就有记录。', 'Checked once a night; the first night fills this.')
            : say(`${data.from ?? ''} 至 ${data.asOf} 每日核查，没有发现不符合的。`, `Checked every day from ${data.from ?? ''} to ${data.asOf}; nothing was in breach.`)}
        </p>
      ) : (
        <div className="hq-lines-scroll">
          <StackingTable
            label={say('不符合的历史', 'History of breaches')}
            rows={data.rows}
            keyOf={({ subject, since }) => `${subject.id}${since}`}
            columns={[
              {
                title: say('对象', 'Subject'), heads: true,
                cell: ({ subject, site, opens }) => (
                  <>
                    {opens === null ? subject.name : <ConsoleLink to={opens}>{told(opens, subject.name)}</ConsoleLink>}
                    {site && site.name !== subject.name && <span className="hq-secondary hq-small"> {site.name}</span>}
                  </>
                ),
              },
              { title: say('自', 'Since'), cell: ({ since, orOlder }) => (orOlder ? say(`${since} 或更早`, `${since} or earlier`) : since) },
              { title: say('至', 'Until'), cell: ({ ended, lastSeen }) => (ended === null ? <StateTag tone="overdue">{say('仍不符合', 'still')}</StateTag> : lastSeen) },
              { title: say('天数', 'Days'), className: 'hq-end', cell: ({ days }) => figure(days) },
              { title: say('当初', 'At first'), className: 'hq-end', cell: ({ atFirst }) => measured(atFirst, say) },
              { title: say('最近', 'At last'), className: 'hq-end', cell: ({ atLast }) => measured(atLast, say) },
            ]}
          />
        </div>
      ))}
    </section>
  )
}
function measured({ measured: value, unit }: WireBreach['atLast'], say: Say): string {
  return value ? quantityText(value, { unit }, say) : '—'
}
