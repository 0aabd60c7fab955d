// Who does what with the official vehicles 公务用车.
import { defineRole } from '@houqin/define'

/** Keeps the ledger of all vehicles and sees where they are. */
export const fleetOfficer = defineRole('fleet.officer', { title: '公车管理员', reach: 'district' })
/** Keeps the vehicles whose work may not be known: for them alone these rows exist. */
export const confidentialKeeper = defineRole('fleet.confidential-keeper', { title: '涉密车辆管理员', reach: 'district' })
/** Sends cars and drivers out. */
export const fleetDispatcher = defineRole('fleet.dispatcher', { title: '车辆调度', reach: 'district' })
/** Drives what he is sent out with. */
export const dutyDriver = defineRole('fleet.duty-driver', { title: '出车驾驶员', reach: 'district' })
