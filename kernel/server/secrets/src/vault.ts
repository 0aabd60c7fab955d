// The vault 保管库: seals a text so that only this house, asking for the same purpose, can read it again.
import { join } from 'node:path'
import { cipherNamed, intl, suiteOfCipher } from '@houqin/crypto-suites'
import type { CryptoSuite } from '@houqin/crypto-suites'
import { fault } from '@houqin/fault'
import { Problem, say } from '@houqin/problem'
import { makeKey, readKey } from './key-file.ts'
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
 * @throws Fault `secrets.key-unreadable`, `secrets.other-suite`.
 */
export async function openVault({ folder, suite }: { folder: string; suite?: CryptoSuite | undefined }): Promise<Vault> {
  const file = join(folder, 'keys', 'secrets.key')
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
    seal({ of, text }) {
      const { kid, suite: name, key: secret } = key()
      const head = { v: 1, suite: name, kid }
      const sealed = cipherNamed(name)?.seal(secret, Buffer.from(text, 'utf8'), about(head, of))
      if (!sealed) throw new Error(`no suite ${name}`)
      const envelope: Envelope = { ...head, iv: sealed.iv.toString('base64url'), ct: sealed.ct.toString('base64url'), tag: sealed.tag.toString('base64url') }
      return JSON.stringify(envelope)
    },
    open({ of, sealed }) {
      const envelope = read(sealed)
      const held = known()
      if (held === undefined || envelope?.kid !== held.kid) throw lost()
      const bytes = { iv: Buffer.from(envelope.iv, 'base64url'), ct: Buffer.from(envelope.ct, 'base64url'), tag: Buffer.from(envelope.tag, 'base64url') }
      try {
        const opened = cipherNamed(envelope.suite)?.open(held.key, bytes, about(envelope, of))
        if (opened) return opened.toString('utf8')
      } catch (cause) {
        throw lost(cause)
      }
      throw lost()
    },
  })
}

function otherSuite(created: CryptoSuite, asked: CryptoSuite): Error {
  return fault({
    code: 'secrets.other-suite',
    zh: `这套系统建立时选用的密码套件是 ${created.id}，不能以 --crypto ${asked.id} 启动：去掉这个选项，或在新的数据目录里建立。`,
    en: `This house was created with the suite ${created.id} and cannot be started with --crypto ${asked.id}: leave the option away, or create a house in another data folder.`,
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
