// How many comparisons a recognition may cost. A tangle drawn on purpose would compare everything with everything; it is left half done, and told.

export interface Budget {
  /** Takes so many comparisons off; false when there are none left, and the work at hand is to be left. */
  spend(comparisons: number): boolean
  /** Whether something was left. */
  readonly isSpent: () => boolean
}

export function budgetOf(comparisons: number): Budget {
  let left = comparisons
  const spend = (many: number): boolean => {
    if (left >= 0) left -= many
    return left >= 0
  }
  return { spend, isSpent: () => left < 0 }
}
