// Where the tables of personal settings come from.
export const personalTables = Object.freeze({ schema: 'personal', folder: new URL('../migrations/', import.meta.url) })
