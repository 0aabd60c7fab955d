// The web part of office space 办公用房: the plan of a floor, allotments and what is being put right.
import { page } from '@houqin/define'
import { defineWebPart, matterScreens, registerScreens } from '@houqin/web-kit'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { allotment, drawingTolerance, floorPlan, officeSpace, redress } from '../contract/index.ts'

export const web = defineWebPart({
  subsystem: officeSpace,
  screens: [
    page({ path: '/office-space/plan', title: '楼层平面图', group: '房车物', load: () => import('./plan/plan-page.tsx') }),
    page({ path: '/office-space/plan/edit', title: '修改楼层图', group: '房车物', who: [placesOfficer], hidden: true, load: () => import('./edit/edit-page.tsx') }),
    page({ path: '/office-space/reallotment', title: '用房调剂方案', group: '房车物', who: [placesOfficer, bureauLeader], load: () => import('./reallotment/reallotment-page.tsx') }),
    ...registerScreens(allotment, { group: '房车物' }), ...registerScreens(floorPlan, { group: '房车物' }), ...registerScreens(drawingTolerance, { group: '房车物' }), ...matterScreens(redress, { group: '房车物' }),
  ],
  words: async () => (await import('../../locales/en.ts')).en,
})
