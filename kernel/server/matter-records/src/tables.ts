// 事项的表: where this package's migrations lie.
export const matterTables = Object.freeze({ schema: 'matter', folder: new URL('../migrations/', import.meta.url) })
