// Where the tables of channels come from, and which of their columns the vault sealed.
export const channelTables = Object.freeze({ schema: 'channel', folder: new URL('../migrations/', import.meta.url) })
export const channelSecrets = Object.freeze({ table: 'channel.setup', column: 'secrets' })
