// The worker 离线外壳: keeps the console of this very build on the device, so that it opens without a network; written anew at every build.
import { createHash } from 'node:crypto'

/** Only pieces of the console stand here, which are the same for everybody; what the server answers about anybody never does. */
const script = (build: string, files: readonly string[]): string => `// The console of build ${build}, kept to be opened without a network.
const name = 'houqin-${build}'
const page = '/index.html'
const files = ${JSON.stringify(files)}
self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(name)
      .then((kept) => Promise.all([page, ...files].map((file) => fetch(file, { cache: file === page ? 'no-cache' : 'default' }).then((answer) => {
        if (!answer.ok) throw new Error(file)
        return kept.put(file, answer)
      }))))
      .then(() => self.skipWaiting()),
  )
})
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((other) => other.startsWith('houqin-') && other !== name).map((other) => caches.delete(other))))
      .then(() => self.clients.claim()),
  )
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || ['api', 'q'].includes(pathname.split('/')[1])) return
  // The server's page always comes first: an upgraded console is shown at once. The kept one stands in only when nobody answers.
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.open(name).then((kept) => kept.match(page)).then((answer) => answer ?? Response.error())))
  // Hashed names: what is called the same is the same.
  else if (files.includes(pathname)) event.respondWith(caches.open(name).then((kept) => kept.match(pathname)).then((answer) => answer ?? fetch(request)))
})
`

interface Emitted {
  readonly fileName: string
}
interface Build {
  emitFile: (file: { type: 'asset'; fileName: string; source: string }) => string
}

/** A plugin of the builder: writes `sw.js` over the pieces it has just made. */
export function worker() {
  return {
    name: 'houqin:worker',
    apply: 'build' as const,
    generateBundle: {
      order: 'post' as const,
      handler(this: Build, _options: unknown, bundle: Readonly<Record<string, Emitted>>): void {
        const files = Object.keys(bundle).filter((file) => /^assets\/.+\.(js|css)$/.test(file)).toSorted((a, b) => a.localeCompare(b)).map((file) => `/${file}`)
        const build = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: script(build, files) })
      },
    },
  }
}
