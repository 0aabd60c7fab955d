// The scenes as repairs 开场的报修: whoever signs in finds something to do.
import type { Dice } from '@houqin/people/seed'
import type { SeedRoom } from '@houqin/places/seed'
import { promisedBy } from '../src/server/promise.ts'
import { teamAt } from './district-desk.ts'
import type { Given, SeedRepair } from './district-repairs.ts'
import { causes } from './mending.ts'
import { spotsOf } from './repair-places.ts'
import type { Happened, Who } from './repair-life.ts'
import { scenes } from './scenes.ts'
import type { Scene } from './scenes.ts'

/** @param numberOf gives the next number of a day. */
export function districtScenes(given: Given, { roll, numberOf }: { roll: Dice; numberOf: (at: Date) => string }): SeedRepair[] {
  const spotAt = spotsOf(given.places)
  let last: SeedRoom | null = null
  return scenes.map((scene) => {
    const site = given.places.site(scene.site)
    const room: SeedRoom | null = scene.again ? last : spotAt(site.id, scene, roll).room
    last = room
    return repairOf(scene, given, { room, site: site.id, roll, numberOf })
  })
}

function repairOf(scene: Scene, { people, desk, calendar, now }: Given, { room, site, roll, numberOf }: { room: SeedRoom | null; site: string; roll: Dice; numberOf: (at: Date) => string }): SeedRepair {
  const at = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
  const [asked, dispatched, arrived, finished] = scene.ago
  const category = desk.categories.find(({ key }) => key === scene.category)
  if (!category) throw new Error(`no category ${scene.category}`)
  const team = teamAt(desk, { trade: category.trade, site })
  const asker = scene.asker === undefined ? roll.pick(people.persons.filter((person) => person.standing === 'active' && person.key === null && person.employment === 'civil')) : people.named(scene.asker)
  const worker = team.members.find((member) => member.id === people.named('worker').id) ?? roll.pick(team.members)
  const who = ({ id, name }: { id: string; name: string }): Who => ({ person: id, name })
  const openedAt = at(asked)
  const promised = promisedBy({ limits: category, urgency: scene.urgency, from: openedAt, calendar })
  const happened: Happened[] = [{ at: openedAt, step: null, from: null, to: 'asked', by: who(asker), comment: null, input: {} }]
  const facts: Record<string, unknown> = { handledAs: category.id, team: team.id, promisedAt: promised.toISOString() }
  const take = (step: string, to: string, minutes: number, by: Who, input: Readonly<Record<string, unknown>> = {}): void => {
    happened.push({ at: at(minutes), step, from: happened.at(-1)?.to ?? null, to, by, comment: null, input })
  }
  if (dispatched !== undefined) {
    take('dispatch', 'dispatched', dispatched, who(people.named('dispatcher')), { worker: worker.id, toTeam: null, correctedTo: null })
    facts.worker = worker.id
  }
  if (arrived !== undefined) {
    take('arrive', 'working', arrived, who(worker))
    facts.arrivedAt = at(arrived).toISOString()
  }
  if (finished !== undefined) {
    const result = { outcome: 'replaced', cause: causes[scene.category][0] ?? null }
    take('finish', 'fixed', finished, who(worker), result)
    Object.assign(facts, result, { finishedAt: at(finished).toISOString() })
  }
  const state = happened.at(-1)?.to ?? 'asked'
  return {
    id: roll.id(), number: numberOf(openedAt), openedAt, requester: who(asker), organ: asker.organ, site, urgency: scene.urgency, what: scene.what, duplicateOf: null,
    form: { what: scene.what, category: category.id, urgency: scene.urgency, room: room?.id ?? null, area: null, site, whereabouts: null, photos: [], contact: null, phone: null },
    // Two days to confirm, so that nothing of the opening is overdue when it is first seen.
    life: { happened, state, facts, dueAt: state === 'fixed' ? new Date(now.getTime() + 2 * 86_400_000) : promised, rating: null, materials: [], hours: null },
  }
}
