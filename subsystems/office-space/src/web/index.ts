// The web part of office space 办公用房: allotments and what is being put right.
import { defineWebPart, matterScreens, registerScreens } from '@houqin/web-kit'
import { allotment, officeSpace, redress } from '../contract/index.ts'

export const web = defineWebPart({
  subsystem: officeSpace,
  screens: [...registerScreens(allotment, { group: '房车物' }), ...matterScreens(redress, { group: '房车物' })],
  words: async () => (await import('../../locales/en.ts')).en,
})
