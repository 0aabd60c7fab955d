// Who sees the cars 谁看车辆: as the server's routes have it.
import { auditor } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from '../contract/index.ts'

export const readers = Object.freeze([fleetOfficer, bureauLeader, auditor])
