// The web part of staffing 人事事务.
import { defineWebPart, matterScreens, registerScreens } from '@houqin/web-kit'
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { roleRequest, staffing, workplace } from '../contract/index.ts'
import { peopleOfficer } from '@houqin/people'
import { placesOfficer } from '@houqin/places'

export const web = defineWebPart({
  subsystem: staffing,
  screens: [
    ...matterScreens(roleRequest, { group: '系统', start: () => import('./roles/role-request-page.tsx') }),
    ...registerScreens(workplace, { group: '房车物', who: [peopleOfficer, placesOfficer] }),
  ],
  starts: [{ matter: roleRequest, icon: SafetyCertificateOutlined, hint: '给人开通或收回权限' }],
  words: async () => (await import('../../locales/en.ts')).en,
})
