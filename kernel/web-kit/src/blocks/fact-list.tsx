// Facts: a label and what is so, two columns at the desk, one under the other on a telephone.
import type { ReactNode } from 'react'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
  /** Takes the whole width: long text, photographs. */
  readonly wide?: boolean
}

export function FactList({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="hq-facts">
      {facts.map(({ label, value, wide }) => (
        <div key={label} className={wide ? 'hq-fact hq-fact-wide' : 'hq-fact'}>
          <dt>{label}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  )
}
