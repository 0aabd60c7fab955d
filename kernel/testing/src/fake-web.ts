// A fake of somebody's interface over HTTP: keeps what it heard and answers as the test says.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { after } from 'node:test'

export interface Heard {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
/** A number is a status without a body; 'silence' never answers. */
export type Reply = { readonly status?: number; readonly json?: unknown; readonly text?: string; readonly headers?: Readonly<Record<string, string>> } | 'silence'
export interface FakeWeb {
  readonly host: string
  readonly heard: readonly Heard[]
  /** From now on. */
  answer(by: (heard: Heard) => Reply): void
}

/** Ends with the tests of the file. */
export async function fakeWeb(by: (heard: Heard) => Reply = () => ({ json: {} })): Promise<FakeWeb> {
  let reply = by
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const one: Heard = { method: request.method ?? '', url: new URL(request.url ?? '', 'http://fake'), headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
      heard.push(one)
      const said = reply(one)
      if (said === 'silence') return
      response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers })
      response.end(said.text ?? JSON.stringify(said.json ?? {}))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('the fake has no port')
  return { host: `http://127.0.0.1:${at.port}`, heard, answer: (next) => { reply = next } }
}
