// The web part of regulations 制度标准: documents and their texts, finding, asking, checking, and the derived screens.
import { auditor, page } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { defineWebPart, matterScreens, registerScreens } from '@houqin/web-kit'
import { acknowledgement, article, catalogueItem, document, provision, regulations, regulationsOfficer, ruleMaking, version } from '../contract/index.ts'

const group = '制度'

export const web = defineWebPart({
  subsystem: regulations,
  screens: [
    page({ path: '/regulations/find', title: '查条文', group, load: () => import('./find/find-page.tsx') }),
    ...registerScreens(document, { group, record: () => import('./document/document-page.tsx') }),
    page({ path: '/regulations/changes/$id', title: '版本对照', group, hidden: true, load: () => import('./document/changes-page.tsx') }),
    ...registerScreens(version, { group, hidden: true }),
    ...registerScreens(article, { group, hidden: true, record: () => import('./document/article-page.tsx') }),
    ...registerScreens(provision, { group }),
    ...registerScreens(catalogueItem, { group }),
    ...matterScreens(ruleMaking, { group }),
    ...registerScreens(acknowledgement, { group, who: [regulationsOfficer, bureauLeader, auditor] }),
  ],
  words: async () => (await import('../../locales/en.ts')).en,
})
