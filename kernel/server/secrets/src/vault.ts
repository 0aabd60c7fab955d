// The vault 保管库: seals a text so that only this house, asking for the same purpose, can read it again.
import { existsSync } from 'node:fs'
import { cipherNamed, intl, suiteOfCipher } from '@houqin/crypto-suites'
import type { CryptoSuite } from '@houqin/crypto-suites'
import { fault } from '@houqin/fault'
import { Problem, say } from '@houqin/problem'
import { keyFile, makeKey, nextKeyFile, readKey } from './key-file.ts'
import type { Key } from './key-file.ts'

export interface Vault {
  /** `keys/secrets.key` in the data folder. */
  readonly file: string
  /** The suite of the key in hand, or of the key that a first start will make. */
  suite(): CryptoSuite
  /** Name of the key in hand; none before the first start is through. */
  kid(): string | undefined
  /** Makes the key when there is none. */
  ready(): void
  /** @param of what the text is the secret of, as in `notice.channel:<id>`: it opens for the same purpose only. @returns an envelope for a text column. */
  seal(what: { readonly of: string; readonly text: string }): string
  /** @throws Problem `conflict` that asks to enter the secret anew, when another key or purpose sealed it or it was changed. */
  open(what: { readonly of: string; readonly sealed: string }): string
}

interface Envelope {
  readonly v: number
  readonly suite: string
  readonly kid: string
  readonly iv: string
  readonly ct: string
  readonly tag: string
}
const parts = ['iv', 'ct', 'tag'] as const

/**
 * @param folder the data folder. Nothing is made before it is needed. @param suite what the house is created with; left out, what it was created with.
 * @throws Fault `secrets.key-unreadable`, `secrets.other-suite`, `secrets.migration-unfinished`.
 */
export async function openVault({ folder, suite }: { folder: string; suite?: CryptoSuite | undefined }): Promise<Vault> {
  const file = keyFile(folder)
  if (existsSync(nextKeyFile(folder))) throw unfinished()
  let held: Key | undefined = readKey(file)
  const created = held && suiteOfCipher(held.suite)
  if (suite && created && suite !== created) throw otherSuite(created, suite)
  // another program of the house may have made it meanwhile
  const known = (): Key | undefined => (held ??= readKey(file))
  const key = (): Key => (held = known() ?? makeKey(file, suite ?? intl))
  return Object.freeze<Vault>({
    file,
    suite: () => suiteOfCipher(known()?.suite ?? '') ?? suite ?? intl,
    kid: () => known()?.kid,
    ready: () => void key(),
    seal: (what) => sealBy(key(), what),
    open: (what) => openBy(known(), what),
  })
}

/** The envelope of a text under a key in hand. */
export function sealBy({ kid, suite: name, key: secret }: Key, { of, text }: { readonly of: string; readonly text: string }): string {
  const head = { v: 1, suite: name, kid }
  const sealed = cipherNamed(name)?.seal(secret, Buffer.from(text, 'utf8'), about(head, of))
  if (!sealed) throw new Error(`no suite ${name}`)
  const envelope: Envelope = { ...head, iv: sealed.iv.toString('base64url'), ct: sealed.ct.toString('base64url'), tag: sealed.tag.toString('base64url') }
  return JSON.stringify(envelope)
}

/** @throws Problem like `Vault.open`. */
export function openBy(held: Key | undefined, { of, sealed }: { readonly of: string; readonly sealed: string }): string {
  const envelope = read(sealed)
  if (held === undefined || envelope?.kid !== held.kid) throw lost()
  const bytes = { iv: Buffer.from(envelope.iv, 'base64url'), ct: Buffer.from(envelope.ct, 'base64url'), tag: Buffer.from(envelope.tag, 'base64url') }
  try {
    const opened = cipherNamed(envelope.suite)?.open(held.key, bytes, about(envelope, of))
    if (opened) return opened.toString('utf8')
  } catch (cause) {
    throw lost(cause)
  }
  throw lost()
}

function otherSuite(created: CryptoSuite, asked: CryptoSuite): Error {
  return fault({
    code: 'secrets.other-suite',
    zh: `这套系统选用的密码套件是 ${created.id}，不能以 --crypto ${asked.id} 启动：去掉这个选项；要改用 ${asked.id}，请停止服务后运行 npm run crypto:migrate -- --to ${asked.id}。`,
    en: `The suite of this house is ${created.id}; it cannot be started with --crypto ${asked.id}: leave the option away; to change to ${asked.id}, stop the server and run npm run crypto:migrate -- --to ${asked.id}.`,
  })
}

function unfinished(): Error {
  return fault({
    code: 'secrets.migration-unfinished',
    zh: '更换密码套件的操作没有做完：请再运行一次 npm run crypto:migrate，它会从中断处继续。数据没有丢失。',
    en: 'A change of the crypto suite was not finished: run npm run crypto:migrate again, it goes on where it stopped. Nothing is lost.',
  })
}

/** Bound to the text, so that neither head nor purpose can be exchanged. */
function about({ v, suite, kid }: Pick<Envelope, 'v' | 'suite' | 'kid'>, of: string): Buffer {
  return Buffer.from(JSON.stringify([v, suite, kid, of]), 'utf8')
}

function read(sealed: string): Envelope | undefined {
  try {
    const found = JSON.parse(sealed) as Partial<Envelope> | null
    const whole = found?.v === 1 && [found.suite, found.kid, ...parts.map((part) => found[part])].every((one) => typeof one === 'string')
    return whole ? (found as Envelope) : undefined
  } catch {
    return undefined
  }
}

const lost = (cause?: unknown): Problem =>
  new Problem(
    'conflict',
    say('保存的密码或密钥已无法解开（可能换过密钥文件，或数据被改动）。请系统管理员重新填写。', 'The stored password or key can no longer be opened (the key file was changed, or the data was). The system administrator enters it anew.'),
    { cause },
  )
