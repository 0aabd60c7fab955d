// The web part of the service desk 服务诉求: reporting, dispatching, mending, statistics, the public board, and the derived screens.
import { auditor, fill, page } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { alarmActions, patrolFault, placesDay, steward } from '@houqin/places'
import { board, defineWebPart, matterScreens, planLayer, registerScreens } from '@houqin/web-kit'
import { BulbOutlined, LikeOutlined, MessageOutlined, ToolOutlined } from '@ant-design/icons'
import { category, complaint, dispatcher, material, pastFigure, praise, purchase, repair, serviceDesk, serviceOfficer, suggestion, team, worker } from '../contract/index.ts'

const desk = [serviceOfficer, dispatcher, worker, auditor]

export const web = defineWebPart({
  subsystem: serviceDesk,
  screens: [
    page({ path: '/service-desk/work', title: '我的工单', group: '办事', who: [worker], load: () => import('./work/work-page.tsx') }),
    page({ path: '/service-desk/dispatch', title: '派单台', group: '办事', who: [dispatcher, steward, serviceOfficer], load: () => import('./dispatch/dispatch-page.tsx') }),
    page({ path: '/service-desk/report', title: '我要报修', group: '办事', load: () => import('./report/report-page.tsx') }),
    page({ path: '/service-desk/mine', title: '我的报修', group: '办事', load: () => import('./mine/mine-page.tsx') }),
    ...matterScreens(repair, { group: '办事', start: () => import('./report/report-page.tsx'), page: () => import('./repair-page.tsx') }),
    ...matterScreens(complaint, { group: '办事' }),
    ...matterScreens(suggestion, { group: '办事' }),
    ...matterScreens(praise, { group: '办事' }),
    ...matterScreens(purchase, { group: '工程采购' }),
    page({ path: '/service-desk/board', title: '公示栏', group: '办事', load: () => import('./board/board-page.tsx') }),
    page({ path: '/service-desk/statistics', title: '维修统计', group: '办事', who: [serviceOfficer, dispatcher, steward, bureauLeader, auditor], load: () => import('./statistics/statistics-page.tsx') }),
    ...registerScreens(team, { group: '办事', who: desk }),
    ...registerScreens(category, { group: '办事', who: desk }),
    ...registerScreens(material, { group: '办事', who: desk }),
    ...registerScreens(pastFigure, { group: '办事', who: [serviceOfficer, dispatcher, bureauLeader, auditor] }),
  ],
  fills: [
    fill(placesDay, () => import('./day/repairs-card.tsx')),
    fill(alarmActions, () => import('./day/alarm-repair.tsx')),
    fill(patrolFault, () => import('./patrol/patrol-repair.tsx')),
    fill(planLayer, () => import('./plan/repairs-layer.tsx')),
    fill(board, () => import('./board/repairs-panel.tsx')),
  ],
  starts: [
    { matter: repair, icon: ToolOutlined, path: '/service-desk/report', hint: '东西坏了，拍照就报' },
    { matter: complaint, icon: MessageOutlined, hint: '不满意，三个工作日内答复' },
    { matter: suggestion, icon: BulbOutlined, hint: '有更好的办法' },
    { matter: praise, icon: LikeOutlined, hint: '谁做得好，夸一夸' },
  ],
  homes: [
    { who: [dispatcher], path: '/service-desk/dispatch' },
    { who: [worker], path: '/service-desk/work' },
  ],
  words: async () => (await import('../../locales/en.ts')).en,
})
