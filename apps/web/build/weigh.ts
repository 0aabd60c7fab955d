// Weighs what a browser fetches before the first screen stands, prints it, and refuses a build that is too heavy.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const worthPacking = /\.(js|css|svg|html|webmanifest)$/

interface Build {
  error: (says: string) => never
  info: (says: string) => void
}

/**
 * A plugin of the builder.
 * @param page the HTML file whose scripts and sheets are counted.
 * @param most bytes, as `how` counts them.
 */
export function weigh({ folder, page, most, how }: { folder: string; page: string; most: number; how: 'gzip' | 'plain' }) {
  return {
    name: 'houqin:weigh',
    apply: 'build' as const,
    writeBundle: {
      sequential: true,
      order: 'post' as const,
      handler(this: Build): void {
        const html = readFileSync(join(folder, page), 'utf8')
        const fetched = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].flatMap(([, path]) => (path ? [path] : []))
        const size = (path: string): number => {
          const bytes = readFileSync(join(folder, path))
          return how === 'gzip' ? gzipSync(bytes, { level: 9 }).length : bytes.length
        }
        const total = [page, ...new Set(fetched)].reduce((sum, path) => sum + size(path), 0)
        const line = `${page}: ${(total / 1000).toFixed(1)} kB ${how === 'gzip' ? 'gzip' : 'uncompressed'} before the first screen (at most ${most / 1000} kB)`
        if (total > most) this.error(line)
        this.info(line)
      },
    },
  }
}

interface Chunk {
  readonly type: string
  readonly fileName: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly moduleIds?: readonly string[]
}
/** A plugin of the builder: nothing of a subsystem is fetched before something of it is opened, so that the entry weighs the same however many there are. */
export function entryAlone() {
  return {
    name: 'houqin:entry-alone',
    apply: 'build' as const,
    generateBundle(this: Build, _options: unknown, bundle: Readonly<Record<string, Chunk>>): void {
      const fetched = new Set(Object.values(bundle).flatMap((chunk) => (chunk.isEntry ? [chunk.fileName] : [])))
      for (const name of fetched) for (const next of bundle[name]?.imports ?? []) fetched.add(next)
      const strays = [...fetched].flatMap((name) => bundle[name]?.moduleIds ?? []).filter((id) => /\/subsystems\/[^/]+\//.test(id))
      if (strays.length > 0) this.error(`The entry of the console holds a subsystem’s own files:\n${strays.join('\n')}`)
    },
  }
}

/** A plugin of the builder: writes `.gz` and `.br` beside every text file, for a server that sends them as they are. */
export function packed(folder: string) {
  return {
    name: 'houqin:packed',
    apply: 'build' as const,
    closeBundle(): void {
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!worthPacking.test(path)) continue
        const bytes = readFileSync(join(folder, path))
        if (bytes.length < 1024) continue
        writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, { level: 9 }))
        writeFileSync(join(folder, `${path}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      }
    },
  }
}
