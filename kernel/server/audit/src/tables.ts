// 审计的表: where this package's migrations lie.
export const auditTables = Object.freeze({ schema: 'audit', folder: new URL('../migrations/', import.meta.url) })
