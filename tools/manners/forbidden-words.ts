// Words that switch a check off: tests left out, types thrown away.
import type { Expression } from 'oxc-parser'
import type { Finding } from '../finding.ts'
import { lineAt } from '../finding.ts'
import { parse, walk } from '../syntax.ts'
import { isTestCode } from '../tree.ts'

const leavesOut = new Set(['skip', 'only', 'todo'])
const runners = /^(test|it|describe|suite|t)$/

/** Finds `test.skip(`, `.only(`, `.todo(`, `{ skip: true }` in tests, and `as any`, `<any>x`, `@ts-ignore` everywhere. */
export function findForbiddenWords({ path, text }: { path: string; text: string }): readonly Finding[] {
  const findings: Finding[] = []
  const add = ({ start, says }: { start: number; says: string }): void => {
    findings.push({ path, line: lineAt({ text, offset: start }), says })
  }
  const { program, comments } = parse({ path, text })
  for (const { value, start } of comments) {
    const word = /^[\s*]*(@ts-(?:ignore|nocheck))\b/.exec(value)?.[1]
    if (word) add({ start, says: `silences the compiler (${word}); mend the type, or say @ts-expect-error with the reason where a test needs it.` })
  }
  const anyCast = ({ typeAnnotation, start }: { typeAnnotation: { type: string }; start: number }): void => {
    if (typeAnnotation.type === 'TSAnyKeyword') add({ start, says: 'casts to any; say what it is, or use unknown and look.' })
  }
  walk({
    program,
    visitor: {
      TSAsExpression: anyCast,
      TSTypeAssertion: anyCast,
      CallExpression({ callee, arguments: given, start }) {
        if (!isTestCode(path)) return
        if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && leavesOut.has(callee.property.name) && runners.test(rootName(callee.object)))
          add({ start, says: `leaves tests out (.${callee.property.name}); a test that does not run proves nothing: mend it or delete it.` })
        if (!runners.test(rootName(callee))) return
        for (const option of given.flatMap((one) => (one.type === 'ObjectExpression' ? one.properties : [])))
          if (option.type === 'Property' && option.key.type === 'Identifier' && leavesOut.has(option.key.name))
            add({ start: option.start, says: `leaves tests out (${option.key.name}); a test that does not run proves nothing: mend it or delete it.` })
      },
    },
  })
  return findings
}

/** `test` of `test.each`, `t` of `t`; empty when the call begins with something else. */
function rootName(callee: Expression): string {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' ? rootName(callee.object) : ''
}
