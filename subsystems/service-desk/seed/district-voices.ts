// The life of complaints, suggestions and praise 诉求经过 over sixty days.
import type { WorkingCalendar } from '@houqin/calendar'
import { addWorkingDays, addWorkingHours } from '@houqin/calendar'
import { instantOf, localDate } from '@houqin/clock'
import type { Matter } from '@houqin/define'
import type { PastMatter, PastStep } from '@houqin/matters'
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import type { DistrictPlaces } from '@houqin/places/seed'
import { complaint, praise, suggestion } from '../src/contract/index.ts'
import type { DistrictDesk } from './district-desk.ts'
import { complaintList, praiseList, suggestionList } from './voice-list.ts'

interface Given {
  readonly world: World
  readonly people: DistrictPeople
  readonly places: DistrictPlaces
  readonly desk: DistrictDesk
  readonly calendar: WorkingCalendar
  readonly now: Date
}
type Facts = Readonly<Record<string, unknown>>
type Plot = (at: Date, told: { step: (name: string, to: string, how: { by: SeedPerson; at: Date; input?: Facts; comment?: string }) => boolean; asker: SeedPerson; officer: SeedPerson; handler: SeedPerson; roll: Dice }) => Facts

export function districtVoices(given: Given): { readonly matter: Matter; readonly past: readonly PastMatter[] }[] {
  const roll = dice({ ...given.world, name: 'voices' })
  const later = (at: Date, hours: number): Date => addWorkingHours(at, hours, given.calendar)
  const answered = (line: { answer?: string; digest?: string; verdict?: string }, working: string): Plot => (at, { step, asker, officer, handler, roll: dices }) => {
    if (!step('accept', working, { by: officer, at: later(at, dices.skewed(0.2, 1.5, 5)), input: { handler: handler.id } })) return {}
    if (line.answer === undefined) return { handler: handler.id }
    const facts = { answer: line.answer, published: line.digest !== undefined, digest: line.digest ?? null, ...(line.verdict !== undefined && { verdict: line.verdict }) }
    if (!step('answer', 'answered', { by: handler, at: later(at, dices.skewed(5, 14, 40)), input: facts })) return { handler: handler.id }
    step('satisfied', 'closed', { by: asker, at: later(at, dices.skewed(41, 46, 60)), comment: dices.chance(0.5) ? dices.pick(['谢谢答复', '解决了', '说清楚了', '希望坚持']) : '' })
    return { handler: handler.id, ...facts }
  }
  return [
    { matter: complaint, past: complaintList.map((line, place) => tell(given, roll, { matter: complaint, place, of: complaintList.length, form: { what: line.what, about: line.about, phone: null, photos: [] }, plot: answered(line, 'handling') })) },
    { matter: suggestion, past: suggestionList.map((line, place) => tell(given, roll, { matter: suggestion, place, of: suggestionList.length, form: { what: line.what, about: line.about, photos: [] }, plot: answered(line, 'considering') })) },
    { matter: praise, past: praiseList.map((line, place) => {
      const team = given.desk.teams.find(({ name }) => name === line.team)
      const plot: Plot = (at, { step, officer, roll: dices }) => {
        const facts = { reply: line.reply, published: line.digest !== undefined, digest: line.digest ?? null }
        return line.reply !== undefined && step('passOn', 'passedOn', { by: officer, at: later(at, dices.skewed(1, 6, 18)), input: facts }) ? facts : {}
      }
      return tell(given, roll, { matter: praise, place, of: praiseList.length, form: { what: line.what, person: null, team: team?.id ?? null, photos: [] }, plot })
    }) },
  ]
}

/** The earlier in the list the longer ago; the last ones are of these days. */
function tell({ world, people, places, calendar, now }: Given, roll: Dice, { matter, place, of, form, plot }: { matter: Matter; place: number; of: number; form: Facts; plot: Plot }): PastMatter {
  const back = Math.round(((of - place) / of) * 56) + 1
  const day = addWorkingDays(daysAfter(world.day, -back), 0, calendar)
  const openedAt = instantOf({ date: day < localDate(now) ? day : daysAfter(world.day, -1), time: `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(0, 59)).padStart(2, '0')}` })
  const site = roll.pick(places.sites.filter((one) => one.managed))
  const residents = people.persons.filter((person) => person.standing === 'active' && site.organs.includes(person.organ))
  const [asker, handler] = [roll.pick(residents), roll.pick([people.named('steward'), people.named('dispatcher'), people.named('places')])]
  const happened: [PastStep, ...PastStep[]] = [{ at: openedAt, step: null, to: matter.start, by: { person: asker.id, name: asker.name } }]
  const step: Parameters<Plot>[1]['step'] = (name, to, { by, at, input, comment }) => {
    if (at > now) return false
    happened.push({ at, step: name, to, by: { person: by.id, name: by.name }, comment: comment === '' ? null : (comment ?? null), ...(input && { input }) })
    return true
  }
  const facts = plot(openedAt, { step, asker, officer: people.named('officer'), handler, roll })
  const last = happened.at(-1) ?? happened[0]
  const due = matter.states[last.to]?.due
  return {
    id: roll.id(), number: `${matter.prefix}-${localDate(openedAt).replaceAll('-', '')}-${String(place + 1).padStart(4, '0')}`,
    requester: { person: asker.id, name: asker.name }, organ: asker.organ, site: site.id, form: { ...form, site: site.id }, facts, happened,
    dueAt: due === undefined ? null : 'workingDays' in due ? instantOf({ date: addWorkingDays(localDate(last.at), due.workingDays, calendar), time: '18:00' }) : 'workingHours' in due ? addWorkingHours(last.at, due.workingHours, calendar) : null,
    rating: last.step === 'satisfied' ? { stars: roll.weighted<number>([[5, 50], [4, 35], [3, 15]]), words: last.comment ?? null } : null,
  }
}
