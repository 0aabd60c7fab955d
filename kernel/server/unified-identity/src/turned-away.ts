// 登录不成: the closed list of why a sign-in by the provider came to nothing; the sign-in page has a sentence for each.
import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'
import { Problem } from '@houqin/problem'

export const reasons = Object.freeze([
  /** The sign-in began too long ago, in another browser, or nowhere. */
  'expired',
  /** This very answer was used before. */
  'used',
  /** The person said no at the provider. */
  'denied',
  /** The provider said no, for a reason of its own. */
  'refused',
  /** The provider did not answer, or with something that is no answer. */
  'down',
  /** What it said does not prove to be its own, or not for this sign-in. */
  'untrusted',
  /** Its clock and ours are too far apart. */
  'clock',
  /** What the administrator entered does not fit the provider. */
  'setup',
  /** The provider is switched off here. */
  'off',
  /** It did not say who it is about. */
  'nameless',
  /** The account is closed. */
  'closed',
  /** The account is locked after wrong passwords. */
  'locked',
  /** One of the three administrators, who sign in by password alone. */
  'administrator',
  /** The account, or the identity, is linked otherwise already. */
  'taken',
] as const)
export type Reason = (typeof reasons)[number]

export class TurnedAway extends Error {
  override readonly name = 'TurnedAway'
  readonly reason: Reason
  constructor(reason: Reason, cause?: unknown) {
    super(`turned away: ${reason}`, { cause })
    this.reason = reason
  }
}

const byCode: Readonly<Record<string, Reason>> = Object.freeze({
  OAUTH_TIMEOUT: 'down',
  OAUTH_ABORT: 'down',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'down',
  OAUTH_RESPONSE_IS_NOT_JSON: 'down',
  OAUTH_PARSE_ERROR: 'down',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'clock',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'untrusted',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'untrusted',
  OAUTH_KEY_SELECTION_FAILED: 'untrusted',
  OAUTH_INVALID_RESPONSE: 'untrusted',
  OAUTH_UNSUPPORTED_OPERATION: 'untrusted',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'setup',
  OAUTH_REQUEST_PROTOCOL_FORBIDDEN: 'setup',
  OAUTH_MISSING_SERVER_METADATA: 'setup',
  OAUTH_INVALID_SERVER_METADATA: 'setup',
})

/** Why whatever was thrown between the provider and us turns somebody away; undefined for a fault of our own. */
export function reasonOf(error: unknown): Reason | undefined {
  if (error instanceof TurnedAway) return error.reason
  if (error instanceof AuthorizationResponseError) return error.error === 'access_denied' ? 'denied' : error.error === 'temporarily_unavailable' || error.error === 'server_error' ? 'down' : 'refused'
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? 'used' : error.status >= 500 ? 'down' : ['invalid_client', 'unauthorized_client', 'invalid_scope'].includes(error.error) ? 'setup' : 'refused'
  // how a token endpoint says that it does not know our client or its secret
  if (error instanceof WWWAuthenticateChallengeError) return 'setup'
  if (error instanceof ClientError) return byCode[error.code ?? ''] ?? 'untrusted'
  if (error instanceof Problem) return ({ 'sign-in-refused': 'closed', 'too-many-requests': 'locked', conflict: 'setup', 'not-found': 'off' } as Partial<Record<string, Reason>>)[error.type]
  // what `fetch` throws when nobody answers, or stops in the middle
  return error instanceof TypeError && (error.cause !== undefined || error.message === 'fetch failed') ? 'down' : undefined
}
