// 依赖方: this house as the provider's client; nothing it sends is read without end, waited for without end, or believed unsigned.
import { systemClock } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { WireProvider } from '@houqin/wire'
import * as client from 'openid-client'
import { isLocal } from './providers.ts'
import { TurnedAway } from './turned-away.ts'

const answersWithinSeconds = 8
const longestAnswerBytes = 1_000_000
const toleranceSeconds = 60

export interface Asked {
  readonly address: URL
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}
export interface Vouched {
  readonly subject: string
  /** What to call him on a page; his subject when the provider says nothing better. */
  readonly shown: string
  readonly claims: Readonly<Record<string, unknown>>
}

/**
 * Reads the provider's discovery document and keys.
 * @throws errors of openid-client, `TypeError` when nobody answers; `reasonOf` names them.
 */
export async function discover({ provider: { issuer, clientId }, secret, clock }: { provider: Pick<WireProvider, 'issuer' | 'clientId'>; secret: string | null; clock: Clock }): Promise<client.Configuration> {
  const address = new URL(issuer)
  const found = await client.discovery(address, clientId, {}, client.None(), {
    timeout: answersWithinSeconds,
    [client.customFetch]: boundedFetch,
    execute: insecureOf(address),
  })
  const metadata = found.serverMetadata()
  const skew = Math.round((clock.now().getTime() - systemClock.now().getTime()) / 1000)
  const config = new client.Configuration(metadata, clientId, { [client.clockSkew]: skew, [client.clockTolerance]: toleranceSeconds }, authenticationOf(metadata, secret))
  config.timeout = answersWithinSeconds
  config[client.customFetch] = boundedFetch
  // an id token is held against the provider's keys, not only against the line it came by
  client.enableNonRepudiationChecks(config)
  for (const allow of insecureOf(address)) allow(config)
  return config
}

/** Where to send the browser. @param redirect the one address the provider may send it back to. */
export async function ask(config: client.Configuration, { redirect, scopes }: { redirect: string; scopes: readonly string[] }): Promise<Asked> {
  const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirect, scope: scopes.join(' '), state, nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
  })
  return { address, state, nonce, verifier }
}

/** Exchanges the code and says whom the provider vouches for. @param came the address the browser came back to, with its query. */
export async function vouch(config: client.Configuration, { provider, came, state, nonce, verifier }: {
  provider: Pick<WireProvider, 'subjectClaim' | 'matching'>
  came: URL
  state: string
  nonce: string
  verifier: string
}): Promise<Vouched> {
  const tokens = await client.authorizationCodeGrant(config, came, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
  const said = tokens.claims()
  if (!said) throw new TurnedAway('untrusted')
  const wanted = ['name', provider.subjectClaim, ...provider.matching.map(({ claim }) => claim)]
  const more = config.serverMetadata().userinfo_endpoint !== undefined && wanted.some((claim) => said[claim] === undefined)
    ? await client.fetchUserInfo(config, tokens.access_token, said.sub)
    : {}
  const claims: Readonly<Record<string, unknown>> = { ...more, ...said }
  const subject = textOf(claims[provider.subjectClaim])
  if (subject === '' || subject.length > 255) throw new TurnedAway('nameless')
  const shown = [claims['name'], claims['preferred_username'], claims['email']].map(textOf).find((text) => text !== '') ?? subject
  return { subject, shown: shown.slice(0, 100), claims }
}

/** Where the browser ends its session at the provider too; undefined where the provider has no such page. */
export function leaveAddress(config: client.Configuration, back: string): string | undefined {
  if (config.serverMetadata().end_session_endpoint === undefined) return undefined
  return client.buildEndSessionUrl(config, { post_logout_redirect_uri: back }).href
}

/** A claim as text; numbers are how some providers write an employee number. */
export function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim.trim() : typeof claim === 'number' ? String(claim) : ''
}

function insecureOf(address: URL): ((config: client.Configuration) => void)[] {
  return isLocal(address) ? [client.allowInsecureRequests] : []
}
function authenticationOf({ token_endpoint_auth_methods_supported: supported }: client.ServerMetadata, secret: string | null): client.ClientAuth {
  if (secret === null) return client.None()
  // by the standard `client_secret_basic` when nothing is said
  return supported?.includes('client_secret_basic') === false && supported.includes('client_secret_post') ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret)
}

const boundedFetch: client.CustomFetch = async (url, options) => {
  // what is sent to a provider is a form, or nothing
  const body = options.body instanceof URLSearchParams || typeof options.body === 'string' ? options.body : null
  const response = await fetch(url, { ...options, body })
  if (!response.body) return response
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body) {
    bytes += piece.byteLength
    if (bytes > longestAnswerBytes) throw new TurnedAway('down')
    pieces.push(piece)
  }
  return new Response(Buffer.concat(pieces), { status: response.status, statusText: response.statusText, headers: response.headers })
}
