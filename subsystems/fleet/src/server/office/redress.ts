// What follows from a redress of the fleet 公车整改联动: it closes only when the ledger complies.
import type { Standard, SubjectRow } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { appointedShops, disposalInOrder, fleetRedress, licenceHolds, marked, newEnergyShare, ownCars, plainInterior, priceAndDisplacement, repairWarranty, repairWorth, singleCarKept, useWithoutDispatch, withinEstablishment } from '../../contract/index.ts'
import type { Redressed } from '../../contract/index.ts'
import { openCar } from './car.ts'

const judges = { marked, licenceHolds, priceAndDisplacement, withinEstablishment, newEnergyShare, repairWorth, repairWarranty, disposalInOrder, useWithoutDispatch, singleCarKept, plainInterior, ownCars, appointedShops } satisfies Record<Redressed, { readonly id: string }>
/** A share of a year and what was paid already stay as they are, and a matter is found by its own number; how they were met is what the redress says. */
const standsAnyway: readonly Redressed[] = ['newEnergyShare', 'repairWorth', 'repairWarranty', 'disposalInOrder', 'useWithoutDispatch', 'appointedShops']

export function redressEffects({ standards, clock }: System): Effects {
  return effects(fleetRedress, {
    async start({ tx, matter: { form } }) {
      if (form.vehicle !== null) await openCar(tx, form.vehicle)
    },
    /** @throws Problem standard-breached with what still stands. */
    async conclude({ tx, matter: { form } }) {
      const subject = form.vehicle ?? form.driver ?? form.organ
      if (subject === null || standsAnyway.includes(form.rule)) return
      // a list of standards forgets what their ledgers hold
      const standard = judges[form.rule] as unknown as Standard
      const ledger = (standard.ledger as NonNullable<Standard['ledger']>)(clock.today(), sql)
      const { rows: [row] } = await sql<SubjectRow<unknown>>`select ledger.* from (${ledger}) as ledger where ledger.id = ${subject}::uuid`.execute(tx)
      const standing = row ? (await standards.check(tx, standard, row.subject)).filter(({ level }) => level === 'breach') : []
      if (standing.length === 0) return
      throw new Problem('standard-breached', say(
        `台账里还没有改过来:${standing.map(({ says }) => says).join(';')}。改好登记再办结。`,
        `The ledger does not comply yet: ${standing.map(({ en }) => en.says).join('; ')}. Enter what was changed, then conclude.`,
      ), { more: { findings: standing } })
    },
  })
}
