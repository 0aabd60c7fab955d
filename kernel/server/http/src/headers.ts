// What every answer says to a browser: no scripts but ours, no framing, no sniffing.
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { baseMapOf, hostsOf } from './base-map.ts'
import type { System } from './system.ts'

/**
 * @param secure whether the outside reaches us by TLS: only then is HSTS said.
 * @param clock the house's time, told with every answer so that a browser counts deadlines by it.
 */
export async function installHeaders(app: FastifyInstance, { secure, clock }: Pick<System, 'secure' | 'clock'>): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        // antd writes its styles at run time; scripts stay strict
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:', ...hostsOf(baseMapOf(process.env))],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 15_552_000 } : false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  app.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return
    reply.header('houqin-time', clock.now().toISOString())
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
