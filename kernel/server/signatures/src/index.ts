// 签名: a signature kept or drawn on the spot, bound to what was signed by its fingerprint.
export { fingerprint, signaturesOf, signDeed, signedContent, unsigned } from './sign.ts'
export type { Signature, SignedContent, SignatureAsked } from './sign.ts'
export { requireInk } from './ink.ts'
export { dropOwn, keepOwn, ownedBySigner, ownSignature } from './own-signature.ts'
export type { OwnSignature } from './own-signature.ts'
export { signatureTables } from './tables.ts'
