// 审批的表: where this package's migrations lie.
export const approvalTables = Object.freeze({ schema: 'approval', folder: new URL('../migrations/', import.meta.url) })
