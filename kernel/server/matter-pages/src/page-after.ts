// The page after a step 办后页面: what was read before it with what the step has changed, so that nothing is read again.
import type { Matter } from '@houqin/define'
import type { Given } from '@houqin/fields'
import type { Happening, Page, Party, StoredMatter } from '@houqin/matter-records'
import type { Targets } from '@houqin/rows'

/**
 * @param page as it was read under the lock of the step. @param reader the person it is for. @param left as it stands then, with
 * the facts that are new among its own. @param targets what the step's input points to.
 * @returns undefined where a value may read otherwise than it was given.
 */
export function pageAfter({ around, by: { form, here } }: Page, { matter, reader, left, newFacts, parties, happening, targets }: {
  readonly left: StoredMatter; readonly newFacts: Given; readonly parties: readonly Party[]
  readonly matter: Matter; readonly reader: string | null; readonly happening: Happening; readonly targets: Targets
}): Page | undefined {
  // PostgreSQL fills up the places of a number with a scale.
  if (Object.keys(newFacts).some((key) => matter.facts[key]?.kind === 'decimal')) return undefined
  const { at, what, deed = null, step = null, from = null, to = null, by, comment = null, input = null, files = [] } = happening
  const entry = { at: at.toISOString(), what, deed, step, from, to, person: by.person, name: by.name, comment, input, files }
  const named = [...targets.values()].map(({ register, id, name, retired }) => [register, id, name, retired, null] as const)
  return {
    stored: { ...left, facts: asRead(matter, left.facts), isParty: left.isParty || parties.some(({ person }) => person === reader) },
    around: {
      ...around, timeline: [...around.timeline, entry], names: [...around.names, ...named],
      parties: [...around.parties, ...parties.flatMap(({ person, why }) => (around.parties.some(([party, reason]) => party === person && reason === why) ? [] : [[person, why] as const]))],
    },
    by: { own: here, form: Object.keys(newFacts).length > 0 ? here : form, here },
  }
}

/** Instants in the one way they are read. */
function asRead(matter: Matter, facts: Given): Given {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) =>
    [key, matter.facts[key]?.kind === 'instant' && typeof value === 'string' ? new Date(value).toISOString() : value]))
}
