// 拼音: 张伟 is also found as zw and as zhangwei; 单 and 解 in a name also as the surname is read.
import { pinyin } from 'pinyin-pro'

/** The syllables of a stretch of Han, as words read, and, where it differs, as a name reads; '' for a character without a reading. */
export function readingsOf(stretch: string): readonly (readonly string[])[] {
  const asWords = read(stretch, 'off')
  const asName = read(stretch, 'head')
  return asWords.join(' ') === asName.join(' ') ? [asWords] : [asWords, asName]
}

function read(stretch: string, surname: 'off' | 'head'): readonly string[] {
  return pinyin(stretch, { toneType: 'none', type: 'array', surname, v: true }).map((syllable) => (/^[a-z]+$/.test(syllable) ? syllable : ''))
}
