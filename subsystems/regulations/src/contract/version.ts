// A version 版本 of a document: its text as it was passed or changed on a day, and the days it was in force.
import { date, defineRegister, everyone, int, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { document } from './document.ts'
import { regulationsOfficer } from './roles.ts'

export const version = defineRegister('regulations.version', {
  title: '制度版本',
  fields: {
    document: ref('制度文件', document),
    number: text('文号', { max: 80, optional: true }),
    madeOn: date('通过或修改日期', { optional: true }),
    inForceOn: date('施行日期', { optional: true }),
    inForceUntil: date('失效日期', { optional: true, hint: '下一版本施行的前一天' }),
    origin: text('来历', { max: 2000, multiline: true, optional: true, hint: '题注：何时由何机关通过、公布、修改' }),
    articles: int('条数', { min: 0, unit: '条' }),
    digest: text('内容摘要值', { max: 64, hint: '同样的文本再次导入时不重复登记' }),
  },
  name: (v, label) => `${label('document')}${v.madeOn === null ? '' : `(${v.madeOn})`}`,
  access: { read: [everyone], write: [regulationsOfficer], export: [regulationsOfficer] },
  card: { facts: ['inForceOn', 'articles'] },
  columns: ['document', 'number', 'madeOn', 'inForceOn', 'inForceUntil', 'articles'],
  sort: '-madeOn',
})
export interface Version extends Row<typeof version> {}
