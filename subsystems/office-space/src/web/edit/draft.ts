// A change of a floor in the making 修改稿: its rooms, what was undone, and the copy of it on this device.
import { outlineArea, squared } from '@houqin/dxf'
import type { Outline, Point } from '@houqin/dxf'
import type { PlannedRoom } from '../../contract/answers.ts'

export interface DrawnRoom extends Outline {
  /** Of this draft alone. */
  readonly key: string
  readonly code: string
  readonly name: string
}
export interface Draft {
  /** The version it began from; null for a floor without one. */
  readonly base: string | null
  readonly rooms: readonly DrawnRoom[]
}
export interface Desk {
  readonly now: Draft
  readonly past: readonly (readonly DrawnRoom[])[]
  readonly undone: readonly (readonly DrawnRoom[])[]
}
const mostKept = 200

export const begun = (now: Draft): Desk => ({ now, past: [], undone: [] })
export function drawnFrom(rooms: readonly PlannedRoom[]): readonly DrawnRoom[] {
  return rooms.map(({ number, title, ring, holes }, at) => ({ key: `r${at}`, code: number ?? '', name: title ?? '', ring, holes }))
}
export const changed = ({ now, past }: Desk, rooms: readonly DrawnRoom[]): Desk => ({ now: { ...now, rooms }, past: [...past.slice(1 - mostKept), now.rooms], undone: [] })
export function undo(desk: Desk): Desk {
  const before = desk.past.at(-1)
  return before === undefined ? desk : { now: { ...desk.now, rooms: before }, past: desk.past.slice(0, -1), undone: [...desk.undone, desk.now.rooms] }
}
export function redo(desk: Desk): Desk {
  const next = desk.undone.at(-1)
  return next === undefined ? desk : { now: { ...desk.now, rooms: next }, past: [...desk.past, desk.now.rooms], undone: desk.undone.slice(0, -1) }
}
/** Moved corners, made square where they nearly are. */
export function moved(rooms: readonly DrawnRoom[], changes: readonly { readonly id: string; readonly ring: readonly Point[]; readonly holes: readonly (readonly Point[])[]; readonly corner: number | undefined }[]): readonly DrawnRoom[] {
  const by = new Map(changes.map((change) => [change.id, change]))
  return rooms.map((room) => {
    const change = by.get(room.key)
    // neighbours that share the corner keep sharing it
    return change ? { ...room, ring: change.corner === undefined || changes.length > 1 ? change.ring : squared(change.ring, change.corner), holes: change.holes } : room
  })
}
export const newKey = (rooms: readonly DrawnRoom[]): string => `n${rooms.reduce((most, { key }) => Math.max(most, Number(key.slice(1)) || 0), 0) + 1}`

/** As the editor hands it in: GeoJSON in metres. */
export function asGeoJson({ rooms }: Draft): string {
  return JSON.stringify({
    type: 'FeatureCollection', properties: { unit: 'm' },
    features: rooms.map((room) => ({
      type: 'Feature', properties: { ...(room.code !== '' && { code: room.code }), ...(room.name !== '' && { name: room.name }), area: outlineArea(room) },
      geometry: { type: 'Polygon', coordinates: [room.ring, ...room.holes].map((ring) => [...ring, ring[0]]) },
    })),
  })
}

/** @returns the draft kept on this device, or undefined for what is none. */
export function draftIn(kept: unknown): Draft | undefined {
  if (typeof kept !== 'object' || kept === null || !('rooms' in kept) || !Array.isArray(kept.rooms) || !('base' in kept)) return undefined
  return (typeof kept.base === 'string' || kept.base === null) && kept.rooms.every((room: unknown) => typeof room === 'object' && room !== null && 'ring' in room && Array.isArray(room.ring)) ? { base: kept.base, rooms: kept.rooms as readonly DrawnRoom[] } : undefined
}
