// THE list 子系统清单: every subsystem this server runs, in the order their schemas are made.
import type { ServerPart } from '@houqin/compose'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { regulations } from '@houqin/regulations/server'
import { serviceDesk } from '@houqin/service-desk/server'
import { staffing } from '@houqin/staffing/server'
import { goals } from '@houqin/goals/server'
import { dataRelease } from '@houqin/data-release/server'
import { fleet } from '@houqin/fleet/server'
import { officeSpace } from '@houqin/office-space/server'

/** A part may refer to the schemas of those above it. */
export const parts: readonly ServerPart[] = [people, places, regulations, serviceDesk, staffing, dataRelease, goals, fleet, officeSpace]
