// SM2 签名 (GB/T 32918.2-2016, curve of GB/T 32918.5-2017): the curve is a library's, the digest OpenSSL's; Node's OpenSSL signs by this curve with ECDSA only.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import type { Signature } from './suite.ts'

const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
const a = 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn
const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n
const Gx = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n
const Gy = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n
const Point = weierstrass({ p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn, n, h: 1n, a, b, Gx, Gy })

/** Who signs, where the two have agreed on nothing else (GM/T 0009). */
const signer = Buffer.from('1234567812345678')
/** SubjectPublicKeyInfo of an uncompressed point, up to its 0x04: id-ecPublicKey on 1.2.156.10197.1.301. */
const spkiHead = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex')

const sm3 = (...pieces: readonly Uint8Array[]): Buffer => pieces.reduce<ReturnType<typeof createHash>>((hash, piece) => hash.update(piece), createHash('sm3')).digest()
const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex')
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const modulo = (number: bigint): bigint => ((number % n) + n) % n
const inverse = (number: bigint): bigint => Point.Fn.inv(modulo(number))

/** A number of [1, n-1) with less than one chance in 2⁶⁴ of leaning anywhere (FIPS 186-5, A.2.1). */
const drawn = (): bigint => (numberOf(randomBytes(40)) % (n - 2n)) + 1n

/** e: the message under Z, which binds signer, curve and public key to it. */
function digestOf(point: Uint8Array, message: Uint8Array): bigint {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(signer.length * 8)
  const z = sm3(length, signer, ...[a, b, Gx, Gy].map(bytesOf), point.subarray(1))
  return numberOf(sm3(z, message))
}

const pointOf = (key: bigint): Uint8Array => Point.BASE.multiply(key).toBytes(false)

/** @param draw a fresh secret number for each signature; given in tests, where the standard prints it. */
export function signSm2(key: Uint8Array, message: Uint8Array, draw: () => bigint = drawn): Buffer {
  const d = numberOf(key)
  const e = digestOf(pointOf(d), message)
  for (;;) {
    const k = draw()
    const r = modulo(e + Point.BASE.multiply(k).toAffine().x)
    const s = modulo(inverse(1n + d) * (k - r * d))
    if (r !== 0n && r + k !== n && s !== 0n) return encoded(r, s)
  }
}

function holds(point: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const found = decoded(signature)
  if (!found) return false
  const { r, s } = found
  const t = modulo(r + s)
  if (t === 0n) return false
  try {
    // both numbers are public; a point off the curve is refused here
    const at = Point.BASE.mulAddUnsafe(s, Point.fromBytes(point), t)
    return !at.is0() && modulo(digestOf(point, message) + at.toAffine().x) === r
  } catch {
    return false
  }
}

/** SEQUENCE { r INTEGER, s INTEGER } (GM/T 0009). */
function encoded(r: bigint, s: bigint): Buffer {
  const body = Buffer.concat([r, s].map((number) => {
    const bytes = bytesOf(number)
    const first = bytes.findIndex((byte) => byte !== 0)
    const short = bytes.subarray(first)
    const whole = (short[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), short]) : short
    return Buffer.concat([Buffer.from([2, whole.length]), whole])
  }))
  return Buffer.concat([Buffer.from([0x30, body.length]), body])
}

/** Undefined for what is not exactly such an encoding, so that one signature has one spelling. */
function decoded(signature: Uint8Array): { r: bigint; s: bigint } | undefined {
  const bytes = Buffer.from(signature)
  const rLength = bytes[3] ?? 0
  const sLength = bytes[5 + rLength] ?? 0
  if (rLength === 0 || sLength === 0 || bytes.length !== 6 + rLength + sLength) return undefined
  const r = numberOf(bytes.subarray(4, 4 + rLength))
  const s = numberOf(bytes.subarray(6 + rLength))
  if (r === 0n || s === 0n || r >= n || s >= n) return undefined
  const right = encoded(r, s)
  return right.length === bytes.length && timingSafeEqual(right, bytes) ? { r, s } : undefined
}

export const sm2: Signature = Object.freeze<Signature>({
  name: 'SM2-SM3',
  newKey: () => bytesOf(drawn()),
  publicOf: (key) => Buffer.concat([spkiHead, pointOf(numberOf(key))]),
  sign: (key, message) => signSm2(key, message),
  verify(publicKey, message, signature) {
    const head = Buffer.from(publicKey).subarray(0, spkiHead.length)
    const point = Buffer.from(publicKey).subarray(spkiHead.length)
    return head.equals(spkiHead) && point.length === 65 && point[0] === 4 && holds(point, message, signature)
  },
})
