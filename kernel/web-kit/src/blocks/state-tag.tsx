// A state in its colour, the same everywhere: grey draft, blue running, amber due soon, red overdue, green done.
import type { ReactNode } from 'react'
import type { Tone } from '../api/wire.ts'

export type TagTone = Tone | 'soon' | 'overdue'

export function StateTag({ tone, children }: { tone: TagTone; children: ReactNode }): ReactNode {
  return (
    <span className="hq-tag" data-tone={tone}>
      {children}
    </span>
  )
}
