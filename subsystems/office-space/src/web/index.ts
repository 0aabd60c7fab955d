// The web part of office space 办公用房: the plan of a floor, allotments and what is being put right.
import { auditor, fill, page } from '@houqin/define'
import { bureauLeader, liaison } from '@houqin/people'
import { placesOfficer, room, steward } from '@houqin/places'
import { board, defineWebPart, matterScreens, matterSlot, registerScreens } from '@houqin/web-kit'
import { allotment, census, cityCode, citySubmission, drawingTolerance, floorPlan, innerRoom, leaseApproval, officeSpace, publication, redress, roomCorrection, roomFiling, roomPatrol, roomRequest, roomState, siteNeed } from '../contract/index.ts'

export const web = defineWebPart({
  subsystem: officeSpace,
  screens: [
    page({ path: '/office-space/plan', title: '楼层平面图', group: '房车物', load: () => import('./plan/plan-page.tsx') }),
    page({ path: '/office-space/plan/edit', title: '修改楼层图', group: '房车物', who: [placesOfficer], hidden: true, load: () => import('./edit/edit-page.tsx') }),
    page({ path: '/office-space/reallotment', title: '用房调剂方案', group: '房车物', who: [placesOfficer, bureauLeader], load: () => import('./reallotment/reallotment-page.tsx') }),
    ...registerScreens(allotment, { group: '房车物' }), ...registerScreens(floorPlan, { group: '房车物' }), ...registerScreens(drawingTolerance, { group: '房车物' }), ...matterScreens(redress, { group: '房车物' }),
    page({ path: '/office-space/census', title: '现场清查', group: '房车物', who: [steward, placesOfficer], load: () => import('./census/census-page.tsx') }),
    ...matterScreens(census, { group: '房车物' }),
    page({ path: '/office-space/patrol', title: '逐间巡查', group: '房车物', who: [steward, placesOfficer, bureauLeader, auditor], load: () => import('./patrol/patrol-page.tsx') }),
    ...matterScreens(roomPatrol, { group: '房车物' }),
    page({ path: '/office-space/door', title: '门牌', group: '房车物', load: () => import('./door/door-page.tsx') }),
    ...matterScreens(roomCorrection, { group: '房车物', who: [placesOfficer, steward, bureauLeader] }),
    page({ path: '/office-space/district', title: '全区用房总账', group: '房车物', who: [placesOfficer, bureauLeader, auditor], load: () => import('./ledger/district-page.tsx') }),
    page({ path: '/office-space/city', title: '市平台数据', group: '房车物', who: [placesOfficer, bureauLeader, auditor], load: () => import('./city/city-page.tsx') }),
    ...matterScreens(citySubmission, { group: '房车物' }), ...registerScreens(cityCode, { group: '房车物' }),
    page({ path: '/office-space/published', title: '用房公示', group: '房车物', load: () => import('./yearly/published-page.tsx') }),
    page({ path: '/office-space/filings', title: '年度备案', group: '房车物', who: [placesOfficer, bureauLeader, auditor], load: () => import('./yearly/filings-page.tsx') }),
    ...matterScreens(publication, { group: '房车物' }), ...matterScreens(roomFiling, { group: '房车物' }),
    page({ path: '/office-space/organ', title: '单位用房', group: '房车物', who: [placesOfficer, bureauLeader, auditor, liaison], load: () => import('./ledger/organ-page.tsx') }),
    ...matterScreens(roomRequest, { group: '房车物' }), ...registerScreens(roomState, { group: '房车物' }), ...registerScreens(innerRoom, { group: '房车物' }), ...registerScreens(siteNeed, { group: '房车物' }), ...registerScreens(leaseApproval, { group: '房车物' }),
  ],
  starts: [
    { matter: roomCorrection, hint: '谁坐在哪、面积、用途和台账对不上的，拍照告诉场所管理员' },
    { matter: roomRequest, hint: '要房、换房、退房、租用、改用途，先看现有的够不够' },
    { matter: roomPatrol, hint: '选一栋楼，逐间看，不符的转整改' },
    { matter: redress, hint: '超标的、坐错的、该腾退的，改到台账合规为止' },
    { matter: census, hint: '一处场所的房间和人，按现场清点一遍' },
    { matter: citySubmission, hint: '把全区的场所、楼栋、单位和房间报给市平台' },
    { matter: publication, hint: '每年把各单位用房公示出来' },
    { matter: roomFiling, hint: '领导干部办公用房每年报备' },
  ],
  ahead: { '/office-space/plan': ['/office-space/floors/{floor}/plan{?day}', '/office-space/floors?near={floor}{&day}'] },
  coded: [{ register: room, path: '/office-space/door' }],
  fills: [fill(matterSlot(citySubmission), () => import('./city/city-panel.tsx')), fill(matterSlot(redress), () => import('./redress/companions-panel.tsx')), fill(matterSlot(census), () => import('./census/census-panel.tsx')), fill(matterSlot(roomRequest), () => import('./ledger/basis-panel.tsx')), fill(board, () => import('./board/rooms-panel.tsx'))],
  words: async () => (await import('../../locales/en.ts')).en,
})
