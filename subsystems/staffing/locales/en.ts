// The words of staffing in English.
import type { Words } from '@houqin/words'
import type { staffing } from '../src/contract/index.ts'
import { join } from './join-en.ts'
import { roleRequest } from './role-request-en.ts'

export const en = {
  title: 'Staffing',
  roles: {},
  registers: { workplace: { title: 'Workplaces', fields: { person: 'Person', room: 'Room' } } },
  matters: { join, roleRequest },
  standards: {},
  signals: {},
  reports: {},
  phrases: {
    办理入职: 'New employee',
    '登记、座位、账号、权限一次办完': 'Register, desk, account and roles in one go',
    给人开通或收回权限: 'Give or withdraw what somebody may do',
    不填为本人所在单位: 'Left empty: the person’s own organ',
    不填为办理当天: 'Left empty: the day it is executed',
    不填则直到收回: 'Left empty: until withdrawn',
  },
} satisfies Words<typeof staffing>
