// What makes the console installable: its manifest and its icons, written at every build.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { iconPng, iconSvg } from './icon.ts'

const sizes = [192, 512] as const

const manifest = {
  name: '智慧后勤',
  short_name: '后勤',
  lang: 'zh-CN',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#F6F7F9',
  theme_color: '#1F5AA6',
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ...sizes.map((size) => ({ src: `/icons/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' })),
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
}

/** What a build and a development server are asked for here. */
interface Build {
  emitFile: (file: { type: 'asset'; fileName: string; source: string | Uint8Array }) => string
}
interface DevelopmentServer {
  readonly middlewares: { use: (answer: (request: IncomingMessage, response: ServerResponse, next: () => void) => void) => void }
}

/** A plugin of the builder. */
export function installable() {
  const files: Readonly<Record<string, () => string | Uint8Array>> = {
    'manifest.webmanifest': () => JSON.stringify(manifest),
    'icons/icon.svg': iconSvg,
    ...Object.fromEntries(sizes.map((size) => [`icons/icon-${size}.png`, () => iconPng(size)])),
  }
  const types: Readonly<Record<string, string>> = { webmanifest: 'application/manifest+json', svg: 'image/svg+xml', png: 'image/png' }
  return {
    name: 'houqin:installable',
    generateBundle(this: Build): void {
      for (const [fileName, make] of Object.entries(files)) this.emitFile({ type: 'asset', fileName, source: make() })
    },
    configureServer(server: DevelopmentServer): void {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').slice(1)
        const make = files[path]
        if (!make) return next()
        response.setHeader('content-type', types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
        response.end(make())
      })
    },
  }
}
