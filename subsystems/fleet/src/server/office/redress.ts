// What follows from a redress of the fleet 公车整改联动: it closes only when the ledger complies.
import type { Standard, SubjectRow } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { fleetRedress, licenceHolds, marked, ownCars, plainInterior, priceAndDisplacement, singleCarKept, withinEstablishment } from '../../contract/index.ts'
import type { Redressed } from '../../contract/index.ts'
import { openCar } from './car.ts'

/** Whose ledger tells that it is put right. A share of a year and what was paid already stay as they are, a matter is found by its own number and a drive is over; how those were met is what the redress says. */
const judges: Readonly<Partial<Record<Redressed, { readonly id: string }>>> = { marked, licenceHolds, priceAndDisplacement, withinEstablishment, singleCarKept, plainInterior, ownCars }

export function redressEffects({ standards, clock }: System): Effects {
  return effects(fleetRedress, {
    async start({ tx, matter: { form } }) {
      if (form.vehicle !== null) await openCar(tx, form.vehicle)
    },
    /** @throws Problem standard-breached with what still stands. */
    async conclude({ tx, matter: { form } }) {
      const subject = form.vehicle ?? form.driver ?? form.organ
      // a list of standards forgets what their ledgers hold
      const standard = judges[form.rule] as unknown as Standard | undefined
      if (subject === null || standard === undefined) return
      const ledger = (standard.ledger as NonNullable<Standard['ledger']>)(clock.today(), sql)
      const { rows: [row] } = await sql<SubjectRow<unknown>>`select ledger.* from (${ledger}) as ledger where ledger.id = ${subject}::uuid`.execute(tx)
      const standing = row ? (await standards.check(tx, standard, row.subject)).filter(({ level }) => level === 'breach') : []
      if (standing.length === 0) return
      throw new Problem('standard-breached', say(
        `台账里还没有改过来：${standing.map(({ says }) => says).join('；')}。改好登记再办结。`,
        `The ledger does not comply yet: ${standing.map(({ en }) => en.says).join('; ')}. Enter what was changed, then conclude.`,
      ), { more: { findings: standing } })
    },
  })
}
