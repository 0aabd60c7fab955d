// What came of an immobilisation 封存核验: organ by organ which cars stood, which were let off and why, which moved, and of which nobody can say unless somebody looked; by their tracks.
import type { Actor } from '@houqin/access'
import { daysBetween, addDays, instantOf } from '@houqin/clock'
import type { System } from '@houqin/http'
import { noRow, scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import type { ComingImmobilisation, Verification, Verified, VerifiedCar } from '../../contract/answers.ts'
import { immobilisation, vehicle } from '../../contract/index.ts'
import { openOf, sealedCars } from './sealed-cars.ts'

/** @throws Problem not-found. Cars of a grade are verified by whoever keeps them, and not here. */
export async function verificationOf({ db, clock }: System, actor: Actor, id: string): Promise<Verification<Date>> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { rows: [given] } = await sql<Verification<Date>['immobilisation']>`
      select t.id, t.name, t.begins::text as begins, t.ends::text as ends, t.concluded_on::text as "concludedOn", t.conclusion from fleet.immobilisation t where t.id = ${id}::uuid and ${scopeSql(actor, immobilisation, 'read')}`.execute(tx)
    if (!given) throw noRow(immobilisation)
    const { begins, ends } = given
    const cars = await sealedCars(tx, given, scopeSql(actor, vehicle, 'read'))
    const organs = [...Map.groupBy(cars, ({ organ }) => organ.id).values()].flatMap((own) => {
      const count = (state: Verified): number => own.filter((car) => car.state === state).length
      return own[0] ? [{ organ: own[0].organ, cars: own.length, stood: count('stood'), moved: count('moved'), unheard: count('unheard'), seen: count('seen'), exempt: count('exempt'), asked: own.filter(({ asked }) => asked !== null).length, elsewhere: own.filter(isElsewhere).length }] : []
    })
    const today = clock.today()
    const days = today < begins ? 0 : daysBetween(begins, today < ends ? today : ends) + 1
    return { immobilisation: given, begun: days > 0, over: clock.now() >= instantOf({ date: addDays(ends, 1) }), days, open: openOf(cars), organs: organs.toSorted((a, b) => b.moved - a.moved || b.unheard - a.unheard || b.cars - a.cars), cars }
  })
}
const isElsewhere = ({ atPlace, state }: VerifiedCar<Date>): boolean => atPlace === false && state !== 'exempt'

/** Those that hold today or are to come, the next first: what an organ may ask to have a car let off from. */
export async function comingImmobilisations({ db, clock }: System): Promise<readonly ComingImmobilisation[]> {
  const { rows } = await sql<ComingImmobilisation>`
    select id, name, begins::text as begins, ends::text as ends from fleet.immobilisation where retired_at is null and merged_into is null and ends >= ${clock.today()}::date order by begins limit 20`.execute(db)
  return rows
}
