// 不符合历史的表: where this package's migrations lie.
export const standardHistoryTables = Object.freeze({ schema: 'standard_history', folder: new URL('../migrations/', import.meta.url) })
