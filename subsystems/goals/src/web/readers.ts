// Who is told how the goals stand 谁看成效: as the server's routes have it.
import { auditor } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { goalsOfficer } from '../contract/index.ts'

export const readers = Object.freeze([bureauLeader, goalsOfficer, auditor])
