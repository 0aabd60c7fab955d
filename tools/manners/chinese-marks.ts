// Narrow marks between Chinese characters: what the house writes stands in reports and on paper, where GB/T 15834 (标点符号用法) wants full-width ones.
import type { Finding } from '../finding.ts'
import { lineAt } from '../finding.ts'
import { parse, walk } from '../syntax.ts'

const written = /^(kernel|subsystems|apps)\/.*\/(src|locales|seed)\//
const narrow = /(?<=[\p{Script=Han}》”〕])[,;:!(](?=[\p{Script=Han}《“])/gu

/** Finds them in what is said; expressions that read what others wrote may know both. */
export function findNarrowMarks({ path, text }: { path: string; text: string }): readonly Finding[] {
  if (!written.test(path)) return []
  const findings: Finding[] = []
  const look = (said: string, offset: number): void => {
    for (const { 0: mark, index } of said.matchAll(narrow))
      findings.push({ path, line: lineAt({ text, offset: offset + index }), says: `writes a narrow “${mark}” between Chinese characters; write ，；：？！（）.` })
  }
  walk({
    program: parse({ path, text }).program,
    visitor: {
      Literal({ value, start }) {
        if (typeof value === 'string') look(value, start)
      },
      TemplateElement({ value, start }) {
        look(value.raw, start)
      },
      JSXText({ value, start }) {
        look(value, start)
      },
    },
  })
  return findings
}
