// Where the tables of notices come from.
export const noticeTables = Object.freeze({ schema: 'notice', folder: new URL('../migrations/', import.meta.url) })
