// The standards 依据: every rule the house checks, with what it means.
import type { StandardAnswer } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { standardsQuery } from '../api/queries.ts'
import { Empty } from '../blocks/empty.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { figure } from '../format/quantity.ts'
import { RowCard } from '../list/list-cards.tsx'
import { useHouse } from '../parts/house.tsx'
import { pathOfStandard } from '../parts/paths.ts'
import { useNames, useSay, useWordsOf } from '../words/words.tsx'

export function StandardList(): ReactNode {
  const say = useSay()
  const names = useNames()
  const { parts } = useHouse()
  const { data, error, refetch } = useQuery(standardsQuery)
  const title = say('依据', 'Standards')
  if (error && !data) return <><PageHead title={title} /><Fault error={error} onRetry={() => void refetch()} /></>
  if (!data) return <><PageHead title={title} /><Waiting /></>
  const groups = Map.groupBy(data.rows, ({ id }) => id.split('.')[0] ?? '')
  return (
    <div className="hq-stack">
      <PageHead title={title} beside={say(`${data.rows.length} 项`, `${data.rows.length}`)} />
      {data.rows.length === 0 && <Empty title={say('还没有依据', 'No standards yet')}>{say('子系统声明的规定会出现在这里。', 'What the subsystems declare will appear here.')}</Empty>}
      {parts.flatMap(({ subsystem }) => {
        const rows = groups.get(subsystem.id)
        return rows ? [<Group key={subsystem.id} title={say(subsystem.title, names.phrase(subsystem.title))} rows={rows} />] : []
      })}
    </div>
  )
}

/** Those in breach first: they are what somebody comes for. */
function Group({ title, rows }: { title: string; rows: readonly StandardAnswer[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  useWordsOf(...rows.map(({ id }) => id))
  const { standard: declared } = useHouse()
  const sorted = rows.toSorted((a, b) => (b.standing?.breaches ?? 0) - (a.standing?.breaches ?? 0))
  return (
    <section aria-label={title}>
      <h2 className="hq-below">{title} <span className="hq-secondary hq-small">{rows.length}</span></h2>
      <ul className="hq-cards">
        {sorted.map((standard) => {
          const known = declared(standard.id)
          const sources = [...new Set(standard.parameters.map(({ cite }) => cite.text))].slice(0, 2)
          return (
            <li key={standard.id}>
              <RowCard
                to={pathOfStandard(standard.id)}
                card={{
                  title: names.of(known ?? standard),
                  ...(standard.standing && { state: <Standing {...standard.standing} /> }),
                  facts: sources.length > 0 ? [{ label: say('依据', 'Source'), value: sources.join(say('；', '; ')) }] : [],
                }}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Standing({ breaches, behind }: NonNullable<StandardAnswer['standing']>): ReactNode {
  const say = useSay()
  if (breaches > 0) return <StateTag tone="overdue">{say(`${figure(breaches)} 项不符合`, `${figure(breaches)} in breach`)}</StateTag>
  return behind ? <StateTag tone="running">{say('正在核查', 'being checked')}</StateTag> : <StateTag tone="done">{say('都符合', 'all in order')}</StateTag>
}
