// THE lists 清单: where a subsystem is entered, and taken out again; nothing else in the house names it.
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from '../tree.ts'
import type { Names } from './names.ts'

type Lock = { packages: Record<string, Manifest> }
interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const server = 'apps/server'
const web = 'apps/web'
const at = (path: string): string => join(projectRoot, path)
const packageOf = (id: string): string => `@houqin/${id}`
/** Its line in the list of web parts. */
const fetched = (id: string): string => `  '${id}': async () => (await import('${packageOf(id)}/web')).web,\n`

/** Enters it behind all others: it may stand on any of them. */
export function enterInLists({ id, camel, words, title }: Names): void {
  edit(`${server}/src/subsystems.ts`, (text) =>
    text.replace(/(\nimport [^\n]*\n)(?!import)/, `$1import { ${camel} } from '${packageOf(id)}/server'\n`).replace(/(ServerPart\[\] = \[[^\]]*)\]/, `$1, ${camel}]`))
  edit(`${web}/src/subsystems.ts`, (text) => text.replace(/\n\}\)/, `\n${fetched(id)}})`))
  for (const app of [server, web]) editManifest(`${app}/package.json`, id, '0.1.0')
  editLock(id, true)
  const vocabulary = readFileSync(at('docs/vocabulary.md'), 'utf8')
  const nouns = [[title, id.replaceAll('-', ' ')], ['登记', 'entry'], ['申请', 'request'], ['定期检查', 'checked yearly']]
    .filter(([, noun]) => !new RegExp(`^\\| [^|]+ \\| ${noun ?? ''} \\|`, 'm').test(vocabulary))
  const rows = nouns.map(([chinese, english]) => `| ${chinese} | ${english} | — |`).join('\n')
  writeFileSync(at('docs/vocabulary.md'), `${vocabulary}\n## ${words} ${title}\n\n| 中文 | English | avoid |\n|---|---|---|\n${rows}\n`)
  const link = at(`node_modules/${packageOf(id)}`)
  rmSync(link, { force: true })
  symlinkSync(relative(at('node_modules/@houqin'), at(`subsystems/${id}`)), link)
}

/** Leaves the lists as they were before it was entered. */
export function takeFromLists({ id, camel, words, title }: Names): void {
  edit(`${server}/src/subsystems.ts`, (text) => text.replace(new RegExp(`import \\{[^}]*\\b${camel} \\} from '${packageOf(id)}/\\w+'\\n`), '').replace(new RegExp(`, ${camel}\\b(?=[^\\n]*\\])`), ''))
  edit(`${web}/src/subsystems.ts`, (text) => text.replace(fetched(id), ''))
  for (const app of [server, web]) editManifest(`${app}/package.json`, id, undefined)
  editLock(id, false)
  edit('docs/vocabulary.md', (text) => text.replace(new RegExp(`\\n## ${words} ${title}\\n[^#]*`), ''))
  rmSync(at(`node_modules/${packageOf(id)}`), { force: true })
}

/** A list that does not read as it always has is left alone, and said. */
function edit(path: string, change: (text: string) => string): void {
  if (!existsSync(at(path))) return
  const text = readFileSync(at(path), 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${path} does not read as expected; enter the subsystem by hand.`)
  writeFileSync(at(path), changed)
}
function editManifest(path: string, id: string, version: string | undefined): void {
  if (!existsSync(at(path))) return
  const manifest: Manifest = JSON.parse(readFileSync(at(path), 'utf8'))
  writeFileSync(at(path), `${JSON.stringify({ ...manifest, dependencies: withDependency(manifest, id, version) }, null, 2)}\n`)
}

/** As npm would write it: the package, its link, and the edges to it. */
function editLock(id: string, entered: boolean): void {
  const path = at('package-lock.json')
  const lock: Lock = JSON.parse(readFileSync(path, 'utf8'))
  const folder = `subsystems/${id}`
  const { [folder]: _, [`node_modules/${packageOf(id)}`]: __, ...others } = lock.packages
  for (const app of [server, web]) {
    const manifest = others[app]
    if (manifest) others[app] = { ...manifest, dependencies: withDependency(manifest, id, entered ? '0.1.0' : undefined) }
  }
  if (entered) {
    const { name = '', version = '', license = '', dependencies = {}, devDependencies = {} }: Manifest = JSON.parse(readFileSync(at(`${folder}/package.json`), 'utf8'))
    others[`node_modules/${packageOf(id)}`] = { resolved: folder, link: true }
    others[folder] = { name, version, license, dependencies, devDependencies }
  }
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted(others) }, null, 2)}\n`)
}
function withDependency({ dependencies = {} }: Manifest, id: string, version: string | undefined): Record<string, string> {
  const { [packageOf(id)]: _, ...others } = dependencies
  return sorted({ ...others, ...(version !== undefined && { [packageOf(id)]: version }) })
}
function sorted<T>(things: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(things).toSorted(([a], [b]) => a.localeCompare(b, 'en')))
}
