// The API keys as the administrators read them.
import { call } from '@houqin/web-kit'
import type { WireKey } from '@houqin/web-kit'

export const keysQuery = { queryKey: ['api-keys'], queryFn: () => call<{ rows: readonly WireKey[] }>('/api-keys') }
