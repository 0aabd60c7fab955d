// 超期在谁手里: what is open past its deadline, by kind and holder, those who have the most first.
import { BoardLines, BoardPanel, ConsoleLink, DueText, figure, useHolds, useSay } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { overdueQuery } from '../goals-query.ts'
import { readers } from '../readers.ts'
import './board.css'

export function Fill(): ReactNode {
  return useHolds(readers) && <Overdue />
}

function Overdue(): ReactNode {
  const say = useSay()
  const read = useQuery(overdueQuery)
  return (
    <BoardPanel
      title={say('超期在谁手里', 'Overdue, and whose')}
      read={read}
      beside={({ rows }) => {
        const all = rows.reduce((sum, { count }) => sum + count, 0)
        return say(`共 ${figure(all)} 件`, `${figure(all)} in all`)
      }}
    >
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="hq-secondary">{say('没有超期的事。到了时限还没办的，会按经办人列在这里。', 'Nothing is overdue. What is open past its deadline will stand here by whoever holds it.')}</p>
        ) : (
          <BoardLines most={6}>
            {rows.map(({ matter, title, holder, count, since, opens }) => (
              <ConsoleLink key={`${matter} ${holder}`} to={opens} className="hq-board-line go-overdue">
                <span className="go-overdue-who">{holder || say('无人经办', 'nobody')}</span>
                <span className="hq-secondary">{title}</span>
                <span className="hq-figures go-overdue-count">{say(`${figure(count)} 件`, figure(count))}</span>
                <span className="go-overdue-since">
                  <DueText dueAt={since} />
                </span>
              </ConsoleLink>
            ))}
          </BoardLines>
        )
      }
    </BoardPanel>
  )
}
