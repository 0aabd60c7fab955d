// 编号的表: where this package's migrations lie.
export const numberingTables = Object.freeze({ schema: 'numbering', folder: new URL('../migrations/', import.meta.url) })
