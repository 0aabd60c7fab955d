// The web part of regulations 制度标准: documents and their texts, finding, asking, checking, and the derived screens.
import { auditor, fill, page } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { citedRule, defineWebPart, matterScreens, matterSlot, officerHome, recordSlot, registerScreens, staffHome } from '@houqin/web-kit'
import { acknowledgement, addressee, article, catalogueItem, document, provision, regulations, regulationsOfficer, ruleMaking, version } from '../contract/index.ts'
import { makingSheets } from './making/sheets.tsx'

const group = '制度'

export const web = defineWebPart({
  subsystem: regulations,
  screens: [
    page({ path: '/regulations/ask', title: '问一问', group, load: () => import('./ask/ask-page.tsx') }),
    page({ path: '/regulations/find', title: '查条文', group, load: () => import('./find/find-page.tsx') }),
    ...registerScreens(document, { group, record: () => import('./document/document-page.tsx') }),
    page({ path: '/regulations/changes/$id', title: '版本对照', group, hidden: true, load: () => import('./document/changes-page.tsx') }),
    ...registerScreens(version, { group, hidden: true }),
    ...registerScreens(article, { group, hidden: true, record: () => import('./document/article-page.tsx') }),
    ...registerScreens(provision, { group }),
    page({ path: '/regulations/provisions', title: '规则核对', group, load: () => import('./provisions/check-page.tsx') }),
    page({ path: '/regulations/catalogue', title: '事项目录', group, load: () => import('./catalogue/catalogue-page.tsx') }),
    ...registerScreens(catalogueItem, { group, hidden: true }),
    ...matterScreens(ruleMaking, { group, steps: makingSheets }),
    ...registerScreens(addressee, { group, who: [regulationsOfficer, bureauLeader, auditor] }),
    ...registerScreens(acknowledgement, { group, who: [regulationsOfficer, bureauLeader, auditor] }),
  ],
  fills: [
    fill(staffHome, () => import('./reading/to-read-card.tsx')),
    fill(officerHome, () => import('./reading/to-read-card.tsx')),
    fill(staffHome, () => import('./ask/ask-card.tsx')),
    fill(officerHome, () => import('./ask/ask-card.tsx')),
    fill(recordSlot(provision), () => import('./provisions/grounds.tsx')),
    fill(matterSlot(ruleMaking), () => import('./making/draft-panel.tsx')),
    fill(citedRule, () => import('./citation-link.tsx')),
  ],
  words: async () => (await import('../../locales/en.ts')).en,
})
