// The file of the key 密钥文件: `<data folder>/keys/secrets.key`, for its owner's eyes only, whole or not there.
import { createHash, createSecretKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cipherNamed } from '@houqin/crypto-suites'
import type { CryptoSuite } from '@houqin/crypto-suites'
import { fault } from '@houqin/fault'
import { putFirst } from './whole-file.ts'

export const keyFile = (folder: string): string => join(folder, 'keys', 'secrets.key')
/** There while one key takes the place of another. */
export const nextKeyFile = (folder: string): string => `${keyFile(folder)}.next`

/** The key in hand; its bytes are never written but into its file. */
export interface Key {
  /** Short name made from the key; says nothing about it. */
  readonly kid: string
  readonly suite: string
  readonly key: KeyObject
}

/** Undefined when there is no such file. @throws Fault `secrets.key-unreadable`. */
export function readKey(file: string): Key | undefined {
  try {
    const [version, suite = '', text = ''] = readFileSync(file, 'utf8').trim().split(' ')
    chmodSync(file, 0o600)
    const bytes = Buffer.from(text, 'base64url')
    if (version !== '1' || bytes.length !== cipherNamed(suite)?.keyBytes) throw new Error('it does not hold a key')
    return { kid: createHash('sha256').update('houqin secrets ').update(bytes).digest('hex').slice(0, 16), suite, key: createSecretKey(bytes) }
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    const why = cause instanceof Error ? cause.message : String(cause)
    throw fault({
      code: 'secrets.key-unreadable',
      zh: `密钥文件 ${file} 读不了或已损坏（${why}）：请从备份恢复这个文件。`,
      en: `The key file ${file} cannot be read or is damaged (${why}): restore it from a backup.`,
      cause,
    })
  }
}

/** Makes a key of `suite`; of two programs that make it at once both go by the first. */
export function makeKey(file: string, { cipher }: CryptoSuite): Key {
  putFirst(file, `1 ${cipher.name} ${randomBytes(cipher.keyBytes).toString('base64url')}\n`)
  const made = readKey(file)
  if (!made) throw new Error(`${file} has vanished while it was written`)
  return made
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
