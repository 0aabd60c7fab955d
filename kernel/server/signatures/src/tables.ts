// 签名的表: where this package's migrations lie.
export const signatureTables = Object.freeze({ schema: 'signature', folder: new URL('../migrations/', import.meta.url) })
