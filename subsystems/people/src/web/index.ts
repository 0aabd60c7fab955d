// The web part of people and organs 人员与单位: the establishment as a tree, and the derived screens.
import { page } from '@houqin/define'
import { defineWebPart, matterScreens, registerScreens } from '@houqin/web-kit'
import { contractor, contractRenewal, correction, organ, people, person, post } from '../contract/index.ts'

export const web = defineWebPart({
  subsystem: people,
  screens: [
    page({ path: '/people/establishment', title: '单位编制', group: '党建队伍', load: () => import('./establishment-page.tsx') }),
    ...registerScreens(organ, { group: '党建队伍' }),
    ...registerScreens(person, { group: '党建队伍' }),
    ...registerScreens(post, { group: '党建队伍' }),
    ...registerScreens(contractor, { group: '党建队伍' }),
    ...matterScreens(contractRenewal, { group: '党建队伍' }),
    ...matterScreens(correction, { group: '党建队伍' }),
  ],
  starts: [{ matter: correction, hint: '登记的信息不对，说明怎么改' }],
  words: async () => (await import('../../locales/en.ts')).en,
})
