// How a file looks from outside: its name, its length, its first line.
import { posix } from 'node:path'
import type { Finding } from '../finding.ts'

const mostLines = 400
const emptyNames = /^(utils?|helpers?|commons?|managers?|services?|types)$/

/** Names that say nothing about what is inside; also the folders on the way. */
export function findEmptyNames(path: string): readonly Finding[] {
  const parts = path.split('/').map((part) => posix.parse(part).name.replace(/\.test$/, ''))
  const name = parts.find((part) => emptyNames.test(part))
  return name === undefined ? [] : [{ path, line: 0, says: `is named "${name}", which says nothing; name it for the one thing inside.` }]
}

/** Files a reader cannot hold in mind. */
export function findLongFiles({ path, text }: { path: string; text: string }): readonly Finding[] {
  const lines = text.trimEnd().split('\n').length
  return lines > mostLines ? [{ path, line: mostLines + 1, says: `has ${lines} lines, more than ${mostLines}; split off what stands by itself.` }] : []
}

/** Tests under a name that the run does not look for: they would never run. */
export function findUnseenTests(path: string): readonly Finding[] {
  const unseen = /\.(test|spec)\.[a-z]+$/.test(path) && !path.endsWith('.test.ts')
  return unseen ? [{ path, line: 0, says: 'is run by nothing; tests are files that end with .test.ts.' }] : []
}

/** Code that does not begin by saying what it is. A line that names an interpreter may stand before. */
export function findSilentFiles({ path, text }: { path: string; text: string }): readonly Finding[] {
  const [first = '', second = ''] = text.split('\n', 2)
  const line = first.startsWith('#!') ? second : first
  return /^(\/\/|\/\*\*?)\s*\S/.test(line) ? [] : [{ path, line: 1, says: 'does not begin with a comment; say in one line what this file is.' }]
}
