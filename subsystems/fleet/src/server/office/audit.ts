// The audit of the fleet 公车检查: every car, organ and driver against every standard of the fleet, in one call and one snapshot.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import type { LedgerAudit } from '@houqin/wire'
import type { FleetAudit } from '../../contract/answers.ts'
import {
  appointedShops, disposalInOrder, eightYears, fitForRoad, licenceHolds, marked, newEnergyShare, ownCars, plainInterior, priceAndDisplacement, refuelling, repairWarranty, repairWorth, singleCarKept, useWithoutDispatch, withinEstablishment,
} from '../../contract/index.ts'

const judges = [priceAndDisplacement, withinEstablishment, eightYears, newEnergyShare, marked, fitForRoad, licenceHolds, singleCarKept, refuelling, plainInterior, ownCars, appointedShops, repairWorth, repairWarranty, disposalInOrder, useWithoutDispatch]
const most = 2_000

/** Within the organs where the reader holds a role that reads the standard. @throws Problem bad-request for what is no day. */
export async function auditFleet({ db, standards, clock, word }: System, actor: Actor, asked: { asOf?: string; organ?: string }): Promise<FleetAudit> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const asOf = asked.asOf ?? clock.today()
    const found: { readonly standard: { readonly id: string; readonly title: string }; readonly audit: LedgerAudit }[] = []
    // one after the other: a transaction has one connection
    for (const { id, title } of judges) found.push({ standard: { id, title: word(`${id}.title`, title, actor.locale) }, audit: await standards.audit(tx, actor, id, { ...asked, asOf, most }) })
    const total = (of: 'checked' | 'breaches' | 'warnings'): number => found.reduce((sum, { audit }) => sum + audit[of], 0)
    return {
      asOf, checked: total('checked'), breaches: total('breaches'), warnings: total('warnings'),
      standards: found.map(({ standard, audit: { checked, breaches, warnings } }) => ({ ...standard, checked, breaches, warnings })),
      rows: found.flatMap(({ standard, audit }) => audit.rows.map((row) => ({ ...row, standard }))),
    }
  })
}
