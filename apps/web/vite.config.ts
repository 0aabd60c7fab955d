// How the console is built: one page, screens in pieces, no script but in files.
import { fileURLToPath } from 'node:url'
import { build, defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { aheadOf } from './build/ahead.ts'
import { installable } from './build/installable.ts'
import { indexOf, partStarts, readParts } from './build/part-index.ts'
import { leaveServerParts } from './build/server-only.ts'
import { pieces } from './build/pieces.ts'
import { titleReadings } from './build/title-readings.ts'
import { leaveUnusedParts, withoutEffects } from './build/unused-parts.ts'
import { entryAlone, packed, weigh } from './build/weigh.ts'
import { worker } from './build/worker.ts'

const dist = fileURLToPath(new URL('dist', import.meta.url))

/** Builds the small public page after the console, under rules of its own. */
const smallPage: Plugin = {
  name: 'houqin:small-page',
  apply: 'build',
  closeBundle: {
    sequential: true,
    order: 'pre',
    async handler() {
      await build({ configFile: fileURLToPath(new URL('vite.q.config.ts', import.meta.url)), logLevel: this.environment.config.logLevel ?? 'info' })
    },
  },
}

const parts = await readParts()

export default defineConfig({
  plugins: [partStarts(parts), leaveServerParts(), leaveUnusedParts(), installable(), aheadOf(parts, dist), worker(), entryAlone(), weigh({ folder: dist, page: 'index.html', most: 200_000, how: 'gzip' }), smallPage, packed(dist)],
  define: { builtTitleReadings: JSON.stringify(titleReadings()), builtParts: JSON.stringify(indexOf(parts)), builtPhrases: JSON.stringify(parts.phrases) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    target: 'es2022',
    outDir: dist,
    emptyOutDir: true,
    reportCompressedSize: false,
    // Below it a font or picture would become a data: address inside a sheet.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: { codeSplitting: { groups: pieces } },
      treeshake: { moduleSideEffects: [...withoutEffects] },
      onLog(level, log, tell) {
        // antd marks its modules for servers that draw; here nothing does.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log)
      },
    },
  },
  server: { proxy: { '/api': process.env['HOUQIN_SERVER'] ?? 'http://127.0.0.1:8080' } },
})
