// What happened on the way 行车事件: one step a position; what has begun and not ended yet is plain data, kept with the day.
import type { Sighting } from './drive.ts'
import { holdsAt, metresOutside } from './fences.ts'
import type { Fence } from './fences.ts'
import type { Place } from './place.ts'

export type Watched = 'speeding' | 'idling' | 'outOfBounds' | 'fuelDrop' | 'antennaOpen' | 'powerCut'
export interface Episode {
  readonly kind: Watched
  readonly begins: number
  readonly ends: number
  /** In the unit of its limit. */
  readonly measured: number
  readonly place: Place | null
  readonly caughtUp: boolean
  /** Which fence was left or entered, in words. */
  readonly fence?: string | undefined
}
/** What is allowed, in the units of positions; from the standards of the day. */
export interface Allowed {
  /** 0.1 km/h. */
  readonly speed: number
  readonly movingFrom: number
  readonly idleMs: number
  readonly boundsMs: number
  /** Metres beyond a line before it counts as crossed. */
  readonly edge: number
  /** 0.1 L. */
  readonly fuel: number
  readonly gapAfter: number
  readonly fences: readonly Fence[]
}
interface Spell {
  readonly begins: number
  readonly place: Place | null
  readonly fence?: string | undefined
  ends: number
  most: number
  times: number
  caughtUp: boolean
}
export interface Watch {
  spells: Partial<Record<Watched, Spell>>
  /** 0.1 L when it came to stand. */
  fuelStanding: number | null
  outside: boolean
  trespassing: boolean
  last: number | null
}
export interface WatchedSighting extends Sighting {
  readonly alarms: number
  readonly fuel: number | null
}
const minute = 60_000

export function newWatch(): Watch {
  return { spells: {}, fuelStanding: null, outside: false, trespassing: false, last: null }
}

/** @returns what has ended by this position and lasted long enough. */
export function watch(state: Watch, sighting: WatchedSighting, allowed: Allowed): Episode[] {
  const ended: Episode[] = []
  // of what nobody heard nothing is said; fuel is missed by whoever comes back to the car
  if (state.last !== null && sighting.at - state.last > allowed.gapAfter)
    for (const kind of kindsOf(state)) if (kind !== 'fuelDrop') ended.push(...end(state, kind, allowed))
  const moving = sighting.speed >= allowed.movingFrom
  const say = (kind: Watched, holds: boolean, measured: number, fence?: string): void => {
    const spell = state.spells[kind]
    if (holds) state.spells[kind] = longer(spell, sighting, { measured, fence })
    else if (spell) ended.push(...end(state, kind, allowed))
  }
  say('speeding', sighting.speed > allowed.speed, sighting.speed)
  say('idling', sighting.ignition && !moving, 0)
  say('antennaOpen', bit(sighting.alarms, 5), 1)
  say('powerCut', bit(sighting.alarms, 8), 1)
  const fence = bounds(state, sighting, allowed)
  if (sighting.latitude !== undefined) say('outOfBounds', state.outside || state.trespassing, 0, fence)
  if (moving) state.fuelStanding = null
  else if (sighting.fuel !== null && sighting.fuel > 0) {
    state.fuelStanding = Math.max(state.fuelStanding ?? 0, sighting.fuel)
    const gone = state.fuelStanding - sighting.fuel
    if (gone > (state.spells.fuelDrop?.most ?? 0)) say('fuelDrop', true, gone)
  }
  if (moving) say('fuelDrop', false, 0)
  state.last = sighting.at
  return ended
}

/** What goes on and has lasted long enough already. */
export function goingOn(state: Watch, allowed: Allowed): Episode[] {
  return kindsOf(state).flatMap((kind) => episodeOf(kind, state.spells[kind], allowed))
}
export function endAll(state: Watch, allowed: Allowed): Episode[] {
  return kindsOf(state).flatMap((kind) => end(state, kind, allowed))
}
const kindsOf = ({ spells }: Watch): Watched[] => Object.keys(spells) as Watched[]
function end(state: Watch, kind: Watched, allowed: Allowed): Episode[] {
  const spell = state.spells[kind]
  const { [kind]: _, ...others } = state.spells
  state.spells = others
  return episodeOf(kind, spell, allowed)
}

function episodeOf(kind: Watched, spell: Spell | undefined, { idleMs, boundsMs, fuel }: Allowed): Episode[] {
  if (spell === undefined) return []
  const { begins, ends, most, times, place, caughtUp, fence } = spell
  const [lasted, minutes] = [ends - begins, Math.floor((ends - begins) / minute)]
  const found = { kind, begins, ends, place, caughtUp, fence }
  switch (kind) {
    case 'speeding':
      return times > 1 ? [{ ...found, measured: most / 10 }] : []
    case 'idling':
      return lasted > idleMs && minutes * minute > idleMs ? [{ ...found, measured: minutes }] : []
    case 'outOfBounds':
      return lasted > boundsMs && minutes * minute > boundsMs ? [{ ...found, measured: minutes }] : []
    case 'fuelDrop':
      return most > fuel ? [{ ...found, measured: most / 10 }] : []
    case 'antennaOpen':
    case 'powerCut':
      return [{ ...found, measured: 1 }]
  }
}

function longer(spell: Spell | undefined, { at, latitude, longitude, caughtUp }: WatchedSighting, { measured, fence }: { measured: number; fence: string | undefined }): Spell {
  if (spell === undefined)
    return { begins: at, ends: at, most: measured, times: 1, caughtUp, fence, place: latitude === undefined || longitude === undefined ? null : { latitude, longitude } }
  return { ...spell, ends: at, most: Math.max(spell.most, measured), times: spell.times + 1, caughtUp: spell.caughtUp || caughtUp }
}

/** Out once it is beyond the line by the edge, in again once it is back: who drives along the line does not flutter. @returns which fence was left or entered, in words. */
function bounds(state: Watch, { at, latitude, longitude }: WatchedSighting, { fences, edge }: Allowed): string | undefined {
  if (latitude === undefined || longitude === undefined) return undefined
  const place = { latitude, longitude }
  const nearest = (kind: Fence['kind']) => fences.filter((fence) => fence.kind === kind && holdsAt(fence, at)).map((fence) => ({ name: fence.name, metres: metresOutside(fence, place) })).toSorted((a, b) => a.metres - b.metres)[0]
  const [district, forbidden] = [nearest('district'), nearest('forbidden')]
  state.outside = district !== undefined && district.metres > (state.outside ? 0 : edge)
  state.trespassing = forbidden !== undefined && forbidden.metres <= (state.trespassing ? edge : 0)
  return state.trespassing ? `进入“${forbidden?.name ?? ''}”` : state.outside ? `驶出“${district?.name ?? ''}”` : undefined
}
const bit = (alarms: number, nth: number): boolean => Math.floor(alarms / 2 ** nth) % 2 === 1
