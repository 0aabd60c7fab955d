// 周期计划的表: where this package's migrations lie.
export const planTables = Object.freeze({ schema: 'plan', folder: new URL('../migrations/', import.meta.url) })
