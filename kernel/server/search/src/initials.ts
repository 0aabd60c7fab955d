// 拼音首字母: 张伟 is also found as zw; 单 and 解 in a name also as the surname is read.
import { pinyin } from 'pinyin-pro'

/** The strings of initials of a stretch of Han: as the words read, and, where it differs, as a name reads. */
export function initialsOf(stretch: string): string[] {
  const asWords = read(stretch, 'off')
  const asName = read(stretch, 'head')
  return asWords === asName ? [asWords] : [asWords, asName]
}

/** A character without a reading leaves a blank, so that no gram spans it. */
function read(stretch: string, surname: 'off' | 'head'): string {
  const letters = pinyin(stretch, { pattern: 'first', toneType: 'none', type: 'array', surname })
  return letters.map((letter) => (/^[a-z]$/.test(letter) ? letter : ' ')).join('')
}
