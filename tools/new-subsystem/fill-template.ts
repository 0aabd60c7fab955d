// The files of a new subsystem: the template's, with its names in them.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Names } from './names.ts'

const template = fileURLToPath(new URL('template', import.meta.url))
const ending = '.template'

/** @param folder does not exist yet. @returns the paths written, relative to it. */
export function fillTemplate(names: Names, folder: string): readonly string[] {
  const written = readdirSync(template, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending)).toSorted()
  for (const path of written) {
    const to = join(folder, path.slice(0, -ending.length))
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, filled(readFileSync(join(template, path), 'utf8'), names))
  }
  // its SQL is printed by db:diff once the declarations stand
  mkdirSync(join(folder, 'migrations'))
  return written.map((path) => path.slice(0, -ending.length))
}

/** @throws Error for a name the template asks for and nobody gave. */
export function filled(text: string, names: Names): string {
  const known: Readonly<Record<string, string>> = { ...names }
  return text.replace(/__([a-zA-Z]+)__/g, (whole, key: string) => {
    const name = known[key]
    if (name === undefined) throw new Error(`The template asks for ${whole}, which is no name of a subsystem.`)
    return name
  })
}
