// An article 条文 of a version: its number, its chapter, its words, cut into paragraphs 款 and items 项.
import { choice, defineRegister, everyone, int, lines, longText, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { regulationsOfficer } from './roles.ts'
import { version } from './version.ts'

/** Longer than any article ever passed: what exceeds it is no article. */
export const longestArticle = 20_000

export const article = defineRegister('regulations.article', {
  title: '条文',
  fields: {
    of: ref('制度版本', version),
    position: int('顺序', { min: 1 }),
    part: text('编', { max: 80, optional: true }),
    chapter: text('章', { max: 80, optional: true }),
    section: text('节', { max: 80, optional: true }),
    number: text('条号', { max: 30 }),
    text: longText('条文', { max: longestArticle }),
  },
  lines: {
    paragraphs: lines('款项', {
      fields: {
        kind: choice('层次', { paragraph: '款', item: '项', point: '目' }),
        number: text('序号', { max: 20, optional: true }),
        text: longText('内容', { max: longestArticle }),
      },
    }),
  },
  name: (a, label) => `${label('of')} ${a.number}`,
  access: { read: [everyone], write: [regulationsOfficer], export: [regulationsOfficer] },
  card: { facts: ['of', 'chapter'] },
  search: ['chapter', 'text'],
  columns: ['of', 'number', 'chapter', 'text'],
  sort: 'position',
})
export interface Article extends Row<typeof article> {}
