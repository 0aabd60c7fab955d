// The built console and the small public page of printed codes, with caching that survives an upgrade.
import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** @param folder what the console's build wrote: `index.html`, `q.html`, `assets/` with hashed names, and `screens/` with the page of each screen that names its own scripts. */
export async function installConsole(app: FastifyInstance, folder: string): Promise<void> {
  await access(join(folder, 'index.html'))
  const own = new Set((await readdir(join(folder, 'screens'), { recursive: true }).catch(() => [])).flatMap((file) => (file.endsWith('.html') ? [`/${file.slice(0, -'.html'.length)}`] : [])))
  const config = { rule: 'public' as const }
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...config }
    })
    await scope.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders(reply, path) {
        const hashed = path.includes('/assets/')
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    scope.get('/q/:code', (_request, reply) => reply.sendFile('q.html'))
    // any other address a person may type is a screen of the console
    for (const path of ['/', '/*'])
      scope.get(path, (request, reply) => {
        // a piece of an older build is gone, not a screen: the console then loads itself anew
        if (/^\/(api|assets)\//.test(request.url)) return reply.callNotFound()
        const [path = ''] = request.url.split('?')
        return reply.sendFile(own.has(path) ? `screens${path}.html` : 'index.html')
      })
  })
}
