// Where the tables of the edge come from.
export const httpTables = Object.freeze({ schema: 'http', folder: new URL('../migrations/', import.meta.url) })
