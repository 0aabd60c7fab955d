// 接口密钥的表: where this package's migrations lie.
export const apiKeyTables = Object.freeze({ schema: 'api_key', folder: new URL('../migrations/', import.meta.url) })
