// The API keys as the administrators read them.
import { call } from '@houqin/web-kit'

export interface Key {
  readonly id: string
  readonly title: string
  readonly account: { readonly name: string; readonly username: string }
  readonly ending: string
  readonly scopes: readonly string[]
  readonly addresses: readonly string[]
  readonly perMinute: number
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly lastIp: string | null
  readonly revokedAt: string | null
}
export const keysQuery = { queryKey: ['api-keys'], queryFn: () => call<{ rows: readonly Key[] }>('/api-keys') }
