// Where the tables of imports come from.
export const importTables = Object.freeze({ schema: 'imports', folder: new URL('../migrations/', import.meta.url) })
