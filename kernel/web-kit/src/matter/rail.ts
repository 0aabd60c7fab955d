// The steps of a matter as a rail: where it has been, where it stands, the usual way from there to its end.
import { statesBefore } from '@houqin/define'
import type { Matter } from '@houqin/define'

export interface RailStop {
  readonly state: string
  readonly at: 'passed' | 'here' | 'ahead'
}

/**
 * @param passed states in the order in which the matter entered them, the present one last.
 * @param holds what its form and its facts hold: no way leads over a step that is not for such a matter.
 */
export function railOf(matter: Pick<Matter, 'states' | 'steps' | 'start'>, passed: readonly string[], holds: Readonly<Record<string, unknown>> = {}): readonly RailStop[] {
  const here = passed.at(-1) ?? matter.start
  // A matter that went back (reopened, declined) is told from its last way on.
  const been = passed.slice(0, -1).filter((state, place) => state !== here && !passed.slice(place + 1, -1).includes(state))
  const ahead = matter.states[here]?.final ? [] : wayOn(matter, here, holds).filter((state) => state !== here)
  const back = been.filter((state) => !ahead.includes(state))
  return [
    ...back.map((state): RailStop => ({ state, at: 'passed' })),
    { state: here, at: 'here' },
    ...ahead.map((state): RailStop => ({ state, at: 'ahead' })),
  ]
}

/** The shortest way to a good end by primary steps alone; where they lead to none, by any, in the order of their declaration. */
function wayOn(matter: Pick<Matter, 'states' | 'steps'>, from: string, holds: Readonly<Record<string, unknown>>): readonly string[] {
  const steps = Object.values(matter.steps).filter(({ only = {} }) => Object.entries(only).every(([name, key]) => (holds[name] ?? key) === key))
  const usual = wayBy(matter, from, steps.filter(({ primary }) => primary ?? false))
  return usual.length > 0 ? usual : wayBy(matter, from, steps.toSorted((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false)))
}
function wayBy(matter: Pick<Matter, 'states'>, from: string, steps: readonly Matter['steps'][string][]): readonly string[] {
  const reached = new Map<string, string | null>([[from, null]])
  const queue = [from]
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const declared = matter.states[state]
    if (state !== from && declared?.final && declared.tone === 'done') return trace(reached, state)
    for (const step of steps)
      if (step.to !== undefined && !reached.has(step.to) && statesBefore(step).includes(state)) {
        reached.set(step.to, state)
        queue.push(step.to)
      }
  }
  return []
}
function trace(reached: ReadonlyMap<string, string | null>, end: string): readonly string[] {
  const way: string[] = []
  for (let state: string | null | undefined = end; state; state = reached.get(state)) way.unshift(state)
  return way
}
