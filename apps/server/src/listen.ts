// The front door: takes the port before anything else is touched, and says "not yet" until the server is ready.
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { ServerOptions } from 'node:https'
import fastify from 'fastify'
import { fault } from '@houqin/fault'

/** Plain HTTP, or HTTPS with certificate and key, both paths of PEM files. */
export type Tls = { readonly kind: 'off' } | { readonly kind: 'files'; readonly cert: string; readonly key: string }

export interface Door {
  readonly address: string
  open(): void
  close(): Promise<void>
}

/** Listens at once. Throws `server.port-taken`, `server.port-forbidden`, `server.no-such-address` or `server.bad-certificate`. */
export async function listen({ port, host, tls }: { port: number; host: string; tls: Tls }): Promise<Door> {
  let ready = false
  const app = build(tls)
  app.get('/api/health', (_request, reply) => reply.code(ready ? 200 : 503).send({ ready }))
  try {
    await app.listen({ port, host })
  } catch (error) {
    throw explained({ error, port, host })
  }
  return Object.freeze({
    address: `${tls.kind === 'off' ? 'http' : 'https'}://localhost:${boundPort(app.addresses()) ?? port}`,
    open: () => { ready = true },
    close: () => app.close(),
  })
}

function boundPort(addresses: readonly (AddressInfo | string)[]): number | undefined {
  const first = addresses[0]
  return typeof first === 'object' ? first.port : undefined
}

function certificate(tls: Tls): ServerOptions | null {
  return tls.kind === 'off' ? null : { cert: readFileSync(tls.cert), key: readFileSync(tls.key) }
}

function build(tls: Tls) {
  try {
    return fastify({ logger: false, forceCloseConnections: 'idle', https: certificate(tls) })
  } catch (cause) {
    if (tls.kind === 'off') throw cause
    throw fault({
      code: 'server.bad-certificate',
      zh: `证书 ${tls.cert} 或私钥 ${tls.key} 读不了或不相配：请检查 --tls 所给的两个 PEM 文件。`,
      en: `The certificate ${tls.cert} or the key ${tls.key} cannot be read or they do not match: check the two PEM files given to --tls.`,
      cause,
    })
  }
}

function explained({ error, port, host }: { error: unknown; port: number; host: string }): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return fault({
    code: 'server.port-taken',
    zh: `端口 ${port} 已被占用：请停止占用它的程序，或用 --port 另选端口。`,
    en: `Port ${port} is taken: stop the program that uses it, or choose another with --port.`,
    cause: error,
  })
  if (code === 'EACCES') return fault({
    code: 'server.port-forbidden',
    zh: `当前用户无权使用端口 ${port}：请用 --port 另选 1024 以上的端口。`,
    en: `This user may not use port ${port}: choose one above 1024 with --port.`,
    cause: error,
  })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return fault({
    code: 'server.no-such-address',
    zh: `本机没有地址 ${host}：请改正 --host。`,
    en: `This machine has no address ${host}: mend --host.`,
    cause: error,
  })
  return error
}
