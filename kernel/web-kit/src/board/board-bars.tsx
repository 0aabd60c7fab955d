// Bars of a panel 面板的条形: from zero, on one scale, with what they say written beside them; what is overdue of a bar is its red beginning.
import type { ReactNode } from 'react'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { BoardLines } from './board-lines.tsx'

interface Amount {
  readonly value: number
  /** As it is written for people, with its unit. */
  readonly says: string
  /** Its rows. */
  readonly to: string
}
export interface BoardBar extends Amount {
  readonly key: string
  readonly name: string
  /** Of it; left out where there is none. */
  readonly overdue?: Amount
}

/** @param to opens them all. */
export function BoardBars({ bars, most = 8, to }: { bars: readonly BoardBar[]; most?: number; to?: string }): ReactNode {
  const longest = Math.max(1, ...bars.map(({ value }) => value))
  const share = (value: number): string => `${(100 * value) / longest}%`
  return (
    <BoardLines most={most} {...(to !== undefined && { to })}>
      {bars.map(({ key, name, value, says, to: opens, overdue }) => (
        <div key={key} className="hq-board-bar">
          <span className="hq-board-name">{name}</span>
          <span className="hq-board-track" aria-hidden="true">
            <span style={{ width: share(value) }} />
            {overdue && <span data-tone="overdue" style={{ width: share(overdue.value) }} />}
          </span>
          <span className="hq-board-says hq-figures">
            <ConsoleLink to={opens}>{says}</ConsoleLink>
            {overdue && (
              <ConsoleLink to={overdue.to} className="hq-danger">
                {overdue.says}
              </ConsoleLink>
            )}
          </span>
        </div>
      ))}
    </BoardLines>
  )
}
