// Builds the small public page after the console, under rules of its own.
import { build } from 'vite'
import type { Plugin } from 'vite'

/** @param configFile how the small page is built. */
export function smallPage(configFile: string): Plugin {
  return {
    name: 'houqin:small-page',
    apply: 'build',
    closeBundle: {
      sequential: true,
      order: 'pre',
      async handler() {
        await build({ configFile, logLevel: this.environment.config.logLevel ?? 'info' })
      },
    },
  }
}
