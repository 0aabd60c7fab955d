// Where the tables of channels come from, and which of their columns the vault sealed.
import type { SealedColumn } from '@houqin/secrets'

export const channelTables = Object.freeze({ schema: 'channel', folder: new URL('../migrations/', import.meta.url) })
export const channelSecrets: SealedColumn = Object.freeze({ table: 'channel.setup', column: 'secrets', key: 'id', of: (id: string) => `channel.setup:${id}` })
