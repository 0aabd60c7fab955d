// The web part of office space 办公用房: the plan of a floor, allotments and what is being put right.
import { fill, page } from '@houqin/define'
import { placesOfficer, steward } from '@houqin/places'
import { defineWebPart, matterScreens, matterSlot, registerScreens } from '@houqin/web-kit'
import { allotment, census, floorPlan, officeSpace, redress } from '../contract/index.ts'

export const web = defineWebPart({
  subsystem: officeSpace,
  screens: [
    page({ path: '/office-space/plan', title: '楼层平面图', group: '房车物', load: () => import('./plan/plan-page.tsx') }),
    ...registerScreens(allotment, { group: '房车物' }), ...registerScreens(floorPlan, { group: '房车物' }), ...matterScreens(redress, { group: '房车物' }),
    page({ path: '/office-space/census', title: '现场清查', group: '房车物', who: [steward, placesOfficer], load: () => import('./census/census-page.tsx') }),
    ...matterScreens(census, { group: '房车物' }),
  ],
  fills: [fill(matterSlot(census), () => import('./census/census-panel.tsx'))],
  words: async () => (await import('../../locales/en.ts')).en,
})
