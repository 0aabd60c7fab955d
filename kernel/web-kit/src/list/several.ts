// Several rows, one action 批量办理: what a list offers for the rows that were ticked, and what became of each.
import { ProblemError } from '../api/problem.ts'
import type { Say } from '../words/locale.ts'

/** One action on one row after another. */
export interface SeveralAction<R> {
  readonly key: string
  readonly label: string
  readonly destructive?: boolean
  /** What will be lost or stays, said before. */
  readonly warns?: string
  readonly words: 'required' | 'optional' | 'none'
  /** @returns what became of it, in words. @throws ProblemError */
  readonly run: (row: R, words: string) => Promise<string>
}
export interface Outcome {
  readonly key: string
  readonly title: string
  readonly path: string
  readonly done: boolean
  readonly says: string
}

/** Row by row, so that one refused leaves the others done. @param told after each. */
export async function doSeveral<R>({ rows, words, action, named, say, told }: {
  rows: readonly R[]
  words: string
  action: Pick<SeveralAction<R>, 'run'>
  named: (row: R) => Pick<Outcome, 'key' | 'title' | 'path'>
  say: Say
  told: (outcomes: readonly Outcome[]) => void
}): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const row of rows) {
    try {
      outcomes.push({ ...named(row), done: true, says: await action.run(row, words) })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      outcomes.push({ ...named(row), done: false, says: thrown.message || say('没有办成', 'Not done') })
    }
    told([...outcomes])
  }
  return outcomes
}
