// The figures of a panel 面板的数, side by side; each opens what it was counted from.
import type { Matter } from '@houqin/define'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { queryText } from '../api/call.ts'
import { countQuery } from '../api/queries.ts'
import type { ListQuery } from '../api/queries.ts'
import { FigureLink } from '../blocks/figure-link.tsx'
import { figure } from '../format/quantity.ts'
import { pathOfMatter } from '../parts/paths.ts'

export function BoardFigures({ children }: { children: ReactNode }): ReactNode {
  return <div className="hq-board-figures">{children}</div>
}

/** How many matters of a kind there are. @param tone where there are any. */
export function MatterFigure({ matter, where, label, unit, tone }: { matter: Matter; where: ListQuery; label: string; unit?: string; tone?: 'overdue' | 'soon' }): ReactNode {
  const { data } = useQuery(countQuery(matter.id, where))
  return (
    <FigureLink
      label={label}
      value={data === undefined ? '—' : figure(data)}
      to={`${pathOfMatter(matter.id)}${queryText(where)}`}
      {...(unit && { unit })}
      {...(tone && data !== undefined && data > 0 && { tone })}
    />
  )
}
