// 动态口令的表: where this package's migrations lie, and the column its secrets are sealed in.
import type { SealedColumn } from '@houqin/secrets'
import { sealedFor } from './house.ts'

export const secondFactorTables = Object.freeze({ schema: 'second_factor', folder: new URL('../migrations/', import.meta.url) })
export const secondFactorSecrets: SealedColumn = Object.freeze({ table: 'second_factor.device', column: 'secret', key: 'account', of: sealedFor })
