// The standards 依据: every rule the house checks, with what it means.
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
import { pathOfStandard } from '../parts/paths.ts'
import { useNames, useSay } from '../words/words.tsx'
import { useDeclaredStandard } from './use-declared-standard.ts'

export function StandardList(): ReactNode {
  const say = useSay()
  const names = useNames()
  const declared = useDeclaredStandard()
  const { data, error, refetch } = useQuery(standardsQuery)
  const title = say('依据', 'Standards')
  return (
    <>
      <PageHead title={title} />
      {error && !data ? (
        <Fault error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.rows.length === 0 ? (
        <Empty title={say('还没有依据', 'No standards yet')}>{say('子系统声明的规定会出现在这里。', 'What the subsystems declare will appear here.')}</Empty>
      ) : (
        <ul className="hq-cards">
          {data.rows.map((standard) => (
            <li key={standard.id}>
              <RowCard
                to={pathOfStandard(standard.id)}
                card={{
                  title: names.of(declared(standard.id) ?? standard),
                  ...(standard.standing && {
                    state: standard.standing.breaches > 0
                      ? <StateTag tone="overdue">{say(`${figure(standard.standing.breaches)} 项不符合`, `${figure(standard.standing.breaches)} in breach`)}</StateTag>
                      : <StateTag tone="done">{say('都符合', 'all in order')}</StateTag>,
                  }),
                  facts: [...new Set(standard.parameters.map(({ cite }) => cite.text))].slice(0, 2).map((text) => ({ label: say('依据', 'Source'), value: text })),
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
