// Screens 界面 and slots 插槽: what a subsystem shows, and the places it leaves for others to fill.
import type { Role } from './role.ts'

/** A page of the console. Its code is loaded when it is first opened. */
export interface Screen {
  readonly path: `/${string}`
  readonly title: string
  readonly group: Group
  /** Who finds it in the rail; absent = everybody. The server decides what it may read. */
  readonly who?: readonly Role[]
  /** Not in the rail: opened from another page. */
  readonly hidden?: boolean
  readonly load: () => Promise<{ readonly Screen: unknown }>
}
/** The rail's groups, in the office's order. */
export type Group = '办事' | '房车物' | '门餐停' | '安防网络' | '能源环境' | '工程采购' | '党建队伍' | '制度' | '系统'

/** A page made by hand. */
export function page(screen: Screen): Screen {
  return Object.freeze(screen)
}

declare const props: unique symbol
/** A place on one subsystem's screen that others may fill; `P` is what they are told. */
export interface Slot<P = never> {
  readonly slot: string
  readonly [props]?: (given: P) => void
}
export interface SlotFill {
  readonly slot: string
  readonly load: () => Promise<{ readonly Fill: unknown }>
}
export function defineSlot<P>() {
  return (id: `${string}.${string}`): Slot<P> => Object.freeze({ slot: id })
}
/** Fills a slot of a neighbour; the component is loaded with the screen that holds the slot. */
export function fill<P>(slot: Slot<P>, load: () => Promise<{ readonly Fill: (given: P) => unknown }>): SlotFill {
  return Object.freeze({ slot: slot.slot, load })
}
