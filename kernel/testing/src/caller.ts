// A caller 调用者: asks the real application inside the process, as a browser or a script would over the wire.
import type { FastifyInstance } from 'fastify'

export interface Answer<Body = Readonly<Record<string, unknown>>> {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The JSON that came back; the caller says what he expects, and asserts it. Null when there was none. */
  readonly body: Body
  /** The answer as it came. */
  readonly text: string
  /** The same, for what is no text. */
  readonly bytes: Buffer
}
export interface Asking {
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Sent as it stands, whatever it is. */
  readonly raw?: string | Buffer
  /** From elsewhere than usual. */
  readonly from?: string
}
export interface Caller {
  /** @param path begins with `/`. */
  call<Body = Readonly<Record<string, unknown>>>(method: string, path: string, asking?: Asking): Promise<Answer<Body>>
  get<Body = Readonly<Record<string, unknown>>>(path: string, query?: Readonly<Record<string, string>>): Promise<Answer<Body>>
  post<Body = Readonly<Record<string, unknown>>>(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<Body>>
  /** @param version the one the caller saw. */
  patch<Body = Readonly<Record<string, unknown>>>(path: string, body: unknown, version: number): Promise<Answer<Body>>
}

/** @param token of a session; nobody without. @param address where it comes from, for what is limited by address. */
export function callerOf(app: FastifyInstance, { token, address = '127.0.0.1' }: { token?: string; address?: string } = {}): Caller {
  const call = async <Body>(method: string, path: string, { headers = {}, query, body, raw, from }: Asking = {}): Promise<Answer<Body>> => {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await app.inject({
      method,
      url: path,
      remoteAddress: from ?? address,
      headers: {
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(query && { query: { ...query } }),
      ...(payload !== undefined && { payload }),
    })
    return { status: response.statusCode, headers: response.headers, body: parsed(response.body, response.headers['content-type']) as Body, text: response.body, bytes: response.rawPayload }
  }
  return Object.freeze<Caller>({
    call,
    get: (path, query) => call('GET', path, query ? { query } : {}),
    post: (path, body, headers) => call('POST', path, { body, ...(headers && { headers }) }),
    patch: (path, body, version) => call('PATCH', path, { body, headers: { 'if-match': `"${version}"` } }),
  })
}

function parsed(text: string, type: unknown): unknown {
  return text !== '' && /json/.test(String(type)) ? JSON.parse(text) : null
}
