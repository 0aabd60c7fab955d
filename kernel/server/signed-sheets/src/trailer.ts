// 尾注: where the signature of a sheet stands: in the comment of its archive, so that the file is one and Excel and WPS open it as any other.
import type { Signer } from '@houqin/secrets'

/** The end of an archive without a comment, bytes: what stands behind the last of them is the comment. */
export const endBytes = 22
/** `PK\x05\x06`, its number. */
const endMark = 0x06054b50
const commentAt = 20

/** What is counted over the file; the names are those OpenSSL knows, so that any machine can do it again. */
export const digestNames = Object.freeze(['sha256', 'sm3'] as const)
export type DigestName = (typeof digestNames)[number]
/** The digest that goes with a scheme of signatures. */
export const digestFor = (scheme: string): DigestName => (scheme.startsWith('sm2') ? 'sm3' : 'sha256')

export interface Trailer {
  /** ISO 8601, UTC, by the clock of the house. */
  readonly at: string
  readonly digest: DigestName
  /** Hex, over all bytes of the file with the comment and its length taken out. */
  readonly value: string
  readonly kid: string
  readonly signature: Buffer
}
/** What is signed. */
export const signedText = ({ at, digest, value }: Pick<Trailer, 'at' | 'digest' | 'value'>): Buffer => Buffer.from(`houqin-sheet 1 ${at} ${digest} ${value}`)

export function commentOf(signer: Pick<Signer, 'sign'>, said: Pick<Trailer, 'at' | 'digest' | 'value'>): Buffer {
  const { kid, signature } = signer.sign(signedText(said))
  return Buffer.from(`${signedText(said).toString()} ${kid} ${signature.toString('base64url')}`)
}
/** Undefined where it is none of ours. */
export function trailerIn(comment: string): Trailer | undefined {
  const [, at = '', digest = '', value = '', kid = '', signature = ''] = /^houqin-sheet 1 (\S+) (\S+) ([0-9a-f]{64}) ([0-9a-f]{16}) ([\w-]+)$/.exec(comment) ?? []
  const known = digestNames.find((name) => name === digest)
  return known && { at, digest: known, value, kid, signature: Buffer.from(signature, 'base64url') }
}

/** The end of an archive as it is without a comment. @returns undefined for what is no such end. */
export function isBareEnd(end: Buffer): boolean {
  return end.length === endBytes && end.readUInt32LE(0) === endMark && end.readUInt16LE(commentAt) === 0
}
export function withComment(end: Buffer, comment: Buffer): Buffer {
  const told = Buffer.from(end)
  told.writeUInt16LE(comment.length, commentAt)
  return Buffer.concat([told, comment])
}
/** Where the end begins in the last bytes of a file, and the comment behind it. */
export function endIn(tail: Buffer): { readonly at: number; readonly bare: Buffer; readonly comment: string } | undefined {
  for (let at = tail.length - endBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endMark || tail.readUInt16LE(at + commentAt) !== tail.length - at - endBytes) continue
    const bare = Buffer.from(tail.subarray(at, at + endBytes))
    bare.writeUInt16LE(0, commentAt)
    return { at, bare, comment: tail.subarray(at + endBytes).toString('latin1') }
  }
  return undefined
}
