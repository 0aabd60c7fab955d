// The web part of fleet 公务用车: where the cars are, the inquiries, the ledgers, and how the terminals’ gateway is.
import { auditor, page } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { defineWebPart, matterScreens, registerScreens } from '@houqin/web-kit'
import { driver, fence, fleet, fleetOfficer, immobilisation, inquiry, terminal, vehicle } from '../contract/index.ts'

const readers = [fleetOfficer, bureauLeader, auditor]

export const web = defineWebPart({
  subsystem: fleet,
  screens: [
    page({ path: '/fleet/now', title: '车辆位置', group: '房车物', who: readers, load: () => import('./now/now-page.tsx') }),
    page({ path: '/fleet/playback', title: '轨迹回放', group: '房车物', who: readers, load: () => import('./playback/playback-page.tsx') }),
    page({ path: '/fleet/days', title: '每日行车', group: '房车物', who: readers, load: () => import('./meaning/days-page.tsx') }),
    page({ path: '/fleet/day', title: '单车一天', group: '房车物', who: readers, hidden: true, load: () => import('./meaning/day-page.tsx') }),
    ...matterScreens(inquiry, { group: '房车物', who: readers }),
    ...[vehicle, driver, terminal, fence, immobilisation].flatMap((register) => registerScreens(register, { group: '房车物' })),
    page({ path: '/fleet/gateways', title: '终端接入', group: '房车物', who: readers, load: () => import('./gateways/gateways-page.tsx') }),
  ],
  words: async () => (await import('../../locales/en.ts')).en,
})
