// The signing key 签名密钥: `<data folder>/keys/signing.key`, by which a third party knows what this house has said.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signatureNamed } from '@houqin/crypto-suites'
import type { CryptoSuite, Signature } from '@houqin/crypto-suites'
import { fault } from '@houqin/fault'
import { putFirst, putInstead } from './whole-file.ts'

/** A public key of this house, present or former. */
export interface PublicKey {
  /** First 16 hex digits of the SHA-256 of `spki`. */
  readonly kid: string
  /** Name of its signature scheme. */
  readonly scheme: string
  /** DER SubjectPublicKeyInfo. */
  readonly spki: Buffer
}
/** A key that signs no more; its private half is gone. */
export interface FormerKey extends PublicKey {
  /** Under the public key that came after it, made by this one. */
  readonly successor: Buffer
}
export interface Signed {
  readonly kid: string
  readonly signature: Buffer
}
export interface Signer {
  /** `keys/signing.key` in the data folder. */
  readonly file: string
  isMade(): boolean
  /** The key that signs; made when there is none. */
  current(): PublicKey
  /** Newest first. */
  former(): readonly FormerKey[]
  sign(message: Uint8Array): Signed
  /** Undefined where it is not this house's key: nothing can be said. */
  verify(message: Uint8Array, signed: Signed): boolean | undefined
}

interface Held {
  readonly scheme: Signature
  readonly key: Buffer
  readonly former: readonly FormerKey[]
}

/**
 * Nothing is made before it is needed. @param suite of a key that has to be made; one that is there stays what it is.
 * @throws Fault `secrets.key-unreadable`.
 */
export function openSigner({ folder, suite }: { readonly folder: string; readonly suite: CryptoSuite }): Signer {
  const file = signingFile(folder)
  let known = read(file)
  const held = (): Held => (known ??= read(file) ?? made(file, suite.signature))
  const current = (): PublicKey => publicKeyOf(held())
  return Object.freeze<Signer>({
    file,
    isMade: () => (known ??= read(file)) !== undefined,
    current,
    former: () => held().former,
    sign(message) {
      const { scheme, key } = held()
      return { kid: current().kid, signature: scheme.sign(key, message) }
    },
    verify(message, { kid, signature }) {
      const by = [current(), ...held().former].find((key) => key.kid === kid)
      return by && verifies(by, message, signature)
    },
  })
}

/** Puts a key of `suite` in place of one of another suite, which first signs its successor and is then only known by its public half. */
export function succeedSigner({ folder, suite: { signature: scheme } }: { readonly folder: string; readonly suite: CryptoSuite }): void {
  const file = signingFile(folder)
  const before = read(file)
  if (before === undefined || before.scheme.name === scheme.name) return
  const key = scheme.newKey()
  const { spki } = publicKeyOf({ scheme, key, former: [] })
  const former: FormerKey = { ...publicKeyOf(before), successor: before.scheme.sign(before.key, successorText(spki)) }
  putInstead(file, textOf({ scheme, key, former: [former, ...before.former] }))
}

/** What a key signs of the one that comes after it. */
export const successorText = (spki: Uint8Array): Buffer => Buffer.from(`houqin signing-key ${Buffer.from(spki).toString('base64')}`)

export function publicKey(scheme: string, spki: Buffer): PublicKey {
  return Object.freeze({ kid: createHash('sha256').update(spki).digest('hex').slice(0, 16), scheme, spki })
}
export const verifies = ({ scheme, spki }: PublicKey, message: Uint8Array, signature: Uint8Array): boolean =>
  signatureNamed(scheme)?.verify(spki, message, signature) === true

const signingFile = (folder: string): string => join(folder, 'keys', 'signing.key')
const publicKeyOf = ({ scheme, key }: Held): PublicKey => publicKey(scheme.name, scheme.publicOf(key))

function made(file: string, scheme: Signature): Held {
  putFirst(file, textOf({ scheme, key: scheme.newKey(), former: [] }))
  const held = read(file)
  if (!held) throw new Error(`${file} has vanished while it was written`)
  return held
}

function textOf({ scheme, key, former }: Held): string {
  const lines = former.map((one) => `former ${one.scheme} ${one.spki.toString('base64url')} ${one.successor.toString('base64url')}`)
  return `${[`1 ${scheme.name} ${key.toString('base64url')}`, ...lines].join('\n')}\n`
}

function read(file: string): Held | undefined {
  try {
    const [first = '', ...others] = readFileSync(file, 'utf8').trim().split('\n')
    const [version, name = '', text = ''] = first.split(' ')
    const scheme = signatureNamed(name)
    const key = Buffer.from(text, 'base64url')
    if (version !== '1' || !scheme || key.length !== 32) throw new Error('it does not hold a signing key')
    const former = others.map((line) => {
      const [, of = '', spki = '', successor = ''] = line.split(' ')
      return { ...publicKey(of, Buffer.from(spki, 'base64url')), successor: Buffer.from(successor, 'base64url') }
    })
    return { scheme, key, former }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    const why = cause instanceof Error ? cause.message : String(cause)
    throw fault({
      code: 'secrets.key-unreadable',
      zh: `签名密钥文件 ${file} 读不了或已损坏（${why}）：请从备份恢复这个文件；确实丢失时把它移走，下次启动会生成新的，并须把新的公钥告知核验的人。`,
      en: `The signing key ${file} cannot be read or is damaged (${why}): restore it from a backup; if it is lost for ever, move it away, the next start makes another, whose public key those who verify must be told.`,
      cause,
    })
  }
}
