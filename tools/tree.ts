// The files of the project as the checks see them: everything a person wrote, nothing that was installed or built.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder the whole project lies in, absolute, without a closing slash. */
export const projectRoot: string = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** A tree of text files: the real project, or a small one made for a test. */
export interface Tree {
  /** Absolute path of its top folder. */
  readonly root: string
  /** Paths of its files relative to `root`, with forward slashes, sorted. */
  readonly files: readonly string[]
  /** The text of one of its files, read once. Throws when there is no such file. */
  read(path: string): string
}

const installedOrBuilt = new Set(['node_modules', 'dist', '.git', '.cache'])
/** `data` is what a running bureau stored; `tools/planted` breaks every rule on purpose. */
const leftOut = new Set(['data', 'tools/planted'])

/** Lists the files under `root`. Hidden files are seen, hidden folders only when they belong to the project (`.ci`). */
export function readTree({ root = projectRoot }: { root?: string } = {}): Tree {
  const files: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isFile()) files.push(path)
      else if (entry.isDirectory() && !installedOrBuilt.has(entry.name) && !leftOut.has(path)) walk(path)
    }
  }
  walk('')
  files.sort()
  const texts = new Map<string, string>()
  const read = (path: string): string => {
    const known = texts.get(path) ?? readFileSync(join(root, path), 'utf8')
    texts.set(path, known)
    return known
  }
  return Object.freeze({ root, files: Object.freeze(files), read })
}

/** True for code that is read as TypeScript or JavaScript. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|js|jsx|cjs)$/.test(path)
}

/** True for code that is never part of the running product: tests and measurements. */
export function isTestCode(path: string): boolean {
  return /(^|\/)(test|bench)\//.test(path) || /\.test\.tsx?$/.test(path)
}
