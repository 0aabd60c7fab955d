// What is fetched ahead 先行: one small script that asks before the console is read, and for each page made by hand an HTML file that names its scripts and what it asks for.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Plugin } from 'vite'
import { fileOf } from './part-index.ts'
import type { ReadPart } from './part-index.ts'

const source = fileURLToPath(new URL('../src/ahead.ts', import.meta.url))
const script = '<script type="module"'
const subsystems = fileURLToPath(new URL('../../../subsystems/', import.meta.url))

interface Chunk {
  readonly type: string
  readonly fileName: string
  readonly facadeModuleId?: string | null
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> }
}

/** A plugin of the builder. @param folder where the console is written. */
export function aheadOf(parts: readonly ReadPart[], folder: string): Plugin {
  let asks = ''
  return {
    name: 'houqin:ahead',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false, logLevel: 'warn', build: { write: false, target: 'es2022', rolldownOptions: { input: source, output: { format: 'iife' } } },
      })
      const [output] = [built].flat()
      if (!output || !('output' in output)) throw new Error('The first script was not built.')
      asks = this.getFileName(this.emitFile({ type: 'asset', name: 'ahead.js', source: output.output[0].code }))
    },
    writeBundle: {
      sequential: true,
      async handler(_options, bundle) {
        const page = readFileSync(join(folder, 'index.html'), 'utf8').replace(script, `<script async src="/${asks}"></script>\n    ${script}`)
        writeFileSync(join(folder, 'index.html'), page)
        const chunks: readonly Chunk[] = Object.values(bundle)
        for (const { subsystem, screens, ahead } of parts) {
          const part = join(subsystems, subsystem.id, 'src/web/index.ts')
          for (const screen of screens) {
            const file = await fileOf(screen)
            if (file === undefined) continue
            const to = join(folder, `screens${screen.path}.html`)
            mkdirSync(dirname(to), { recursive: true })
            writeFileSync(to, withAhead(page, { asks: ahead[screen.path] ?? [], ...needed(chunks, [part, file]) }))
          }
        }
      },
    },
  }
}

/** Scripts and sheets of these modules with all they stand on, but for what the entry has. @throws Error when one of them has no script of its own. */
function needed(chunks: readonly Chunk[], modules: readonly string[]): { readonly scripts: readonly string[]; readonly sheets: readonly string[] } {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const closure = (names: readonly string[]): ReadonlySet<string> => {
    const all = new Set(names)
    for (const name of all) for (const next of byName.get(name)?.imports ?? []) all.add(next)
    return all
  }
  const here = closure(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
  const starts = modules.map((id) => {
    const found = chunks.find(({ facadeModuleId }) => facadeModuleId === id)
    if (!found) throw new Error(`${id} has no script of its own`)
    return found.fileName
  })
  const scripts = [...closure(starts)].filter((name) => !here.has(name))
  return { scripts, sheets: [...new Set(scripts.flatMap((name) => [...(byName.get(name)?.viteMetadata?.importedCss ?? [])]))] }
}

function withAhead(page: string, { asks, scripts, sheets }: { readonly asks: readonly string[]; readonly scripts: readonly string[]; readonly sheets: readonly string[] }): string {
  const first = asks.length > 0 ? `<meta name="ahead" content="${asks.join(' ').replaceAll('&', '&amp;')}">\n    ` : ''
  const links = [...scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`), ...sheets.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`)]
  return page.replace('<script async', `${first}<script async`).replace('  </head>', `${links.map((link) => `    ${link}\n`).join('')}  </head>`)
}
