// Slots 插槽 of the console's own pages, which any subsystem may fill.
import { defineSlot } from '@houqin/define'
import type { Matter, Register, Slot } from '@houqin/define'
import type { WireMatter, WireRow } from '@houqin/wire'
import type { ShowMarks } from '../plan/plan-layers.tsx'

/** The first screen of staff, between what one may ask for and one's matters. */
export const staffHome = defineSlot<{ readonly person: string | null }>()('console.staff-home')
/** The first screen of officers, under the totals. */
export const officerHome = defineSlot<{ readonly person: string | null }>()('console.officer-home')
/** Across the head of the board 看板: the few figures that all the rest is held against. */
export const boardHead = defineSlot<object>()('console.board-head')
/**
 * A panel of the board: on the leader's page and on the wall `/screen`, the same. Its filler shows a `BoardPanel`, or nothing to whom it has
 * nothing to show; panels stand in the order of the subsystems, and how large is for the page to say where they stand.
 */
export const board = defineSlot<object>()('console.board')
/** Beside a rule that is cited: the way to its text. */
export const citedRule = defineSlot<{
  readonly document: string
  /** Null where none is given, or none may be printed. */
  readonly clause: string | null
  /** The figure that rests on it. */
  readonly standard?: string
  readonly parameter?: string
}>()('console.cited-rule')
/**
 * A layer over a floor's plan: cameras, meters, furniture, open repairs. Its filler reads what it has there, as its reader may see it, and
 * shows it by a `PlanLayer`. `day` is empty for today.
 */
export const planLayer = defineSlot<{ readonly site: string; readonly floor: string; readonly day: string; readonly show: ShowMarks }>()('console.plan-layer')
/** Under the facts of a register's rows, for what neighbours know about them. */
export function recordSlot(register: Register): Slot<{ row: WireRow }> {
  return defineSlot<{ row: WireRow }>()(`${register.id}.record`)
}
/** On a matter's page, for what neighbours know about it. */
export function matterSlot(matter: Matter): Slot<{ matter: WireMatter }> {
  return defineSlot<{ matter: WireMatter }>()(`${matter.id}.page`)
}
