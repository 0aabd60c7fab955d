// 依据的表: where this package's migrations lie.
export const standardTables = Object.freeze({ schema: 'standard', folder: new URL('../migrations/', import.meta.url) })
