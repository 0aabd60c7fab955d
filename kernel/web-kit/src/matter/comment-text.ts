// What stands in a timeline 办理意见: people's own words as they wrote them, what the house itself wrote down in the reader's language.
import type { TimelineEntry } from '@houqin/wire'
import type { Say } from '../words/locale.ts'
import type { Names } from '../words/words.tsx'

/** How the links of two matters are written down, and how English readers are told of them. */
const linked: Readonly<Record<string, string>> = Object.freeze({ 重复于: 'Duplicate of', 接续: 'Follows', 属于: 'Part of' })
const merged = / 并入本件$/u
const seatLost = '原审批人已不担任这一角色或岗位'

export function commentText({ what, by, comment }: TimelineEntry, { names, say }: { names: Names; say: Say }): string | null {
  if (comment === null) return null
  if (what === 'link') {
    const [how = '', ...rest] = comment.split(' ')
    return say(comment, merged.test(comment) ? comment.replace(merged, ' was merged into this one') : [linked[how] ?? how, ...rest].join(' '))
  }
  if (comment === seatLost) return say(comment, 'Whoever was asked holds this role or post no longer')
  return by.id === null ? names.phrase(names.told(comment)) : names.told(comment)
}
