// Asking the machine for the time anywhere but in the clock: a test could then not live a year in a second.
import type { Finding } from '../finding.ts'
import { lineAt } from '../finding.ts'
import { parse, walk } from '../syntax.ts'

/** Who may ask, and why. A path ends with `/` when it stands for a whole folder. */
const mayAsk: readonly { readonly path: string; readonly why: string }[] = [
  { path: 'kernel/server/clock/', why: 'it is the clock' },
  { path: 'apps/all/bootstrap.mjs', why: 'it runs before anything is installed, the clock included' },
  { path: 'tools/test/manners.test.ts', why: 'it plants the words that must be found' },
]

/** SQL's ways to ask. `clock.now()` of our own has a point before it, a declaration has a body or a type behind it. */
const sqlWords =
  /(?<![\w.$])(now\s*\(\s*\)(?!\s*(?::(?!:)|\{|=>))|(?:clock|statement|transaction)_timestamp\s*\(|current_(?:date|time|timestamp)\b|localtimestamp\b)/gi

const mend = 'take the time from the clock, or as a parameter.'

/** Finds them in code (calls, and SQL inside strings) and in SQL files (comments left out). */
export function findClockWords({ path, text }: { path: string; text: string }): readonly Finding[] {
  if (mayAsk.some((one) => path === one.path || (one.path.endsWith('/') && path.startsWith(one.path)))) return []
  if (path.endsWith('.sql')) return inSql({ path, text: withoutSqlComments(text), offset: 0, whole: text })
  const findings: Finding[] = []
  const add = ({ start, word }: { start: number; word: string }): void => {
    findings.push({ path, line: lineAt({ text, offset: start }), says: `asks the machine for the time (${word}); ${mend}` })
  }
  walk({
    program: parse({ path, text }).program,
    visitor: {
      CallExpression({ callee, start }) {
        if (callee.type === 'Identifier' && callee.name === 'Date') add({ start, word: 'Date()' })
        if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier') return
        if (callee.object.name === 'Date' && callee.property.type === 'Identifier' && callee.property.name === 'now')
          add({ start, word: 'Date.now()' })
      },
      NewExpression({ callee, arguments: given, start }) {
        if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) add({ start, word: 'new Date()' })
      },
      Literal({ value, start }) {
        if (typeof value === 'string') findings.push(...inSql({ path, text: value, offset: start, whole: text }))
      },
      TemplateElement({ value, start }) {
        findings.push(...inSql({ path, text: value.raw, offset: start, whole: text }))
      },
    },
  })
  return findings
}

function inSql({ path, text, offset, whole }: { path: string; text: string; offset: number; whole: string }): Finding[] {
  return [...text.matchAll(sqlWords)].map((found) => ({
    path,
    line: lineAt({ text: whole, offset: offset + found.index }),
    says: `asks PostgreSQL for the time (${found[0].replace(/\s*\($/, '()')}); ${mend}`,
  }))
}

function withoutSqlComments(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
}
