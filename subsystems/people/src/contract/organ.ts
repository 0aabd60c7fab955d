// An organ 单位: a department, committee, court, subdistrict or institution, with its staffing and its superior.
import { choice, defineRegister, everyone, int, lines, ref, self, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { creditCodePattern } from './credit-code.ts'
import { ranks } from './ranks.ts'
import { bureauLeader, liaison, peopleOfficer } from './roles.ts'

export const organCategories = Object.freeze({
  party: '党委部门',
  congress: '人大机关',
  government: '政府部门',
  cppcc: '政协机关',
  discipline: '纪检监察机关',
  court: '审判机关',
  procuratorate: '检察机关',
  mass: '群团组织',
  subdistrict: '街道',
  institution: '事业单位',
} as const)
export type OrganCategory = keyof typeof organCategories

export const organLevels = Object.freeze({
  county: '县处级',
  section: '正科级',
  sectionDeputy: '副科级',
  below: '股级及以下',
} as const)
export type OrganLevel = keyof typeof organLevels

export const organ = defineRegister('people.organ', {
  title: '单位',
  fields: {
    name: text('名称', { max: 80, unique: true }),
    shortName: text('简称', { max: 20 }),
    category: choice('类别', organCategories),
    level: choice('级别', organLevels),
    parent: self('上级单位', { optional: true }),
    creditCode: text('统一社会信用代码', {
      max: 18,
      unique: true,
      optional: true,
      pattern: creditCodePattern,
      hint: '18 位；内设机构和派出机构没有代码的不填',
    }),
    establishment: int('编制数', { min: 0, unit: '名', hint: '批准的人员编制总数；领导职数另列' }),
    // person.ts points here, and two files cannot import each other: the catalogue checks this id when it is made.
    head: ref('主要负责人', { id: 'people.person' }, { optional: true }),
    address: text('办公地址', { max: 120, optional: true }),
    phone: text('值班电话', { max: 20, optional: true }),
  },
  name: (o) => o.name,
  access: {
    read: [everyone],
    write: [peopleOfficer],
    import: [peopleOfficer],
    export: [peopleOfficer, liaison, bureauLeader],
  },
  scope: { organ: 'id' },
  dimension: 'organ',
  tree: 'parent',
  card: { facts: ['category', 'establishment'], state: 'level' },
  search: ['shortName', 'creditCode'],
  columns: ['name', 'category', 'level', 'parent', 'establishment', 'head', 'address'],
  lines: {
    leadership: lines('领导职数', {
      fields: { rank: choice('职级', ranks), count: int('职数', { min: 1, unit: '名' }) },
      totals: ['count'],
    }),
  },
})
export interface Organ extends Row<typeof organ> {}
