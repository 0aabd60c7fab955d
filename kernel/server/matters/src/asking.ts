// What a body says 填报的内容: the parts every step shares, read before anything is touched.
import { badInput } from '@houqin/fields'
import { say } from '@houqin/problem'

const longestComment = 2_000

/** @throws Problem bad-input: no text, too long, missing where `rule` requires one, given where it wants none. */
export function readComment(given: unknown, { rule, at = 'comment' }: { rule?: 'required' | 'none' | undefined; at?: string } = {}): string | null {
  const refuse = (zh: string, en: string): never => {
    throw badInput([{ at, says: say(zh, en) }])
  }
  if (given !== undefined && given !== null && typeof given !== 'string') return refuse('“说明”应为文字', 'The comment must be text')
  const comment = (given ?? '').trim()
  if (comment.includes('\u0000')) return refuse('“说明”含有不能保存的字符', 'The comment holds a character that cannot be stored')
  if (comment.length > longestComment) return refuse(`“说明”最多 ${longestComment} 字`, `The comment may have ${longestComment} characters`)
  if (comment === '' && rule === 'required') return refuse('请填写“说明”', 'A comment is required for this step')
  if (comment !== '' && rule === 'none') return refuse('这一步不填“说明”', 'This step takes no comment')
  return comment === '' ? null : comment
}

/** @throws Problem bad-input unless it is 1 to 5 or nothing. */
export function readRating(given: unknown): number | null {
  if (given === undefined || given === null) return null
  if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 5) return given
  throw badInput([{ at: 'rating', says: say('评价应为 1 至 5 颗星', 'A rating is 1 to 5 stars') }])
}
