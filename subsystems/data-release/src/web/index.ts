// The web part of data release 数据导出: the derived screens; the file is fetched on the matter's own page.
import { fill } from '@houqin/define'
import { defineWebPart, matterScreens, matterSlot } from '@houqin/web-kit'
import { dataRelease, release } from '../contract/index.ts'

export const web = defineWebPart({
  subsystem: dataRelease,
  screens: [...matterScreens(release, { group: '办事', hidden: true, start: () => import('./release/start-page.tsx') })],
  fills: [fill(matterSlot(release), () => import('./release/file-panel.tsx'))],
  words: async () => (await import('../../locales/en.ts')).en,
})
