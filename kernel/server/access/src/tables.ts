// 权限的表: where this package's migrations lie.
export const accessTables = Object.freeze({ schema: 'access', folder: new URL('../migrations/', import.meta.url) })
