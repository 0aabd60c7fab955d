// What follows from the matters of the office 公车业务联动.
import type { System } from '@houqin/http'
import type { Effects } from '@houqin/matters'
import { exemptionEffects } from '../immobilised/exemption.ts'
import { fleetPublicationEffects } from '../publication/publish.ts'
import { disposalEffects } from './disposal.ts'
import { incidentEffects } from './incident.ts'
import { inquiryEffects } from './inquiry.ts'
import { redressEffects } from './redress.ts'
import { repairEffects } from './repair.ts'
import { papersEffects } from './road-papers.ts'
import { standingEffects } from './standing-use.ts'
import { transferEffects } from './transfer.ts'
import { useEffects } from './use.ts'

export const officeEffects = (system: System): readonly Effects[] => [useEffects(system), repairEffects(system), papersEffects(system), incidentEffects(system), inquiryEffects(), disposalEffects(system), transferEffects(system), standingEffects(system), redressEffects(system), exemptionEffects(system), fleetPublicationEffects(system)]
