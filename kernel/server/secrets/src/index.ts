// Secrets 密钥保管: what must be kept but never shown, sealed by a key that lies outside the database.
export { proveKey } from './prove-key.ts'
export type { SealedColumn } from './prove-key.ts'
export { openVault } from './vault.ts'
export type { Vault } from './vault.ts'
export { beginSuccession } from './succession.ts'
export type { Succession } from './succession.ts'
export { openSigner, publicKey, succeedSigner, successorText, verifies } from './signing-key.ts'
export type { FormerKey, PublicKey, Signed, Signer } from './signing-key.ts'
