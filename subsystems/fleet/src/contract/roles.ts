// Who does what with the official vehicles 公务用车.
import { defineRole } from '@houqin/define'

/** Keeps the ledger of all vehicles and sees where they are. */
export const fleetOfficer = defineRole('fleet.officer', { title: '公车管理员', reach: 'district' })
/** Keeps the vehicles whose work may not be known: for them alone these rows exist. */
export const confidentialKeeper = defineRole('fleet.confidential-keeper', { title: '涉密车辆管理员', reach: 'district' })
