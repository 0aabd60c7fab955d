// One thing a check found wrong: where, and a sentence that says what is wrong and what to do.
export interface Finding {
  /** Relative to the project's folder. */
  readonly path: string
  /** Counted from 1; 0 when the finding is about the whole file. */
  readonly line: number
  readonly says: string
}

/** `path:line what is wrong, what to do`, the form editors and terminals turn into a link. */
export function findingText({ path, line, says }: Finding): string {
  return line === 0 ? `${path} ${says}` : `${path}:${line} ${says}`
}

/** The line, from 1, that the character at `offset` stands on. */
export function lineAt({ text, offset }: { text: string; offset: number }): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
