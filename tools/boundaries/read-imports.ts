// What one file of code imports: every specifier it names, wherever in the file and for whatever purpose.
import type { Expression } from 'oxc-parser'
import { lineAt } from '../finding.ts'
import { parse, walk } from '../syntax.ts'

export interface Import {
  /** As written: `./room.ts`, `@houqin/people`, `node:fs`. Undefined when it is computed at run time. */
  readonly specifier: string | undefined
  readonly line: number
  /** Nothing of it is left when the code runs. */
  readonly typeOnly: boolean
  /** Fetched when the code asks for it, not before it runs. */
  readonly late: boolean
}

/**
 * Static, dynamic and type-only imports and re-exports, `import()` inside types, `import x = require()` and module
 * augmentation. Throws when the file is no valid code: a file that cannot be read must not pass as one without imports.
 */
export function readImports({ path, text }: { path: string; text: string }): readonly Import[] {
  const { program, error } = parse({ path, text })
  if (error !== undefined) throw new SyntaxError(error)
  const imports: Import[] = []
  const add = (node: { start: number; value?: unknown }, typeOnly = false, late = false): void => {
    const specifier = typeof node.value === 'string' ? node.value : undefined
    imports.push({ specifier, line: lineAt({ text, offset: node.start }), typeOnly, late })
  }
  walk({
    program,
    visitor: {
      ImportDeclaration: ({ source, importKind }) => add(source, importKind === 'type'),
      ExportAllDeclaration: ({ source, exportKind }) => add(source, exportKind === 'type'),
      ExportNamedDeclaration: ({ source, exportKind }) => source && add(source, exportKind === 'type'),
      ImportExpression: ({ source }) => add(literal(source), false, true),
      TSImportType: ({ source }) => add(source, true),
      TSExternalModuleReference: ({ expression }) => add(expression),
      TSModuleDeclaration: ({ id }) => id.type === 'Literal' && !id.value.includes('*') && add(id),
    },
  })
  return imports
}

/** A template without holes is as good as a string. */
function literal(source: Expression): { start: number; value?: unknown } {
  if (source.type !== 'TemplateLiteral' || source.expressions.length > 0) return source
  return { start: source.start, value: source.quasis[0]?.value.cooked }
}
