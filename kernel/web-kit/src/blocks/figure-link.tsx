// A figure that opens its rows: what is counted, how much, of what unit.
import type { ReactNode } from 'react'
import { useWhole } from '../site/use-site.ts'
import { ConsoleLink } from './console-link.tsx'

export function FigureLink({ label, value, unit, to, tone }: {
  label: string
  /** Already written for people. */
  value: string
  unit?: string
  to: string
  tone?: 'overdue' | 'soon'
}): ReactNode {
  const whole = useWhole()
  return (
    <ConsoleLink to={whole(to)} className="hq-figure" data-tone={tone}>
      <span className="hq-secondary hq-small">{label}</span>
      <span className="hq-figure-value hq-figures">
        {value}
        {unit && <span className="hq-figure-unit"> {unit}</span>}
      </span>
    </ConsoleLink>
  )
}
