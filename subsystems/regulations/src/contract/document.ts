// A document 制度文件: a law, a notice or a rule of the house, by title and number, with the days that matter.
import { choice, date, defineRegister, everyone, self, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { documentKinds, documentLevels, documentStandings } from './kinds.ts'
import { regulationsOfficer } from './roles.ts'

export const document = defineRegister('regulations.document', {
  title: '制度文件',
  fields: {
    title: text('名称', { max: 150, unique: true }),
    number: text('文号', { max: 80, optional: true }),
    issuer: text('制定机关', { max: 100, optional: true }),
    level: choice('层级', documentLevels),
    kind: choice('种类', documentKinds),
    standing: choice('效力', documentStandings),
    adoptedOn: date('通过日期', { optional: true }),
    promulgatedOn: date('公布日期', { optional: true }),
    inForceOn: date('施行日期', { optional: true, hint: '现行版本从哪一天起施行' }),
    repealedOn: date('废止日期', { optional: true, hint: '从哪一天起不再有效' }),
    supersededBy: self('被何文件取代', { optional: true }),
  },
  name: (d) => d.title,
  access: { read: [everyone], write: [regulationsOfficer], export: [regulationsOfficer] },
  card: { facts: ['number', 'inForceOn'], state: 'standing' },
  search: ['number', 'issuer'],
  columns: ['title', 'number', 'level', 'kind', 'standing', 'promulgatedOn', 'inForceOn', 'issuer'],
})
export interface Document extends Row<typeof document> {}
