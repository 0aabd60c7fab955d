// 标准值新版本的表: where this package's migrations lie.
export const standardVersionTables = Object.freeze({ schema: 'standard_version', folder: new URL('../migrations/', import.meta.url) })
