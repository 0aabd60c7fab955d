// 刚读的名称: names on a page may be shown once more without asking, as long as nobody has told of a change and for no longer than news may take.
let changes = 0
/** As long as a server that was not woken takes to look for news by itself. */
const freshMs = 2_000

export interface NamesRead {
  readonly changes: number
  readonly at: number
}
/** To be taken before they are read. */
export const namesRead = (): NamesRead => ({ changes, at: performance.now() })
export function areFresh({ changes: then, at }: NamesRead): boolean {
  return then === changes && performance.now() - at < freshMs
}
/** For whoever changes rows that others point to. */
export function forgetNames(): void {
  changes += 1
}
