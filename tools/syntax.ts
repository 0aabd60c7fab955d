// The syntax of one file of code, read by a real parser, so that a word in a comment or a string is never taken for code.
import { Visitor, parseSync } from 'oxc-parser'
import type { Comment, Program, VisitorObject } from 'oxc-parser'

export interface Syntax {
  readonly program: Program
  readonly comments: readonly Comment[]
  /** First sentence of the parser when the file is no valid code. */
  readonly error: string | undefined
}

/** Parses one file; the language follows from the file's name. Offsets are UTF-16 units, as in JavaScript strings. */
export function parse({ path, text }: { path: string; text: string }): Syntax {
  const { program, comments, errors } = parseSync(path, text)
  return { program, comments, error: errors[0]?.message }
}

/** Calls the visitor's functions for every node of their kind, also inside types. */
export function walk({ program, visitor }: { program: Program; visitor: VisitorObject }): void {
  new Visitor(visitor).visit(program)
}
