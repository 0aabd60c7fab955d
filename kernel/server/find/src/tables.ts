// Where the table of what has been made anew comes from.
export const findTables = Object.freeze({ schema: 'find', folder: new URL('../migrations/', import.meta.url) })
