// The course of a day 行程: moments with places, where it stood and for how long, and where it was at any moment between.
import type { TrackPoint } from '../../contract/road-answers.ts'

export interface Moment {
  /** Milliseconds. */
  readonly at: number
  readonly longitude: number
  readonly latitude: number
  /** km/h. */
  readonly speed: number
  readonly direction: number
}
export interface Stop {
  readonly from: number
  readonly to: number
  readonly longitude: number
  readonly latitude: number
}
export const momentsOf = (points: readonly TrackPoint[]): readonly Moment[] =>
  points.map(([at, longitude, latitude, speed, direction]) => ({ at: Date.parse(at), longitude, latitude, speed, direction }))

/** km/h below which it stands, and how long that must last to be a stop. */
const stands = 5
const leastMs = 3 * 60_000
/** Where nothing was heard for so long, nothing is known of the way. */
export const gapMs = 5 * 60_000

/** Standing at the beginning and the end of the day counts too. */
export function stopsOf(moments: readonly Moment[]): readonly Stop[] {
  const stops: Stop[] = []
  let begun: Moment | undefined
  let last: Moment | undefined
  const end = (): void => {
    if (begun && last && last.at - begun.at >= leastMs) stops.push({ from: begun.at, to: last.at, longitude: begun.longitude, latitude: begun.latitude })
    begun = undefined
  }
  for (const moment of moments) {
    if (moment.speed < stands) begun ??= moment
    last = moment
    if (moment.speed >= stands) end()
  }
  end()
  return stops
}

/** Between two reports on the straight line; before the first and after the last, there. */
export function momentAt(moments: readonly Moment[], at: number): Moment | undefined {
  let [low, high] = [0, moments.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((moments[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  const [before, after] = [moments[low], moments[low + 1]]
  if (!before || !after || at <= before.at) return before
  if (after.at - before.at > gapMs) return { ...before, speed: 0 }
  const share = (at - before.at) / (after.at - before.at)
  const between = (a: number, b: number): number => a + (b - a) * share
  return { at, longitude: between(before.longitude, after.longitude), latitude: between(before.latitude, after.latitude), speed: between(before.speed, after.speed), direction: before.direction }
}

/** The next report, or the next stop, or the one before; at the ends, there. @param on 1 for later, -1 for earlier. */
export function stepFrom(at: number, { moments, stops, to, on }: { moments: readonly Moment[]; stops: readonly Stop[]; to: 'report' | 'stop'; on: 1 | -1 }): number {
  const places = to === 'report' ? moments.map((moment) => moment.at) : stops.map(({ from }) => from)
  const end = (on === 1 ? moments.at(-1) : moments[0])?.at ?? at
  return (on === 1 ? places.find((place) => place > at) : places.findLast((place) => place < at)) ?? end
}

/** Kilometres driven, by the track: what a receiver trembles while it stands is not driven. */
export function kilometresOf(moments: readonly Moment[]): number {
  let metres = 0
  for (const [place, { longitude, latitude, speed }] of moments.entries()) {
    const before = moments[place - 1]
    if (!before || (speed < stands && before.speed < stands)) continue
    metres += Math.hypot((longitude - before.longitude) * 111_320 * Math.cos(latitude * Math.PI / 180), (latitude - before.latitude) * 111_320)
  }
  return metres / 1000
}

/** Up to which speed a colour of the line stands for; from slow to fast. */
export const speedColours = [
  [5, '#8A93A0'], [30, '#2F7FC1'], [50, '#2E9E63'], [70, '#D9951A'], [Infinity, '#CC3B28'],
] as const
export function colourOfSpeed(speed: number): string {
  return speedColours.find(([below]) => speed < below)?.[1] ?? speedColours[0][1]
}
/** Grey where nothing was heard. */
export function coloursOf(moments: readonly Moment[]): readonly string[] {
  return moments.slice(1).map(({ at, speed }, place) => (at - (moments[place]?.at ?? at) > gapMs ? speedColours[0][1] : colourOfSpeed(speed)))
}
