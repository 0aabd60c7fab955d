// An acknowledgement 阅知: that a person has read a version of a document, and when.
import { auditor, defineRegister, instant, ref } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, person } from '@houqin/people'
import { regulationsOfficer } from './roles.ts'
import { version } from './version.ts'

export const acknowledgement = defineRegister('regulations.acknowledgement', {
  title: '阅知记录',
  fields: { of: ref('制度版本', version), person: ref('阅知人', person), at: instant('阅知时间') },
  name: (_, label) => `${label('person')} · ${label('of')}`,
  access: { read: [regulationsOfficer, bureauLeader, auditor], write: [regulationsOfficer], export: [regulationsOfficer] },
  scope: { person: 'person' },
  card: { facts: ['person', 'at'] },
  sort: '-at',
})
export interface Acknowledgement extends Row<typeof acknowledgement> {}
