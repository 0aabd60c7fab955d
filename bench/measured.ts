// What a bench found: a figure, and how it stands to a yardstick measured in the same run.
export interface Measured {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** The same machine, the same minute, the same database. */
  readonly yardstick?: { readonly what: string; readonly value: number }
  readonly ratio?: number
  /** As it is asked for, in words. */
  readonly goal?: string
}

/** @throws Error for no figures at all. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('the median of nothing')
  return middle
}

/** What 95 of 100 figures do not exceed. @throws Error for no figures at all. */
export function ninetyFifth(figures: readonly number[]): number {
  return exceededBy(figures, 0.05)
}
/** What 99 of 100 figures do not exceed. @throws Error for no figures at all. */
export function ninetyNinth(figures: readonly number[]): number {
  return exceededBy(figures, 0.01)
}
function exceededBy(figures: readonly number[], share: number): number {
  const figure = figures.toSorted((a, b) => a - b)[Math.ceil(figures.length * (1 - share)) - 1]
  if (figure === undefined) throw new Error('a share of nothing')
  return figure
}

export function rounded(figure: number, digits = 3): number {
  return Number(figure.toPrecision(digits))
}
