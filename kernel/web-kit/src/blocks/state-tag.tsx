// A state in its colour, the same everywhere: grey draft, blue running, amber due soon, red overdue, green done.
import type { Tone } from '@houqin/wire'
import type { ReactNode } from 'react'

export type TagTone = Tone | 'soon' | 'overdue'

export function StateTag({ tone, children }: { tone: TagTone; children: ReactNode }): ReactNode {
  return (
    <span className="hq-tag" data-tone={tone}>
      {children}
    </span>
  )
}
