// A person 人员: one record for whoever works in the district's offices, on which cards, rooms and roles hang.
import { choice, date, defineRegister, everyone, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { contractor } from './contractor.ts'
import { identityPattern } from './identity-number.ts'
import { organ } from './organ.ts'
import { ranks } from './ranks.ts'
import { liaison, peopleOfficer } from './roles.ts'

export const person = defineRegister('people.person', {
  title: '人员',
  fields: {
    name: text('姓名', { max: 30 }),
    number: text('工号', { max: 20, unique: true }),
    gender: choice('性别', { male: '男', female: '女' }),
    born: date('出生日期', { optional: true, grade: 'sensitive' }),
    phone: text('手机', {
      max: 20,
      optional: true,
      grade: 'personal',
      mask: 'phone',
      pattern: { expression: /^1\d{10}$/, says: '应为 11 位手机号' },
    }),
    officePhone: text('办公电话', { max: 20, optional: true }),
    identity: text('公民身份号码', { max: 18, optional: true, unique: true, grade: 'sensitive', mask: 'identity', pattern: identityPattern }),
    organ: ref('所在单位', organ),
    rank: choice('职级', ranks, { optional: true, hint: '外包人员不填' }),
    employment: choice('人员类别', { civil: '公务员', institution: '事业编制', hired: '聘用', outsourced: '外包' }),
    contractor: ref('外包单位', contractor, { optional: true }),
    standing: choice('状态', { active: '在职', retired: '退休', left: '调出或离职' }),
    joinedOn: date('到岗日期', { optional: true }),
    leftOn: date('离岗日期', { optional: true }),
  },
  name: (p) => p.name,
  access: {
    read: [everyone],
    write: [peopleOfficer],
    import: [peopleOfficer],
    export: [peopleOfficer, liaison],
    reveal: [peopleOfficer, liaison],
  },
  scope: { organ: 'organ', person: 'id' },
  dimension: 'person',
  card: { facts: ['organ', 'rank'], state: 'standing' },
  search: ['number', 'officePhone'],
  columns: ['name', 'number', 'organ', 'rank', 'employment', 'standing', 'phone', 'officePhone'],
})
export interface Person extends Row<typeof person> {}
