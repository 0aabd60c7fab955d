// The web part of fleet 公务用车: the ledgers.
import { defineWebPart, registerScreens } from '@houqin/web-kit'
import { driver, fence, fleet, immobilisation, terminal, vehicle } from '../contract/index.ts'

export const web = defineWebPart({
  subsystem: fleet,
  screens: [vehicle, driver, terminal, fence, immobilisation].flatMap((register) => registerScreens(register, { group: '房车物' })),
  words: async () => (await import('../../locales/en.ts')).en,
})
