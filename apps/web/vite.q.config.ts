// How the small public page of printed codes is built: plain script of 2018, for WeChat's webview and old telephones.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { weigh } from './build/weigh.ts'

const dist = fileURLToPath(new URL('dist', import.meta.url))

export default defineConfig({
  plugins: [weigh({ folder: dist, page: 'q.html', most: 60_000, how: 'plain' })],
  publicDir: false,
  build: {
    target: 'es2018',
    cssTarget: 'chrome70',
    outDir: dist,
    // The console stands there already.
    emptyOutDir: false,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: { input: fileURLToPath(new URL('q.html', import.meta.url)) },
  },
  server: { proxy: { '/api': process.env['HOUQIN_SERVER'] ?? 'http://127.0.0.1:8080' } },
})
