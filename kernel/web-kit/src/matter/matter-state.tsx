// The state of a matter in its colour, which the deadline may change; while a step of it is approved it says so instead.
import type { MatterSummary } from '@houqin/wire'
import type { ReactNode } from 'react'
import { dueTone } from '../blocks/due-text.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { useNow } from '../clock.ts'
import { useHouse } from '../parts/house.tsx'
import { useNames, useSay } from '../words/words.tsx'

export function MatterState({ of }: { of: Pick<MatterSummary, 'matter' | 'state' | 'tone' | 'approving' | 'dueAt' | 'overdue' | 'closedAt' | 'stateTitle'> }): ReactNode {
  const now = useNow()
  const text = useStateText()
  const over = isOver(of)
  const due = over || of.dueAt === null ? 'later' : dueTone({ dueAt: of.dueAt, now, over: of.overdue })
  const approving = of.approving && !over
  return <StateTag tone={due !== 'later' ? due : approving ? 'running' : of.tone}>{text({ ...of, approving })}</StateTag>
}
/** The same in words alone. */
export function useStateText(): (of: Pick<MatterSummary, 'matter' | 'state' | 'approving' | 'stateTitle'>) => string {
  const names = useNames()
  const say = useSay()
  const house = useHouse()
  return ({ matter, state, approving, stateTitle }) => (approving ? say('审批中', 'Being approved') : names.of(house.matter(matter)?.states[state] ?? { title: stateTitle }))
}
export function isOver(of: Pick<MatterSummary, 'tone' | 'closedAt'>): boolean {
  return of.closedAt !== null || of.tone === 'done' || of.tone === 'stopped'
}
