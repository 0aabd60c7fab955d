// The web part of fleet 公务用车: where the cars are, the inquiries, the ledgers, and how the terminals’ gateway is.
import { auditor, fill, page } from '@houqin/define'
import { board, defineWebPart, matterScreens, matterSlot, registerScreens } from '@houqin/web-kit'
import { CarOutlined, ToolOutlined } from '@ant-design/icons'
import { card, cost, dutyDriver, fence, fleet, fleetDispatcher, fleetOfficer, fleetPublication, immobilisation, incident, inquiry, establishment, rental, repair, sealCheck, shop, terminal, use } from '../contract/index.ts'
import { readers } from './readers.ts'
import { lifeScreens } from './office/life/life-screens.ts'

export const web = defineWebPart({
  subsystem: fleet,
  screens: [
    page({ path: '/fleet/drive', title: '我的出车', group: '办事', who: [dutyDriver], load: () => import('./office/drive/drive-page.tsx') }),
    page({ path: '/fleet/dispatch', title: '派车台', group: '房车物', who: [fleetDispatcher, fleetOfficer], load: () => import('./office/board/board-page.tsx') }),
    page({ path: '/fleet/ask', title: '我要用车', group: '办事', load: () => import('./office/ask/ask-page.tsx') }),
    ...matterScreens(use, { group: '办事', start: () => import('./office/ask/ask-page.tsx'), page: () => import('./office/ask/use-page.tsx') }),
    page({ path: '/fleet/now', title: '车辆位置', group: '房车物', who: readers, load: () => import('./now/now-page.tsx') }),
    page({ path: '/fleet/playback', title: '轨迹回放', group: '房车物', who: readers, load: () => import('./playback/playback-page.tsx') }),
    page({ path: '/fleet/fences', title: '电子围栏', group: '房车物', who: [...fence.access.read, auditor], load: () => import('./fences/fences-page.tsx') }),
    page({ path: '/fleet/commands', title: '终端指令', group: '房车物', who: readers, load: () => import('./commands/commands-page.tsx') }),
    page({ path: '/fleet/days', title: '每日行车', group: '房车物', who: readers, load: () => import('./meaning/days-page.tsx') }),
    page({ path: '/fleet/use', title: '用车统计', group: '房车物', who: readers, load: () => import('./meaning/use-page.tsx') }),
    page({ path: '/fleet/car-days', title: '行车日', group: '房车物', who: readers, hidden: true, load: () => import('./meaning/car-days-page.tsx') }),
    page({ path: '/fleet/day', title: '单车一天', group: '房车物', who: readers, hidden: true, load: () => import('./meaning/day-page.tsx') }),
    ...matterScreens(inquiry, { group: '房车物', who: readers }),
    page({ path: '/fleet/check', title: '公车检查', group: '房车物', who: readers, load: () => import('./office/check/check-page.tsx') }),
    page({ path: '/fleet/accounts', title: '单车核算', group: '房车物', who: readers, load: () => import('./account/accounts-page.tsx') }),
    page({ path: '/fleet/driver-log', title: '行车日志', group: '房车物', who: [dutyDriver, fleetDispatcher, ...readers], load: () => import('./account/driver-log-page.tsx') }),
    page({ path: '/fleet/refuelling', title: '加油核对', group: '房车物', who: readers, load: () => import('./account/refuelling-page.tsx') }),
    page({ path: '/fleet/right-sizing', title: '精简测算', group: '房车物', who: readers, load: () => import('./account/right-sizing-page.tsx') }),
    page({ path: '/fleet/utilisation', title: '使用率', group: '房车物', who: readers, load: () => import('./account/utilisation-page.tsx') }),
    page({ path: '/fleet/published', title: '公车公示', group: '办事', load: () => import('./account/publication/published-page.tsx') }),
    ...matterScreens(fleetPublication, { group: '房车物' }),
    page({ path: '/fleet/account', title: '单车核算表', group: '房车物', who: readers, hidden: true, load: () => import('./account/account-page.tsx') }),
    ...lifeScreens,
    ...[establishment, cost, card, shop, rental, terminal].flatMap((register) => registerScreens(register, { group: '房车物' })),
    ...registerScreens(immobilisation, { group: '房车物', record: () => import('./immobilised/immobilisation-page.tsx') }),
    ...registerScreens(sealCheck, { group: '房车物', hidden: true }),
    ...registerScreens(fence, { group: '房车物', hidden: true }),
    page({ path: '/fleet/gateways', title: '终端接入', group: '房车物', who: readers, load: () => import('./gateways/gateways-page.tsx') }),
  ],
  fills: [fill(matterSlot(inquiry), () => import('./evidence/inquiry-fill.tsx')), fill(matterSlot(incident), () => import('./evidence/incident-fill.tsx')), fill(board, () => import('./now/cars-panel.tsx'))],
  starts: [{ matter: use, icon: CarOutlined, path: '/fleet/ask', hint: '要一辆车，单位批准后派出' }, { matter: repair, icon: ToolOutlined, path: '/fleet/repair', hint: '车有毛病、该保养了，拍照报给公车管理员' }],
  homes: [{ who: [fleetDispatcher], path: '/fleet/dispatch' }, { who: [dutyDriver], path: '/fleet/drive' }],
  words: async () => (await import('../../locales/en.ts')).en,
})
