// The web part of places 场所: the steward's day, the sheets of door codes, the overview, and the derived screens.
import { fill, page } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { board, defineWebPart, matterScreens, registerScreens } from '@houqin/web-kit'
import {
  building, certificate, duty, dutyGroup, dutySwap, floor, handover, leaseRenewal, outdoorArea, pastPatrol, patrol, patrolRoute, places, placesOfficer, room, seat, site, steward, stewardship,
} from '../contract/index.ts'
import { keepers } from './keepers.ts'

export const web = defineWebPart({
  subsystem: places,
  screens: [
    page({ path: '/places/day', title: '驻点一天', group: '房车物', who: keepers, load: () => import('./day/day-page.tsx') }),
    page({ path: '/places/patrol', title: '今天的巡查', group: '房车物', who: [steward, placesOfficer], load: () => import('./patrol/patrol-page.tsx') }),
    page({ path: '/places/duty-board', title: '值班表', group: '房车物', load: () => import('./duty/duty-board-page.tsx') }),
    page({ path: '/places/plans', title: '周期计划', group: '房车物', who: [placesOfficer, steward, bureauLeader], load: () => import('./plans/plans-page.tsx') }),
    page({ path: '/places/overview', title: '场所总览', group: '房车物', load: () => import('./overview/overview-page.tsx') }),
    ...registerScreens(site, { group: '房车物' }),
    ...registerScreens(building, { group: '房车物', who: keepers }),
    ...registerScreens(floor, { group: '房车物', who: keepers }),
    ...registerScreens(room, { group: '房车物' }),
    ...registerScreens(outdoorArea, { group: '房车物', who: keepers }),
    page({ path: '/places/door-codes', title: '门牌码', group: '房车物', who: [placesOfficer, steward], load: () => import('./door-codes/door-codes-page.tsx') }),
    ...matterScreens(leaseRenewal, { group: '房车物' }),
    ...registerScreens(certificate, { group: '房车物' }),
    ...registerScreens(seat, { group: '房车物' }),
    ...registerScreens(stewardship, { group: '房车物', who: keepers }),
    ...registerScreens(duty, { group: '房车物', who: keepers }),
    ...registerScreens(dutyGroup, { group: '房车物', who: keepers }),
    ...matterScreens(dutySwap, { group: '房车物', hidden: true }),
    ...registerScreens(patrolRoute, { group: '房车物', who: keepers }),
    ...matterScreens(patrol, { group: '房车物', who: keepers }),
    ...registerScreens(pastPatrol, { group: '房车物', who: keepers }),
    ...registerScreens(handover, { group: '房车物' }),
  ],
  fills: [fill(board, () => import('./board/sites-panel.tsx'))],
  homes: [{ who: [steward], path: '/places/day' }],
  words: async () => (await import('../../locales/en.ts')).en,
})
