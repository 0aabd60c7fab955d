// The filings of the year in the further days of the demonstration 演示备案的后续: the heads who have not confirmed do so, and the officer files what is confirmed.
import { addWorkingHours, workingCalendar } from '@houqin/calendar'
import { leftToTheWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Living } from '@houqin/compose'
import { liaison } from '@houqin/people'
import { dice } from '@houqin/people/seed'
import type { DistrictPeople, World } from '@houqin/people/seed'
import { placesOfficer } from '@houqin/places'
import { roomFiling } from '../../src/contract/index.ts'

const calendar = workingCalendar()
/** Working hours: whoever signs in has so many to decide himself. */
const patience = 12

export async function fileOn(living: Living, { world, people }: { readonly world: World; readonly people: DistrictPeople }): Promise<void> {
  const heads = new Map(people.persons.filter(({ id, organ }) => people.heads.get(organ) === id).map((person) => [person.organ, person]))
  for (const { number, state, version, since, organ } of await leftToTheWorld(living.system.db, roomFiling)) {
    const roll = dice({ ...world, name: `${number} ${version}` })
    const begins = since > living.openedAt ? since : living.openedAt
    const at = addWorkingHours(begins, patience + roll.skewed(1, 12, state === 'asked' ? 60 : 20), calendar)
    const head = heads.get(organ ?? '')
    if (at > living.to) continue
    if (state === 'asked' && head !== undefined) await stepInWorld(living, { matter: roomFiling, number, version }, { at, actor: worldActor(head, liaison), step: 'confirm', input: { remark: null } })
    if (state === 'confirmed') await stepInWorld(living, { matter: roomFiling, number, version }, { at, actor: worldActor(people.named('places'), placesOfficer), step: 'file' })
  }
}
