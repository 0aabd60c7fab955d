// A golden file: a text the project shows its readers (who may do what, which SQL is asked), compared with what is true now.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diff } from 'node:util'

/** Equal lines shown around a changed one. */
const context = 2

/**
 * Passes when `file` holds exactly `text`, and throws with the lines that differ and how to accept them otherwise. With
 * `npm test -- --accept` (ACCEPT=1) it writes the file instead; never where CI is set. `text` ends with a line end.
 */
export function golden({ file, text }: { file: URL; text: string }): void {
  const path = fileURLToPath(file)
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  if (kept === text) return
  if (process.env['ACCEPT'] === '1' && process.env['CI'] === undefined) {
    writeFileSync(path, text)
    return
  }
  const name = relative(process.cwd(), path)
  const what = kept === undefined ? `There is no golden file ${name} yet; it would be:` : `${name} no longer shows what is true:`
  throw new Error([what, '', changes({ kept: kept ?? '', text }), '', `If this is as it should be: npm test -- --accept, and say why in the commit.`].join('\n'))
}

/** The lines that differ, `-` as kept and `+` as now, with a few equal ones around. */
function changes({ kept, text }: { kept: string; text: string }): string {
  const lines = diff(kept.split('\n'), text.split('\n')).map(([operation, line]) => ({ mark: marks[operation] ?? ' ', line }))
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - context), at + context + 1).some(({ mark }) => mark !== ' '))
  return lines.flatMap(({ mark, line }, at) => (near[at] ? [`${mark} ${line}`] : near[at - 1] ? ['  …'] : [])).join('\n')
}

/** `util.diff` marks with -1 what only its second text has, with 1 what only its first has. */
const marks: Readonly<Record<number, string>> = { [-1]: '+', 0: ' ', 1: '-' }
