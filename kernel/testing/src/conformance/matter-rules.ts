// What must hold for matters 事项: somebody can take every step, every state can be reached and left, the end can be reached.
import { holder, mayBeEmpty, requester, statesBefore } from '@houqin/define'
import type { Catalogue, Matter, Step } from '@houqin/define'
import { sampleValues } from '../sample-values.ts'
import { isRole, when } from './rule.ts'
import type { House, Rule } from './rule.ts'

const everyMatter = (find: (matter: Matter, catalogue: Catalogue) => readonly string[]) => ({ catalogue }: House): readonly string[] =>
  [...catalogue.matters.values()].flatMap((matter) => find(matter, catalogue))

export const matterRules: readonly Rule[] = [
  {
    says: 'every step of every matter is open to somebody who can exist',
    broken: everyMatter((matter, catalogue) => Object.entries(matter.steps).flatMap(([name, step]) => nobodyTakes({ matter, name, step, catalogue }))),
  },
  {
    says: 'a step that is open to some choices only names choices that there are',
    broken: everyMatter((matter) => Object.entries(matter.steps).flatMap(([name, { only = {} }]) => Object.entries(only).flatMap(([field, key = '']) => {
      const asked = matter.form[field] ?? matter.facts[field]
      return when(asked?.kind !== 'choice' || asked.many || !Object.hasOwn(asked.options, key), `${matter.id}: the step ${name} is open where ${field} is ${key}, and there is no such choice`)
    }))),
  },
  {
    says: 'a field that is asked for some choices only names choices of the same form that there are',
    broken: everyMatter(({ id, form }) => Object.entries(form).flatMap(([name, { only = {} }]) => Object.entries(only).flatMap(([chosen, keys]) => keys.flatMap((key) => {
      const asked = form[chosen]
      return when(asked?.kind !== 'choice' || asked.many || !Object.hasOwn(asked.options, key), `${id}: ${name} is asked where ${chosen} is ${key}, and there is no such choice`)
    })))),
  },
  {
    says: 'every state can be reached from the start',
    broken: everyMatter((matter) => {
      const reached = reachedFrom(matter, matter.start)
      return Object.keys(matter.states).filter((state) => !reached.has(state)).map((state) => `${matter.id}: no way leads to the state ${state}`)
    }),
  },
  {
    says: 'every state that is not final can be left, and leads to a final one',
    broken: everyMatter((matter) => Object.entries(matter.states).filter(([, { final }]) => !final).flatMap(([state]) => {
      const reached = reachedFrom(matter, state)
      if (reached.size === 1) return [`${matter.id}: the state ${state} is not final and no step leaves it`]
      return when(![...reached].some((one) => matter.states[one]?.final), `${matter.id}: from the state ${state} no final state can be reached`)
    })),
  },
  {
    says: 'a state that somebody holds names who: a role, the asker, or a person of the person register',
    broken: everyMatter((matter, catalogue) => Object.entries(matter.states).flatMap(([state, { held }]) =>
      held && 'fact' in held ? notAPerson({ matter, fact: held.fact, catalogue, what: `the state ${state}` }) : [])),
  },
  {
    says: 'every matter can be asked for, by a role or by a printed code of a coded register',
    broken: everyMatter((matter, catalogue) => [
      ...when(matter.access.start.length === 0 && !matter.byCode, `${matter.id}: nobody may ask for it`),
      ...codedFields(matter).flatMap((field) => {
        const to = matter.form[field]
        const register = to?.kind === 'ref' && to.to !== 'self' ? catalogue.registers.get(to.to.id) : undefined
        return when(!register?.coded, `${matter.id}: is asked for by the code in ${field}, which points to no coded register`)
      }),
    ]),
  },
  {
    says: 'every matter has a subject, however little was filled in',
    broken: everyMatter((matter) => [false, true].flatMap((all) => {
      const form = { ...emptyOf(matter.form), ...sampleValues(matter.form, { all }) }
      return unspoken(`${matter.id}: its subject`, () => matter.subject(form as never, (field) => matter.form[field]?.label ?? ''))
    })),
  },
  {
    says: 'numbers of two kinds of matter never look alike',
    broken: ({ catalogue }) => {
      const matters = [...catalogue.matters.values()]
      return matters.flatMap((matter, at) => matters.slice(at + 1)
        .filter(({ prefix }) => prefix === matter.prefix)
        .map((other) => `${other.id}: has the letters ${other.prefix} of ${matter.id}`))
    },
  },
]

function nobodyTakes({ matter, name, step, catalogue }: { matter: Matter; name: string; step: Step; catalogue: Catalogue }): readonly string[] {
  const at = `${matter.id}: the step ${name}`
  if (step.by.length === 0) return [`${at} is open to nobody`]
  return step.by.flatMap((party): readonly string[] => {
    if (isRole(party)) return when(!catalogue.roles.has(party.role), `${at} is open to ${party.role}, which no subsystem lists`)
    if ('fact' in party) return notAPerson({ matter, fact: party.fact, catalogue, what: `the step ${name}` })
    if (party.party === requester.party) return when(matter.access.start.length === 0 && !matter.byCode, `${at} is open to the asker, and nobody may ask`)
    const held = statesBefore(step).some((state) => matter.states[state]?.held)
    return when(party.party === holder.party && !held, `${at} is open to the holder, and none of its states is held`)
  })
}

function notAPerson({ matter, fact, catalogue, what }: { matter: Matter; fact: string; catalogue: Catalogue; what: string }): readonly string[] {
  const field = matter.facts[fact]
  const points = field?.kind === 'ref' && field.to !== 'self' ? field.to.id : undefined
  return when(points === undefined || points !== catalogue.dimensions.person?.id, `${matter.id}: ${what} names the person in ${fact}, which points to ${points ?? 'nobody'}`)
}

/** The states that steps lead to, the first included. */
function reachedFrom(matter: Matter, first: string): ReadonlySet<string> {
  const reached = new Set([first])
  // a set visits what is added while it is walked
  for (const state of reached)
    for (const step of Object.values(matter.steps)) if (step.to !== undefined && statesBefore(step).includes(state)) reached.add(step.to)
  return reached
}

function codedFields({ byCode }: Matter): readonly string[] {
  return byCode ? [byCode.field, ...(byCode.also ?? [])] : []
}
export function emptyOf(fields: Matter['form']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.kind === 'files' || (field.kind === 'choice' && field.many) ? [] : field.kind === 'ref' && !mayBeEmpty(field) ? 'a-row' : null]))
}
/** What is wrong with a name that a declaration makes. */
export function unspoken(what: string, name: () => string): readonly string[] {
  try {
    const said = name()
    return when(typeof said !== 'string' || said.trim() === '' || /\b(undefined|null|NaN)\b|\[object/.test(said), `${what} reads “${said}”`)
  } catch (error) {
    return [`${what} cannot be made: ${String(error)}`]
  }
}
