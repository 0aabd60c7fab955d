// Where the tables of imports of files come from.
export const fileImportTables = Object.freeze({ schema: 'file_imports', folder: new URL('../migrations/', import.meta.url) })
