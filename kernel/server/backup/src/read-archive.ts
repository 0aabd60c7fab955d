// Reading an archive 读备份: part by part, each held against its fingerprint; nothing is believed before the last one.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'
import { fault, isFault } from '@houqin/fault'
import { magic, opened } from './cipher.ts'
import { damaged, manifestName, parseManifest, sealName, signatureName } from './manifest.ts'
import type { Manifest, Part } from './manifest.ts'

export interface Archive {
  readonly file: string
  /** Needed for one that is encrypted, and for no other. */
  readonly passphrase?: string | undefined
  /** Holds the signature under the manifest against the key of that name; undefined where it is not known. */
  readonly signedBy?: (manifest: Buffer, signed: { readonly kid: string; readonly signature: Buffer }) => boolean | undefined
  /** One that is not signed, or by a key that is not known, is refused. */
  readonly mustBeSigned?: boolean
}

/** @throws Fault `backup.no-archive` where there is no such file. */
export async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw fault({ code: 'backup.no-archive', zh: `打不开备份文件 ${file}：请检查路径和权限。`, en: `The archive ${file} cannot be opened: check path and rights.`, cause })
  })
  try {
    const { buffer } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0)
    return buffer.equals(magic)
  } finally {
    await handle.close()
  }
}

/**
 * Reads all of it and holds every part against the manifest. @returns the manifest, which then says the truth about the
 * file. @throws Fault `backup.damaged` naming the parts, `backup.wrong-passphrase`, `backup.passphrase-needed`, `backup.other-format`,
 * `backup.forged`, `backup.not-signed`.
 */
export async function verifyArchive(archive: Archive): Promise<Manifest> {
  const found = new Map<string, Part>()
  const texts = new Map<string, Buffer>()
  await eachPart(archive, async ({ name }, content) => {
    const kept = [manifestName, signatureName, sealName].includes(name) ? [] : undefined
    found.set(name, await fingerprint(name, content, kept))
    if (kept) texts.set(name, Buffer.concat(kept))
  })
  const text = texts.get(manifestName)
  if (text === undefined || !texts.has(sealName)) throw damaged([manifestName], lastOf(found))
  if (texts.get(sealName)?.toString('utf8').trim() !== found.get(manifestName)?.sha256) throw damaged([manifestName])
  const manifest = parseManifest(text.toString('utf8'))
  const signature = texts.get(signatureName)
  requireSigned({ archive, manifest, text, signature })
  const wrong = manifest.parts.filter(({ name, size, sha256 }) => found.get(name)?.sha256 !== sha256 || found.get(name)?.size !== size).map(({ name }) => name)
  const known = new Set([...manifest.parts.map(({ name }) => name), manifestName, sealName, ...(manifest.signed ? [signatureName] : [])])
  const strange = [...found.keys()].filter((name) => !known.has(name))
  if (wrong.length + strange.length > 0) throw damaged([...wrong, ...strange])
  return manifest
}

function requireSigned({ archive: { signedBy, mustBeSigned = false }, manifest: { signed }, text, signature }: {
  archive: Archive
  manifest: Manifest
  text: Buffer
  signature: Buffer | undefined
}): void {
  if (signed && !signature) throw damaged([signatureName])
  const holds = signed && signature && signedBy?.(text, { kid: signed.kid, signature })
  if (holds === false)
    throw fault({
      code: 'backup.forged',
      zh: `备份的签名不符：清单不是由密钥 ${signed?.kid ?? ''} 签出的，备份可能被改动或伪造。没有改动任何数据；请换用另一份备份。`,
      en: `The archive's signature does not hold: its manifest was not signed by key ${signed?.kid ?? ''}, it may have been changed or made up. Nothing was changed; use another archive.`,
    })
  if (mustBeSigned && holds === undefined)
    throw fault({
      code: 'backup.not-signed',
      zh: signed ? `这个备份由密钥 ${signed.kid} 签名，与给出的公钥不是一把：请向出具备份的单位核对公钥。` : '这个备份没有签名（由较早版本的程序生成），无法核验出处。',
      en: signed ? `This archive was signed by key ${signed.kid}, which is not the public key given: ask the house it comes from for its key.` : 'This archive is not signed (an earlier program made it): where it comes from cannot be verified.',
    })
}

/** Every part in the order it lies there; `use` reads each to its end, or it is passed over. */
export async function eachPart(archive: Archive, use: (part: { name: string; size: number }, content: AsyncIterable<Buffer>) => Promise<void>): Promise<void> {
  const source = await sourceOf(archive)
  const tar = extract()
  const feeding = pipeline(source, tar)
  feeding.catch(() => undefined)
  let last: string | undefined
  let using = false
  try {
    for await (const entry of tar) {
      const { name, size } = entry.header
      using = true
      await use({ name, size }, entry as AsyncIterable<Buffer>) // a tar holds bytes
      using = false
      entry.resume()
      last = name
    }
    await feeding
  } catch (cause) {
    const unreadable = await feeding.then(() => false, () => true)
    if (isFault(cause) || (using && !unreadable)) throw cause
    throw damaged([cause instanceof Error ? cause.message : String(cause)], { cause, ...(last !== undefined && { after: last }) })
  }
}

/** @param kept receives the bytes themselves. */
export async function fingerprint(name: string, content: AsyncIterable<Buffer>, kept?: Buffer[]): Promise<Part> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of content) {
    hash.update(piece)
    size += piece.length
    kept?.push(piece)
  }
  return { name, size, sha256: hash.digest('hex') }
}

async function sourceOf({ file, passphrase }: Archive): Promise<Readable> {
  const encrypted = await isEncrypted(file)
  if (encrypted && passphrase === undefined)
    throw fault({
      code: 'backup.passphrase-needed',
      zh: '这个备份是加密的：请用 --passphrase-file 或环境变量 HOUQIN_BACKUP_PASSPHRASE 给出口令。',
      en: 'This archive is encrypted: give its passphrase with --passphrase-file or in HOUQIN_BACKUP_PASSPHRASE.',
    })
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 })
  return encrypted && passphrase !== undefined ? Readable.from(opened(bytes, passphrase)) : bytes
}

const lastOf = (found: ReadonlyMap<string, Part>): { after?: string } => {
  const after = [...found.keys()].at(-1)
  return after === undefined ? {} : { after }
}
