// The cipher 加密: argon2id over a passphrase, AES-256-GCM in chunks of 64 KiB, none of which can be moved, repeated or cut off.
import { argon2, createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { fault } from '@houqin/fault'

/** How an encrypted archive begins; a tar never does. */
export const magic = Buffer.from('HOUQIN-BACKUP-1\n')
const chunk = 64 * 1024
const tag = 16
const prefix = 7
const headLength = magic.length + 16 + 12 + prefix
const macLength = 32
/** RFC 9106, second recommended set: 64 MiB, three passes, four lanes. */
const costs = Object.freeze({ memory: 65_536, passes: 3, parallelism: 4 })
/** What a header may ask of this machine at most: 1 GiB, sixteen passes. */
const most = Object.freeze({ memory: 1_048_576, passes: 16, parallelism: 16 })

interface Keys {
  readonly key: Buffer
  readonly headKey: Buffer
}

/** The stream as it is written: a header, then the chunks (STREAM of Hoang, Reyhanitabar, Rogaway, Vizár 2015). */
export async function* sealed(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const numbers = Buffer.alloc(12)
  numbers.writeUInt32BE(costs.memory, 0)
  numbers.writeUInt32BE(costs.passes, 4)
  numbers.writeUInt32BE(costs.parallelism, 8)
  const head = Buffer.concat([magic, randomBytes(16), numbers, randomBytes(prefix)])
  const { key, headKey } = await keysOf(head, passphrase)
  yield Buffer.concat([head, macOf(headKey, head)])
  let counter = 0
  for await (const { bytes, last } of chunked(source, chunk)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf({ head, counter, last }), { authTagLength: tag })
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    counter += 1
  }
}

/** The plain stream again. @throws Fault `backup.wrong-passphrase`; Error where a chunk was changed or is missing. */
export async function* opened(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const bytes = source[Symbol.asyncIterator]()
  const { head, mac, rest } = await headOf(bytes)
  const { key, headKey } = await keysOf(head, passphrase)
  if (!timingSafeEqual(macOf(headKey, head), mac)) throw wrongPassphrase()
  const remaining = async function* (): AsyncGenerator<Buffer> {
    yield rest
    for (let next = await bytes.next(); next.done !== true; next = await bytes.next()) yield next.value
  }
  let counter = 0
  for await (const { bytes: sealedBytes, last } of chunked(remaining(), chunk + tag)) {
    if (sealedBytes.length < tag) throw new Error(`chunk ${counter + 1} is cut short`)
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf({ head, counter, last }), { authTagLength: tag })
    decipher.setAuthTag(sealedBytes.subarray(-tag))
    try {
      yield Buffer.concat([decipher.update(sealedBytes.subarray(0, -tag)), decipher.final()])
    } catch (cause) {
      throw new Error(`chunk ${counter + 1} (byte ${headLength + macLength + counter * (chunk + tag)}) does not hold`, { cause })
    }
    counter += 1
  }
}

async function headOf(bytes: AsyncIterator<Buffer>): Promise<{ head: Buffer; mac: Buffer; rest: Buffer }> {
  let gathered = Buffer.alloc(0)
  while (gathered.length < headLength + macLength) {
    const next = await bytes.next()
    if (next.done === true) throw new Error('the header is cut short')
    gathered = Buffer.concat([gathered, next.value])
  }
  return { head: gathered.subarray(0, headLength), mac: gathered.subarray(headLength, headLength + macLength), rest: gathered.subarray(headLength + macLength) }
}

function keysOf(head: Buffer, passphrase: string): Promise<Keys> {
  const at = magic.length + 16
  const [memory, passes, parallelism] = [head.readUInt32BE(at), head.readUInt32BE(at + 4), head.readUInt32BE(at + 8)]
  // before the passphrase proves anything, the header is anybody's word
  if (memory > most.memory || passes > most.passes || parallelism > most.parallelism || parallelism === 0) return Promise.reject(new Error('the header asks for too much'))
  const given = { message: passphrase.normalize('NFC'), nonce: head.subarray(magic.length, at), memory, passes, parallelism, tagLength: 64 }
  return new Promise((resolve, reject) => {
    argon2('argon2id', given, (error, derived) => {
      if (error) reject(error)
      else resolve({ key: derived.subarray(0, 32), headKey: derived.subarray(32) })
    })
  })
}

const macOf = (headKey: Buffer, head: Buffer): Buffer => createHmac('sha256', headKey).update(head).digest()

function nonceOf({ head, counter, last }: { head: Buffer; counter: number; last: boolean }): Buffer {
  const nonce = Buffer.alloc(12)
  head.copy(nonce, 0, headLength - prefix, headLength)
  nonce.writeUInt32BE(counter, prefix)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Pieces of exactly `size` bytes but for the last, which is told apart even where it is as long. */
async function* chunked(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held: Buffer[] = []
  let length = 0
  for await (const piece of source) {
    held.push(piece)
    length += piece.length
    if (length <= size) continue
    let joined = Buffer.concat(held)
    for (; joined.length > size; joined = joined.subarray(size)) yield { bytes: joined.subarray(0, size), last: false }
    held = [joined]
    length = joined.length
  }
  yield { bytes: Buffer.concat(held), last: true }
}

const wrongPassphrase = (): Error => fault({
  code: 'backup.wrong-passphrase',
  zh: '口令不对，打不开这个备份：请核对备份时所用的口令（没有口令，谁也打不开它）。',
  en: 'The passphrase does not open this archive: check the one it was made with (without it nobody can open it).',
})
