// The screens of what a car goes through 车辆经历: the matters of its life, and the page of a car that lists them.
import { page } from '@houqin/define'
import type { Screen } from '@houqin/define'
import { matterScreens, registerScreens } from '@houqin/web-kit'
import { createElement, lazy, Suspense } from 'react'
import { fleetRedress, repair, vehicle } from '../../../contract/index.ts'

const CarLife = lazy(async () => ({ default: (await import('./car-life.tsx')).CarLife }))
/** As the page of a car lists them. */
const lives = [repair, fleetRedress]

export const lifeScreens: readonly Screen[] = [
  page({ path: '/fleet/repair', title: '报修车辆', group: '办事', who: [...repair.access.start], load: () => import('../repair/repair-page.tsx') }),
  ...matterScreens(repair, { group: '房车物', start: () => import('../repair/repair-page.tsx') }),
  ...matterScreens(fleetRedress, { group: '房车物' }),
  ...registerScreens(vehicle, { group: '房车物', tabs: [{ title: '办过的事', Body: ({ row }) => createElement(Suspense, { fallback: null }, createElement(CarLife, { car: row.id, matters: lives })) }] }),
]
