// Where the tables of the outbox come from.
export const outboxTables = Object.freeze({ schema: 'outbox', folder: new URL('../migrations/', import.meta.url) })
