// The manifest 清单: what an archive holds, part by part, and where the audit stood; before its own signature and fingerprint.
import { fault } from '@houqin/fault'

/** One entry of the archive, as it lies there. */
export interface Part {
  /** `tables/places.site/0001.gz`, `files/<sha256>`, `keys/secrets.key`, `tls/…` */
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
}
export interface DumpedTable {
  /** With its schema, as in `places.site`. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  /** Names of its parts, in their order; each is text of COPY under gzip, and all of them together are one COPY. */
  readonly parts: readonly string[]
}
export interface AppliedMigration {
  readonly schema: string
  readonly name: string
  readonly checksum: string
}
/** A piece of a table cut by time, which no migration makes. */
export interface Partition {
  readonly name: string
  readonly of: string
  /** As PostgreSQL writes it: `FOR VALUES FROM (…) TO (…)`. */
  readonly bound: string
}
export interface Manifest {
  /** 2 for one that is signed. */
  readonly format: 1 | 2
  /** Of the program that wrote it. */
  readonly version: string
  /** ISO 8601, UTC: the instant of the snapshot. */
  readonly at: string
  readonly postgres: string
  readonly migrations: readonly AppliedMigration[]
  readonly tables: readonly DumpedTable[]
  readonly sequences: readonly { readonly name: string; readonly value: string }[]
  readonly partitions: readonly Partition[]
  readonly parts: readonly Part[]
  readonly files: { readonly count: number; readonly bytes: number; readonly missing: readonly { readonly sha256: string; readonly name: string }[] }
  /** Whether `keys` and `tls` of the data folder are in it. */
  readonly keys: boolean
  /** By whom: what an archive of format 2 holds as its part `manifest.sig` was made by this key over the manifest as it lies there. */
  readonly signed?: { readonly scheme: string; readonly kid: string }
  readonly audit: { readonly entries: number; readonly sealed: number; readonly head: { readonly seq: string; readonly chain: string } | null }
}

export const manifestName = 'manifest.json'
/** The signature under the manifest, as `openssl pkeyutl` reads it. */
export const signatureName = 'manifest.sig'
/** The fingerprint of the manifest itself: the very last part. */
export const sealName = 'manifest.sha256'

/** @throws Fault `backup.other-format` for an archive of a later program; `backup.damaged` for what is no manifest. */
export function parseManifest(text: string): Manifest {
  const found = ((): Partial<Manifest> | null => {
    try {
      return JSON.parse(text) as Partial<Manifest> | null // each list is looked at below
    } catch {
      return null
    }
  })()
  const lists = [found?.migrations, found?.tables, found?.sequences, found?.partitions, found?.parts, found?.files?.missing]
  if (typeof found?.format === 'number' && found.format > 2)
    throw fault({
      code: 'backup.other-format',
      zh: `这个备份的格式（${String(found.format)}）比本程序新：请用写入它的版本或更新的程序恢复。`,
      en: `This archive has format ${String(found.format)}, newer than this program: restore it with the version that wrote it or a later one.`,
    })
  if ((found?.format !== 1 && found?.format !== 2) || found.audit === undefined || !lists.every(Array.isArray)) throw damaged([manifestName])
  return found as Manifest
}

/** @param parts what is wrong, by name; @param after the last part that was whole, where the rest cannot be read at all. */
export function damaged(parts: readonly string[], { after, cause }: { after?: string; cause?: unknown } = {}): Error {
  const shown = parts.slice(0, 5).join('、')
  const more = parts.length > 5 ? `（共 ${parts.length} 处）` : ''
  const where = after === undefined ? '' : `，之前最后一个完好的部分是 ${after}`
  const whereEn = after === undefined ? '' : `; the last part that is whole is ${after}`
  return fault({
    code: 'backup.damaged',
    zh: `备份已损坏：${shown}${more}${where}。没有改动任何数据；请换用另一份备份。`,
    en: `The archive is damaged: ${parts.slice(0, 5).join(', ')}${parts.length > 5 ? ` (${parts.length} in all)` : ''}${whereEn}. Nothing was changed; use another archive.`,
    ...(cause !== undefined && { cause }),
  })
}
