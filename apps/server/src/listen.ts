// The front door: takes the port before anything else is touched, and says "not yet" until the server is ready.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { fault } from '@houqin/fault'

/** Plain HTTP, or HTTPS with certificate and key, both paths of PEM files. */
export type Tls = { readonly kind: 'off' } | { readonly kind: 'files'; readonly cert: string; readonly key: string }

export interface Door {
  readonly address: string
  /** From now on requests are answered by `listener`. */
  open(listener: RequestListener): void
  /** Lets what is under way finish, for a while, then lets go of the port. */
  close(): Promise<void>
}

const patience = 5000

/** Listens at once. Throws `server.port-taken`, `server.port-forbidden`, `server.no-such-address` or `server.bad-certificate`. */
export async function listen({ port, host, tls }: { port: number; host: string; tls: Tls }): Promise<Door> {
  let answer: RequestListener = notYet
  const server = build(tls, (request, response) => answer(request, response))
  await bind(server, { port, host })
  const at = server.address()
  const bound = at !== null && typeof at === 'object' ? at.port : port
  return Object.freeze({
    address: `${tls.kind === 'off' ? 'http' : 'https'}://localhost:${bound}`,
    open: (listener: RequestListener) => {
      answer = listener
    },
    close: () => shut(server),
  })
}

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '2' })
  response.end(
    JSON.stringify({ type: '/problems/not-ready', title: '系统尚未就绪', status: 503, detail: '系统正在启动,请稍候再试。 Starting up; try again in a moment.' }),
  )
}

function bind(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explained({ error, port, host })))
    server.listen(port, host, resolve)
  })
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function build(tls: Tls, listener: RequestListener): Server {
  if (tls.kind === 'off') return createServer(listener)
  try {
    return createSecureServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, listener)
  } catch (cause) {
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
