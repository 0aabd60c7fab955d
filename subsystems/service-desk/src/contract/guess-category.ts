// Which category a report belongs to 识别类别, from the words people use, when nobody has chosen one.

export interface Recognisable {
  readonly id: string
  /** Words apart by blanks. */
  readonly keywords: string | null
}
/** The category whose words weigh most in `what`: a longer word says more, an earlier one breaks a tie. Undefined when none is found. */
export function guessCategory(what: string, categories: readonly Recognisable[]): string | undefined {
  let best: { id: string; weight: number; place: number } | undefined
  for (const { id, keywords } of categories) {
    const found = (keywords ?? '').split(/\s+/).filter((word) => word !== '' && what.includes(word))
    if (found.length === 0) continue
    const weight = found.reduce((sum, word) => sum + word.length ** 2, 0)
    const place = Math.min(...found.map((word) => what.indexOf(word)))
    if (!best || weight > best.weight || (weight === best.weight && place < best.place)) best = { id, weight, place }
  }
  return best?.id
}
