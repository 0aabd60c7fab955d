// The hours of the board 时间轴: from six to ten at night, where an instant stands among them, and times moved by quarters of an hour.
import { instantOf } from '@houqin/web-kit'

export const firstHour = 6
export const lastHour = 22
const hour = 3_600_000
const quarter = 15 * 60_000
export const hours: readonly number[] = Array.from({ length: lastHour - firstHour + 1 }, (_, place) => firstHour + place)

const begin = (day: string): number => Date.parse(instantOf(`${day}T00:00`)) + firstHour * hour
const whole = (lastHour - firstHour) * hour

/** Per cent of the width, within the hours that are shown. */
export function placeOf({ from, to }: { from: string; to: string }, day: string): { readonly left: number; readonly width: number } {
  const within = (instant: string): number => Math.min(1, Math.max(0, (Date.parse(instant) - begin(day)) / whole))
  const left = within(from)
  return { left: left * 100, width: Math.max(0.8, (within(to) - left) * 100) }
}
/** Both times moved by so many quarters; negative is earlier. */
export function shifted({ from, to }: { from: string; to: string }, quarters: number): { from: string; to: string } {
  const move = (instant: string): string => new Date(Date.parse(instant) + quarters * quarter).toISOString()
  return { from: move(from), to: move(to) }
}
/** @param pixels moved to the right. @param width of the whole day in pixels. */
export const quartersOf = (pixels: number, width: number): number => (width === 0 ? 0 : Math.round((pixels / width) * (whole / quarter)))
/** Where now stands, in per cent; null outside the hours or on another day. */
export function nowAt(now: Date, day: string): number | null {
  const share = (now.getTime() - begin(day)) / whole
  return share < 0 || share > 1 ? null : share * 100
}
