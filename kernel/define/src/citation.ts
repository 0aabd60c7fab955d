// A citation 出处: the document and clause that say something, and how surely they were read.

/** V read in the text itself · V2 second-hand · K own knowledge · U uncertain. Mixed marks join with a slash. */
export type Mark = `${'V' | 'V2' | 'K' | 'U'}${string}`
export type Level = '国家' | '省' | '市' | '区'

export interface Citation {
  readonly document: string
  readonly number?: string
  readonly clause?: string
  readonly mark: Mark
  readonly level: Level
}

/** Whether a person must still check the source before it binds (待核). */
export const isUnconfirmed = (mark: Mark): boolean => /[KU]/.test(mark)
/** The citation as it may be printed: no clause under an unconfirmed mark. */
export function citationText(cite: Citation): string {
  const head = `《${cite.document}》${cite.number ? `（${cite.number}）` : ''}`
  if (isUnconfirmed(cite.mark)) return `${head} 条号待核`
  return `${head}${cite.clause ? ` ${cite.clause}` : ''}${cite.mark.includes('V2') ? '（二手来源）' : ''}`
}
