// A backup 备份: database and files of one instant in one archive, made while the server runs.
import { record as audited } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import { openDatabase } from '@houqin/db'
import { sweepLock } from '@houqin/files'
import type { Signer } from '@houqin/secrets'
import { keepContents, keepKeys } from './contents.ts'
import { connect, dump } from './dump.ts'
import type { Manifest } from './manifest.ts'
import type { TableRule } from './tables.ts'
import { writeArchive } from './write-archive.ts'

export interface BackupOptions {
  readonly databaseUrl: string
  readonly dataFolder: string
  /** Path of the archive; until it is whole it is called `….unfinished`. Written over when it exists. */
  readonly file: string
  /** Encrypts the archive, and lets the keys of the house in. */
  readonly passphrase?: string | undefined
  readonly rules: readonly TableRule[]
  readonly version: string
  readonly clock: Pick<Clock, 'now'>
  /** Signs the manifest, for whoever has to know where an archive comes from. */
  readonly signer?: Pick<Signer, 'current' | 'sign'>
  readonly progress: (step: { zh: string; en: string }) => void
}
export interface Backup {
  readonly manifest: Manifest
  /** Of the archive. */
  readonly bytes: number
}

/**
 * What is acknowledged before the call is in it, what comes later is not. Interrupted, it leaves `….unfinished` behind, which the next one writes
 * over: a snapshot ends with its connection and cannot be taken up again. Stands in the audit. @throws Fault `backup.nothing`.
 */
export async function makeBackup({ databaseUrl, dataFolder, file, passphrase, rules, version, clock, signer, progress }: BackupOptions): Promise<Backup> {
  const at = clock.now()
  const client = await connect(databaseUrl, 'houqin backup')
  const archive = writeArchive({ file, at, passphrase })
  try {
    // before the snapshot: no content that a row of it speaks of is swept until the end
    await client.query(`select pg_advisory_lock_shared(${sweepLock})`)
    const dumped = await dump({ client, archive, rules, progress: (done, of) => progress({ zh: `数据表 ${done}/${of}`, en: `tables ${done}/${of}` }) })
    const { contents, parts, ...told } = dumped
    const kept = await keepContents({ archive, dataFolder, contents, progress: (done, of) => progress({ zh: `附件 ${done}/${of}`, en: `files ${done}/${of}` }) })
    const keys = passphrase === undefined ? [] : await keepKeys({ archive, dataFolder })
    const by = signer?.current()
    const manifest: Manifest = {
      format: by ? 2 : 1, ...(by && { signed: { scheme: by.scheme, kid: by.kid } }), version, at: at.toISOString(), ...told, keys: passphrase !== undefined,
      files: { count: kept.parts.length, bytes: kept.bytes, missing: kept.missing },
      parts: [...parts, ...kept.parts, ...keys],
    }
    const bytes = await archive.finish(manifest, signer && ((text) => signer.sign(text).signature))
    await note({ databaseUrl, at: clock.now(), manifest, file })
    return { manifest, bytes }
  } catch (error) {
    await archive.abandon()
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** An archive takes everything out of the house at once: who looks into the audit must find it. */
async function note({ databaseUrl, at, manifest, file }: { databaseUrl: string; at: Date; manifest: Manifest; file: string }): Promise<void> {
  const { db, close } = await openDatabase({ url: databaseUrl, poolSize: 1 })
  try {
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    await db.transaction().execute((tx) => audited(tx, {
      at, actorName: '系统', action: 'backup.make',
      summary: `在服务器上备份全部数据：${manifest.tables.length} 张表 ${rows} 行，附件 ${manifest.files.count} 个，${manifest.keys ? '已加密，含密钥' : '未加密'}`,
      after: { file, at: manifest.at, encrypted: manifest.keys, head: manifest.audit.head },
    }))
  } finally {
    await close()
  }
}
