// A post 任职: who holds which post in which organ from when to when; one person may hold several.
import { choice, defineRegister, everyone, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { organ } from './organ.ts'
import { person } from './person.ts'
import { ranks } from './ranks.ts'
import { liaison, peopleOfficer } from './roles.ts'

export const post = defineRegister('people.post', {
  title: '任职',
  fields: {
    person: ref('人员', person),
    organ: ref('单位', organ),
    title: text('职务', { max: 60 }),
    kind: choice('主兼', { main: '主职', second: '兼职' }),
    duty: choice('岗位', { head: '主要负责人', deputy: '领导班子成员', section: '科室负责人', staff: '工作人员' }),
    rank: choice('职级', ranks, { optional: true }),
  },
  name: (p, label) => `${label('person')} · ${label('organ')} ${p.title}`,
  access: { read: [everyone], write: [peopleOfficer], import: [peopleOfficer], export: [peopleOfficer, liaison] },
  scope: { organ: 'organ', person: 'person' },
  dated: true,
  alike: ['person', 'organ'],
  card: { facts: ['organ', 'title'], state: 'kind' },
  columns: ['person', 'organ', 'title', 'kind', 'duty', 'rank'],
  sort: 'organ',
})
export interface Post extends Row<typeof post> {}
