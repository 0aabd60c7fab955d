// 字段: what is typed, brought to one form and cut into stretches of Han characters and of letters and digits.
/** Characters that only join: A-302, 沪A·12345, 阿卜杜拉·买买提, BX-20261124-0007 read the same without them. */
const joiners = /[-_.·•・‧∙⋅/\\#&'’‐‑–—]/gu
const stretches = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu
const han = /^\p{Script=Han}/u

export interface Run {
  script: 'han' | 'word'
  characters: readonly string[]
}

/** The stretches of a text, full width and upper case folded away; no more than `limit` characters in all. */
export function runsOf({ text, limit }: { text: string; limit: number }): Run[] {
  // NFKC may lengthen a character up to eighteenfold: cut before and after.
  const folded = firstCharacters(text, limit).normalize('NFKC').toLowerCase().replace(joiners, '')
  return (firstCharacters(folded, limit).match(stretches) ?? []).map((stretch) => ({
    script: han.test(stretch) ? 'han' : 'word',
    characters: Array.from(stretch),
  }))
}

function firstCharacters(text: string, limit: number): string {
  return Array.from(text.slice(0, limit * 2)).slice(0, limit).join('')
}
