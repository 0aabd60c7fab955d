// 附件的表: where this package's migrations lie.
export const filesTables = Object.freeze({ schema: 'files', folder: new URL('../migrations/', import.meta.url) })
