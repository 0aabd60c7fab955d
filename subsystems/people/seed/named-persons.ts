// Persons of the demonstration who are known by name: those who sign in, and the men and women of the repair story.
import type { Person, Post } from '../src/contract/index.ts'

export interface NamedPerson {
  readonly key: string
  readonly name: string
  readonly gender: Person['gender']
  readonly organ: string
  readonly title: string
  readonly duty: Post['duty']
  readonly rank: NonNullable<Person['rank']>
  readonly age: number
}
export const namedPersons = Object.freeze([
  { key: 'staff', name: '刘敏', gender: 'female', organ: '发改委', title: '四级主任科员', duty: 'staff', rank: 'below', age: 34 },
  { key: 'steward', name: '周建国', gender: 'male', organ: '后勤中心', title: '机关大院驻点负责人', duty: 'section', rank: 'below', age: 56 },
  { key: 'dispatcher', name: '沈丽华', gender: 'female', organ: '后勤中心', title: '维修调度', duty: 'staff', rank: 'below', age: 48 },
  { key: 'worker', name: '陈志强', gender: 'male', organ: '后勤中心', title: '维修电工', duty: 'staff', rank: 'below', age: 51 },
  { key: 'officer', name: '孙晓雯', gender: 'female', organ: '机关事务局', title: '服务科科长', duty: 'section', rank: 'sectionDeputy', age: 41 },
  { key: 'leader', name: '顾明远', gender: 'male', organ: '机关事务局', title: '局长', duty: 'head', rank: 'sectionChief', age: 53 },
  { key: 'places', name: '何伟', gender: 'male', organ: '机关事务局', title: '房产科科长', duty: 'section', rank: 'sectionDeputy', age: 45 },
  { key: 'people', name: '许静', gender: 'female', organ: '机关事务局', title: '办公室副主任', duty: 'section', rank: 'below', age: 38 },
  { key: 'liaison', name: '吴婷', gender: 'female', organ: '财政局', title: '办公室主任', duty: 'section', rank: 'below', age: 37 },
  { key: 'auditor', name: '郑立群', gender: 'male', organ: '审计局', title: '行政事业审计科科长', duty: 'section', rank: 'sectionDeputy', age: 49 },
  { key: 'systemAdmin', name: '钱一鸣', gender: 'male', organ: '机关事务局', title: '信息科科员', duty: 'staff', rank: 'below', age: 31 },
  { key: 'securityAdmin', name: '冯岚', gender: 'female', organ: '机关事务局', title: '信息科副科长', duty: 'section', rank: 'below', age: 36 },
  { key: 'auditAdmin', name: '石磊', gender: 'male', organ: '机关事务局', title: '机关纪委委员', duty: 'staff', rank: 'below', age: 44 },
] as const satisfies readonly NamedPerson[])
export type NamedKey = (typeof namedPersons)[number]['key']
