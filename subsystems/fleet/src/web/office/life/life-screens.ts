// The screens of what a car goes through 车辆经历: the matters of its life, and the page of a car that lists them.
import { auditor, page } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import type { Screen } from '@houqin/define'
import type { FieldInputProps, StepSheetProps } from '@houqin/web-kit'
import { late, matterScreens, registerScreens } from '@houqin/web-kit'
import { createElement, lazy, Suspense } from 'react'
import { disposal, driver, exemption, fleetOfficer, fleetRedress, incident, inspection, insurance, repair, roadPapers, standingUse, transfer, vehicle } from '../../../contract/index.ts'

const CarLife = lazy(async () => ({ default: (await import('./car-life.tsx')).CarLife }))
const CarInput = lazy(async () => ({ default: (await import('../repair/car-input.tsx')).CarInput }))
const ReadingInput = lazy(async () => ({ default: (await import('./reading-input.tsx')).ReadingInput }))
const ReceiverInput = lazy(async () => ({ default: (await import('./receiver-input.tsx')).ReceiverInput }))
const ClassInput = lazy(async () => ({ default: (await import('./receiver-input.tsx')).ClassInput }))
const HolidayInput = lazy(async () => ({ default: (await import('../../immobilised/holiday-input.tsx')).HolidayInput }))
const handing = late<StepSheetProps>(async () => (await import('./step-sheets.tsx')).HandOverSheet)
const by = (Input: typeof CarInput) => (given: FieldInputProps) => createElement(Suspense, { fallback: null }, createElement(Input, given))
const inputs = { vehicle: by(CarInput) }
const holidays = { ...inputs, immobilisation: by(HolidayInput) }
/** As the page of a car lists them. */
const lives = [repair, roadPapers, incident, standingUse, transfer, disposal, exemption, fleetRedress]
const readers = [fleetOfficer, bureauLeader, auditor]

export const lifeScreens: readonly Screen[] = [
  page({ path: '/fleet/repair', title: '报修车辆', group: '办事', who: [...repair.access.start], load: () => import('../repair/repair-page.tsx') }),
  ...matterScreens(repair, { group: '房车物', start: () => import('../repair/repair-page.tsx'), page: () => import('../repair/one-repair-page.tsx') }),
  page({ path: '/fleet/papers', title: '保险年检到期', group: '房车物', who: readers, load: () => import('../papers/papers-page.tsx') }),
  ...matterScreens(roadPapers, { group: '房车物', inputs }),
  ...matterScreens(incident, { group: '房车物', inputs }),
  ...matterScreens(standingUse, { group: '办事', inputs: { ...inputs, odometerOut: by(ReadingInput) } }),
  ...matterScreens(exemption, { group: '房车物', inputs: holidays }),
  ...matterScreens(transfer, { group: '房车物', inputs: { ...inputs, toOrgan: by(ReceiverInput), toUse: by(ClassInput) }, steps: { handOver: handing } }),
  ...matterScreens(disposal, { group: '房车物', inputs, page: () => import('./one-disposal-page.tsx') }),
  ...matterScreens(fleetRedress, { group: '房车物' }),
  ...registerScreens(vehicle, { group: '房车物', tabs: [{ title: '办过的事', Body: ({ row }) => createElement(Suspense, { fallback: null }, createElement(CarLife, { field: 'vehicle', id: row.id, matters: lives, offers: row['standing'] !== 'disposed' && row['grade'] === 'ordinary' })) }] }),
  ...registerScreens(driver, { group: '房车物', tabs: [{ title: '事故和违法', Body: ({ row }) => createElement(Suspense, { fallback: null }, createElement(CarLife, { field: 'drove', id: row.id, matters: [incident] })) }] }),
  ...[insurance, inspection].flatMap((register) => registerScreens(register, { group: '房车物' })),
]
