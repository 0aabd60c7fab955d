// The server part of the service desk 服务诉求.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { serviceDesk as subsystem, team } from '../contract/index.ts'
import { demoAccounts } from '../../seed/accounts.ts'
import { alarmRepair } from './alarm-repair.ts'
import { closeUnanswered } from './close-unanswered.ts'
import { loadHistory, loadServiceDesk } from './demonstration.ts'
import { handsRoute } from './hands.ts'
import { lives } from '../../seed/living/lives.ts'
import { needsEffects } from './needs.ts'
import { pastFiguresFit } from './past-figures.ts'
import { publicBoardRoute } from './public-board.ts'
import { repairEffects } from './repair.ts'
import { voiceEffects } from './voices.ts'

export const serviceDesk = definePart({
  subsystem,
  tables: { schema: 'service_desk', folder: new URL('../../migrations/', import.meta.url) },
  en,
  responsibilities: [{ register: team, field: 'leader' }, { register: team, lines: 'members', field: 'person' }],
  effects: [repairEffects, ...voiceEffects],
  effectsOf: (system) => needsEffects(system),
  fitting: [pastFiguresFit],
  onAlarm: (system) => [alarmRepair(system)],
  ticks: (system) => [closeUnanswered(system)],
  routes: (app, system) => {
    publicBoardRoute(app, system)
    handsRoute(app, system)
  },
  demo: { base: loadServiceDesk, history: loadHistory, lives, accounts: demoAccounts },
})
