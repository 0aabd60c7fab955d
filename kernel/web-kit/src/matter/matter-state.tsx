// The state of a matter in its colour, which the deadline may change.
import type { MatterSummary } from '@houqin/wire'
import type { ReactNode } from 'react'
import { dueTone } from '../blocks/due-text.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { useNow } from '../clock.ts'
import { useHouse } from '../parts/house.tsx'
import { useNames } from '../words/words.tsx'

export function MatterState({ of }: { of: Pick<MatterSummary, 'matter' | 'state' | 'tone' | 'dueAt' | 'overdue' | 'closedAt' | 'stateTitle'> }): ReactNode {
  const now = useNow()
  const names = useNames()
  const house = useHouse()
  const over = of.tone === 'done' || of.tone === 'stopped' || of.closedAt !== null
  const due = over || of.dueAt === null ? 'later' : dueTone({ dueAt: of.dueAt, now, over: of.overdue })
  const declared = house.matter(of.matter)?.states[of.state]
  return <StateTag tone={due === 'later' ? of.tone : due}>{names.of(declared ?? { title: of.stateTitle })}</StateTag>
}
export function isOver(of: Pick<MatterSummary, 'tone' | 'closedAt'>): boolean {
  return of.closedAt !== null || of.tone === 'done' || of.tone === 'stopped'
}
