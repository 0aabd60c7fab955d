// The front door: takes the port before anything else is touched, and says "not yet" until the server is ready.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Server as SecureServer } from 'node:https'
import { fault } from '@houqin/fault'
import { trustPage } from '@houqin/tls'
import type { LocalCertificate } from '@houqin/tls'
import { onToHttps, splitByFirstByte } from './first-byte.ts'

/** Plain HTTP, HTTPS with certificate and key (paths of PEM files), or HTTPS with a certificate of our own making. */
export type Tls = { readonly kind: 'off' } | { readonly kind: 'files'; readonly cert: string; readonly key: string } | { readonly kind: 'auto' }
/** The same with the certificate in hand. */
export type DoorTls = Exclude<Tls, { kind: 'auto' }> | { readonly kind: 'auto'; readonly certificate: LocalCertificate }

export interface Door {
  readonly address: string
  /** From now on requests are answered by `listener`. */
  open(listener: RequestListener): void
  /** Lets what is under way finish, for a while, then lets go of the port. */
  close(): Promise<void>
}

const patience = 5000
const hour = 3_600_000

/** Listens at once. Throws `server.port-taken`, `server.port-forbidden`, `server.no-such-address` or `server.bad-certificate`. */
export async function listen({ port, host, tls, log = () => undefined }: { port: number; host: string; tls: DoorTls; log?: (line: string) => void }): Promise<Door> {
  let answer: RequestListener = notYet
  const { server, letGo } = build({ tls, log, listener: (request, response) => answer(request, response) })
  await bind(server, { port, host })
  const at = server.address()
  const bound = at !== null && typeof at === 'object' ? at.port : port
  return Object.freeze({
    address: `${tls.kind === 'off' ? 'http' : 'https'}://localhost:${bound}`,
    open: (listener: RequestListener) => {
      answer = listener
    },
    close: () => shut(server, letGo),
  })
}

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '2' })
  response.end(
    JSON.stringify({ type: '/problems/not-ready', title: '系统尚未就绪', status: 503, detail: '系统正在启动，请稍候再试。 Starting up; try again in a moment.' }),
  )
}

function bind(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explained({ error, port, host })))
    server.listen(port, host, resolve)
  })
}

function shut(server: Server, letGo: () => void): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
    letGo()
  })
}

interface Built {
  readonly server: Server
  /** Ends what the server itself does not know of. */
  readonly letGo: () => void
}
function build({ tls, log, listener }: { tls: DoorTls; log: (line: string) => void; listener: RequestListener }): Built {
  if (tls.kind === 'off') return { server: createServer(listener), letGo: () => undefined }
  if (tls.kind === 'auto') return certified({ certificate: tls.certificate, log, listener })
  const server = withFiles(tls, listener)
  return { server, letGo: splitByFirstByte(server, onToHttps) }
}

/** Renewed while it runs: connections that stand keep the old certificate, new ones get the new. */
function certified({ certificate, log, listener }: { certificate: LocalCertificate; log: (line: string) => void; listener: RequestListener }): Built {
  const server = createSecureServer(certificate.pair(), trustPage(certificate.authority, listener))
  const leave = splitByFirstByte(server, trustPage(certificate.authority, onToHttps))
  const look = setInterval(() => {
    certificate.renewed().then(
      (pair) => { if (pair) server.setSecureContext(pair) },
      // tried again in an hour; the present one is good for weeks
      (error: unknown) => log(`certificate not renewed: ${String(error)}`),
    )
  }, hour)
  look.unref()
  const letGo = (): void => {
    clearInterval(look)
    leave()
  }
  return { server, letGo }
}

function withFiles(tls: Extract<Tls, { kind: 'files' }>, listener: RequestListener): SecureServer {
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
