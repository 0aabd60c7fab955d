// An addressee 阅知对象: a person who must read a version by a day, and when he said that he had.
import { auditor, date, defineRegister, instant, ref } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, organ, person } from '@houqin/people'
import { regulationsOfficer } from './roles.ts'
import { version } from './version.ts'

export const addressee = defineRegister('regulations.addressee', {
  title: '阅知对象',
  fields: {
    of: ref('制度版本', version),
    person: ref('阅知人', person),
    organ: ref('单位', organ, { optional: true }),
    until: date('阅知期限'),
    readAt: instant('阅知时间', { optional: true }),
    remindedAt: instant('催阅时间', { optional: true }),
  },
  name: (_, label) => `${label('person')} · ${label('of')}`,
  access: { read: [regulationsOfficer, bureauLeader, auditor], write: [regulationsOfficer], export: [regulationsOfficer] },
  scope: { person: 'person' },
  card: { facts: ['until', 'readAt'] },
  sort: 'until',
})
export interface Addressee extends Row<typeof addressee> {}
