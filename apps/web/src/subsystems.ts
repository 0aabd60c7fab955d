// THE list of web parts: every subsystem whose screens the console shows, in the order of the rail.
import { web as people } from '@houqin/people/web'
import { web as places } from '@houqin/places/web'
import { web as regulations } from '@houqin/regulations/web'
import { web as serviceDesk } from '@houqin/service-desk/web'
import { web as staffing } from '@houqin/staffing/web'
import { web as goals } from '@houqin/goals/web'
import { web as dataRelease } from '@houqin/data-release/web'
import { web as fleet } from '@houqin/fleet/web'
import { web as officeSpace } from '@houqin/office-space/web'
import type { WebPart } from '@houqin/web-kit'

export const webParts: readonly WebPart[] = Object.freeze([serviceDesk, places, people, regulations, staffing, dataRelease, goals, fleet, officeSpace])
