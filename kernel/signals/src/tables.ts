// Where the tables of signals come from.
export const signalTables = Object.freeze({ schema: 'signal', folder: new URL('../migrations/', import.meta.url) })
