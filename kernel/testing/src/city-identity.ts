// The city's identity 市统一身份: a real OpenID Connect provider on this machine for tests, with its own sign-in and consent pages, that may lie or hang.
import { createSign, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'

export interface CityIdentity {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Lets one more address take browsers back; whoever was signed in there no longer is. */
  register(redirect: string): void
  /** What goes wrong from now on; nothing when left out. */
  misbehave(how?: Misbehaviour): void
  close(): Promise<void>
}
export interface Misbehaviour {
  /** No request is ever answered. */
  readonly hangs?: boolean
  /** Every request is answered 503. */
  readonly fails?: boolean
  /** Other claims in the id tokens. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Id tokens signed by a key that is not its own. */
  readonly foreignKey?: boolean
}
/** Claims of one citizen by the name he types at the provider; any password will do there. */
export type Citizens = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const clientId = 'houqin'
const clientSecret = 'a-secret-of-the-city-and-houqin'
const kid = 'city'
const pair = (): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** @param redirects where it may send browsers back to. @param leaves where it may send them after they left. */
export async function openCityIdentity({ citizens, redirects, leaves = [] }: { citizens: Citizens; redirects: readonly string[]; leaves?: readonly string[] }): Promise<CityIdentity> {
  const own = pair()
  const foreign = pair()
  let wrong: Misbehaviour = {}
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the city has no port')
  const issuer = `http://127.0.0.1:${address.port}`
  const addresses = [...redirects]
  const open = () => new Provider(issuer, {
    clients: [{
      client_id: clientId, client_secret: clientSecret, redirect_uris: addresses, post_logout_redirect_uris: [...leaves],
      grant_types: ['authorization_code'], response_types: ['code'],
    }],
    jwks: { keys: [{ ...own.privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig', kty: 'RSA' }] },
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub'], profile: ['name', 'employee_number'], phone: ['phone_number', 'phone_number_verified'] },
    findAccount: (_, id) => {
      const claims = citizens[id]
      return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) }
    },
  })
  let handle = open().callback()
  server.on('request', (request, response) => {
    if (wrong.hangs) return
    if (wrong.fails) {
      response.writeHead(503).end()
      return
    }
    if (request.url === '/token' && (wrong.claims || wrong.foreignKey)) {
      const key = wrong.foreignKey ? foreign.privateKey : own.privateKey
      rewriteToken(response, { key, claims: wrong.claims ?? {} })
    }
    void handle(request, response)
  })
  return Object.freeze<CityIdentity>({
    issuer, clientId, clientSecret,
    register(redirect) {
      addresses.push(redirect)
      handle = open().callback()
    },
    misbehave(how = {}) {
      wrong = how
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  })
}

function rewriteToken(response: ServerResponse, { key, claims }: { key: KeyObject; claims: Readonly<Record<string, unknown>> }): void {
  const end = response.end.bind(response)
  const lying = (body: unknown): ServerResponse => {
    const answer = JSON.parse(String(body)) as { id_token?: string }
    const lied = answer.id_token === undefined ? answer : { ...answer, id_token: signed({ ...payloadOf(answer.id_token), ...claims }, key) }
    const text = JSON.stringify(lied)
    response.setHeader('content-length', Buffer.byteLength(text))
    return end(text)
  }
  // Koa hands over the whole body at once
  response.end = lying as typeof response.end
}
function payloadOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
}
function signed(payload: object, key: KeyObject): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${encode({ alg: 'RS256', typ: 'JWT', kid })}.${encode(payload)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
}
