// Who looks after the sites 谁管场所: as the server's routes have it.
import { auditor } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, steward } from '../contract/index.ts'

export const keepers = Object.freeze([placesOfficer, steward, bureauLeader, auditor])
