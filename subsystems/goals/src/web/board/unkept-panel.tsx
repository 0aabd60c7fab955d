// 哪些规定还不符合: which standards are not kept today; those that are kept are only counted.
import { BoardLines, BoardPanel, ConsoleLink, figure, pathOfStandard, standardsQuery, StateTag, useHolds, useHouse, useNames, useSay } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { readers } from '../readers.ts'
import './board.css'

export function Fill(): ReactNode {
  return useHolds(readers) && <Unkept />
}

function Unkept(): ReactNode {
  const say = useSay()
  const names = useNames()
  const { standard } = useHouse()
  const read = useQuery(standardsQuery)
  return (
    <BoardPanel title={say('哪些规定还不符合', 'Standards not kept')} read={read} more={{ to: '/standards', title: say('全部', 'All') }}>
      {({ rows }) => {
        const nightly = rows.filter(({ standing }) => standing)
        const checked = nightly.filter(({ standing }) => !standing?.behind)
        const behind = nightly.length - checked.length
        const unkept = checked.flatMap(({ id, title, standing }) => (standing && standing.breaches > 0 ? [{ id, title, breaches: standing.breaches }] : [])).toSorted((a, b) => b.breaches - a.breaches)
        const kept = checked.length - unkept.length
        return (
          <>
            <BoardLines to="/standards">
              {unkept.map(({ id, title, breaches }) => (
                <ConsoleLink key={id} to={pathOfStandard(id)} className="hq-board-line">
                  <span>{names.of(standard(id) ?? { title })}</span>
                  <StateTag tone="overdue">{say(`${figure(breaches)} 项不符合`, `${figure(breaches)} in breach`)}</StateTag>
                </ConsoleLink>
              ))}
            </BoardLines>
            <p className="hq-secondary hq-small go-kept">
              {behind < nightly.length && say(`逐日核查 ${nightly.length} 项规定，其余 ${kept} 项符合。`, `${nightly.length} standards are checked every night, ${kept} of them ${kept === 1 ? 'is' : 'are'} kept. `)}
              {behind > 0 && say(`还有 ${behind} 项正在从 90 天前逐日核查，查完即列出。`, `${behind} are still being checked day by day from 90 days ago, and are listed when that is done.`)}
            </p>
          </>
        )
      }}
    </BoardPanel>
  )
}
