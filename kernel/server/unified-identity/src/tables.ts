// 统一身份的表: where this package's migrations lie, and the column whose text the vault sealed.
import type { SealedColumn } from '@houqin/secrets'

export const identityTables = Object.freeze({ schema: 'identity', folder: new URL('../migrations/', import.meta.url) })
export const identitySecrets: SealedColumn = Object.freeze({ table: 'identity.provider', column: 'sealed_secret', key: 'id', of: (id: string) => `identity.provider:${id}` })
