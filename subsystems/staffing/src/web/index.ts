// The web part of staffing 人事事务.
import { fill, page } from '@houqin/define'
import { defineWebPart, matterScreens, matterSlot, registerScreens } from '@houqin/web-kit'
import { CalendarOutlined, SafetyCertificateOutlined, UserAddOutlined, UserDeleteOutlined } from '@ant-design/icons'
import { departure, join, leave, roleRequest, staffing, workplace } from '../contract/index.ts'
import { peopleOfficer } from '@houqin/people'
import { placesOfficer } from '@houqin/places'

export const web = defineWebPart({
  subsystem: staffing,
  screens: [
    // Found by the tile and by the button of the list: a second entry of the same would only be asked about.
    page({ path: '/staffing/new-employee', title: '办理入职', group: '党建队伍', who: [peopleOfficer], hidden: true, load: () => import('./newcomer/newcomer-page.tsx') }),
    ...matterScreens(join, { group: '党建队伍', start: () => import('./newcomer/newcomer-page.tsx') }),
    ...matterScreens(leave, { group: '办事', start: () => import('./leave/leave-page.tsx') }),
    ...matterScreens(departure, {
      group: '党建队伍', start: () => import('./departure/departure-page.tsx'), page: () => import('./departure/one-departure-page.tsx'),
    }),
    ...matterScreens(roleRequest, { group: '系统', start: () => import('./roles/role-request-page.tsx') }),
    ...registerScreens(workplace, { group: '房车物', who: [peopleOfficer, placesOfficer] }),
  ],
  fills: [fill(matterSlot(departure), () => import('./departure/checklist-panel.tsx'))],
  starts: [
    { matter: leave, icon: CalendarOutlined, hint: '请假、代理、交接一起办' },
    { matter: join, icon: UserAddOutlined, path: '/staffing/new-employee', hint: '登记、座位、账号、权限一次办完' },
    { matter: departure, icon: UserDeleteOutlined, hint: '逐项交接，当天停账号' },
    { matter: roleRequest, icon: SafetyCertificateOutlined, hint: '给人开通或收回权限' },
  ],
  words: async () => (await import('../../locales/en.ts')).en,
})
