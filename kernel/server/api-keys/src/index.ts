// API keys 接口密钥: a program of the office reads and writes what its account may, within the key's scopes, until it ends or is revoked.
export { createApiKeys, keyMark } from './api-keys.ts'
export type { ApiKeys, KeyHolder } from './api-keys.ts'
export type { NewKey } from './keep.ts'
export { apiKeyTables } from './tables.ts'
