// The index of the parts 子系统索引: what the first page needs of every subsystem, read off its web part at each build, so that the declarations themselves are fetched by subsystem.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Register, Screen, SlotFill, Subsystem } from '@houqin/define'
import { build } from 'vite'
import type { Plugin } from 'vite'

const web = fileURLToPath(new URL('..', import.meta.url))
const list = join(web, 'src/subsystems.ts')
const found = createRequire(import.meta.url)
/** A page open to everybody names no roles. */
const everybody = 'kernel.everyone'
const empty = '\0houqin:empty'
const pageAt = '\0houqin:page:'
const icons = '\0houqin:icons'
const everything = '\0houqin:everything'

/** A web part as the builder reads it; the kit's own type of it needs a browser. */
export interface ReadPart {
  readonly subsystem: Subsystem
  readonly screens: readonly Screen[]
  readonly fills: readonly SlotFill[]
  readonly starts: readonly { readonly matter: Start['matter']; readonly icon?: unknown; readonly path?: string; readonly hint?: string }[]
  readonly homes: readonly { readonly who: readonly OfRole[]; readonly path: string }[]
  readonly coded: readonly { readonly register: Register; readonly path: string }[]
  readonly ahead: Readonly<Record<string, readonly string[]>>
  readonly words: () => Promise<object>
}
interface OfRole {
  readonly role: string
}

/** Only what is declared is read: a page stays unread and is the file it stands in, a look is nothing, and an icon is its name. */
const declaredOnly: Plugin = {
  name: 'houqin:declared-only',
  enforce: 'pre',
  resolveId: {
    order: 'pre',
    handler(source, importer, { kind }) {
      if (source === everything || source.startsWith(pageAt)) return source
      if (kind === 'dynamic-import' && importer !== undefined && source.startsWith('./') && !source.includes('/locales/')) return `${pageAt}${resolve(dirname(importer), source)}`
      if (kind === 'dynamic-import' && !/^@houqin\/[^/]+\/web$|\/locales\/en\.ts$/.test(source)) return empty
      if (source === '@ant-design/icons') return icons
      if (/\.css$|^antd(\/|$)/.test(source)) return empty
      if (/^(react|react-dom|@tanstack\/[^/]+)(\/|$)/.test(source)) return { id: pathToFileURL(found.resolve(source)).href, external: true }
      return undefined
    },
  },
  load(id) {
    if (id === empty) return 'export default {}'
    if (id.startsWith(pageAt)) return `export default ${JSON.stringify(id.slice(pageAt.length))}`
    if (id === everything) return `export { webParts } from ${JSON.stringify(list)}\nexport { declaredWords } from '@houqin/web-kit'`
    if (id !== icons) return undefined
    const names = Object.keys(found('@ant-design/icons') as object).filter((name) => /^[A-Z]\w+$/.test(name))
    return names.map((name) => `export const ${name} = '${name}'`).join('\n')
  },
}

/** Every web part as its subsystem declares it, in the order of the list, and what its English readers are told of it before it is there. @throws Error */
export async function readParts(): Promise<readonly ReadPart[] & { readonly phrases: Readonly<Record<string, string>> }> {
  const built = await build({
    configFile: false, root: web, logLevel: 'warn', plugins: [declaredOnly],
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    ssr: { noExternal: true },
    build: { ssr: true, write: false, minify: false, rolldownOptions: { input: { parts: everything }, onLog: () => undefined, shimMissingExports: true, treeshake: { moduleSideEffects: false }, output: { codeSplitting: false } } },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('The list of web parts was not built.')
  const folder = mkdtempSync(join(tmpdir(), 'houqin-parts-'))
  try {
    const file = join(folder, 'parts.mjs')
    writeFileSync(file, output.output[0].code)
    const { webParts, declaredWords } = (await import(pathToFileURL(file).href)) as { webParts: Readonly<Record<string, () => Promise<ReadPart>>>; declaredWords: (parts: readonly object[]) => { readonly phrases: ReadonlyMap<string, string> } }
    const parts = await Promise.all(Object.values(webParts).map((part) => part()))
    const { phrases } = declaredWords(await Promise.all(parts.map(async ({ subsystem, words }) => ({ subsystem, words: await words() }))))
    return Object.assign(parts, { phrases: Object.fromEntries(phrases) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the first page is told of them. */
export function indexOf(parts: readonly ReadPart[]) {
  return parts.map(({ subsystem, screens, fills, homes, coded }) => {
    const { id, title, registers, matters, standards, gates } = subsystem
    const judged = [...gates.map(({ matter }) => matter.id), ...Object.values(standards).flatMap(({ row }) => row?.of.id ?? [])]
    return {
      id, title,
      screens: screens.map(({ path, title: called, group, who, hidden }) => ({ path, ...(!hidden && { title: called }), group, ...(who && !who.some(({ role }) => role === everybody) && { who: rolesIn(who) }) })),
      fills: fills.map(({ slot }) => slot),
      homes: homes.map(({ who, path }) => ({ who: rolesIn(who), path })),
      coded: coded.map(({ register, path }) => ({ register: register.id, path })),
      prefixes: Object.fromEntries(Object.values(matters).map((matter) => [matter.prefix, matter.id])),
      dimensions: Object.fromEntries(Object.values(registers).flatMap((register) => (register.dimension ? [[register.dimension, register.id]] : []))),
      judges: [...new Set(judged)],
    }
  })
}
/** The file of a page made by hand; undefined of one that is derived. */
export async function fileOf(screen: Screen): Promise<string | undefined> {
  // what is derived meets, while it is only read, a page that is none
  const read = (await screen.load().catch(() => ({}))) as { readonly default?: unknown }
  return typeof read.default === 'string' ? read.default : undefined
}
const rolesIn = (who: readonly OfRole[]): readonly string[] => [...new Set(who.map(({ role }) => role))]

interface Start {
  readonly matter: { readonly id: string; readonly title: string }
  readonly icon?: string
  readonly path?: string
  readonly hint?: string
}
/** What one may ask for: what a subsystem put forward, else every kind of matter that is asked for by itself. */
export function startsOf(parts: readonly ReadPart[]): readonly Start[] {
  return parts.flatMap(({ starts, subsystem, screens }): readonly Start[] => {
    // while it is only read, an icon is its name
    if (starts.length > 0) return starts.map(({ matter: { id, title }, icon, path, hint }) => ({ matter: { id, title }, ...(typeof icon === 'string' && { icon }), ...(path && { path }), ...(hint && { hint }) }))
    // one whose list is not in the rail begins somewhere else: on the duty board, at an export
    return Object.values(subsystem.matters).filter(({ id }) => screens.some(({ path, hidden }) => path === `/matters/${id}` && !hidden)).map(({ id, title }) => ({ matter: { id, title } }))
  })
}

/** A plugin of the builder: writes what one may ask for, with the icons of that, into the one module that holds it. */
export function partStarts(parts: readonly ReadPart[]): Plugin {
  return {
    name: 'houqin:starts',
    enforce: 'pre',
    transform: {
      filter: { id: /\/apps\/web\/src\/home\/starts\.ts$/ },
      handler(source) {
        const starts = startsOf(parts)
        const names = [...new Set(starts.flatMap(({ icon }) => icon ?? []))]
        const tiles = starts.map(({ icon, ...tile }) => `{ ...${JSON.stringify(tile)}${icon ? `, icon: ${icon}` : ''} }`)
        return { code: `import { ${names.join(', ')} } from '@ant-design/icons'\n${source.replace(' = builtStarts', ` = [${tiles.join(',\n')}]`)}`, map: null }
      },
    },
  }
}
