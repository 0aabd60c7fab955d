// `npm run restore` 恢复: an archive becomes a data folder (or fills a database of yours) again, verified before anything is touched.
import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@houqin/clock'
import { startPostgres } from '@houqin/postgres'
import { headsFile } from '@houqin/server/audit-heads'
import { isEncrypted, keyFolders, restoreHouse, verifyArchive } from '@houqin/server/never-lost'
import type { Archive, Manifest } from '@houqin/server/never-lost'
import { command, dataFolderOf, line, pathFromCaller, progressLine, understood } from './command.ts'
import { givenPassphrase, typedPassphrase } from './passphrase.ts'
import { clearRestoring, refuseOccupied, restoringFolder, takeItsPlace } from './restoring.ts'
import { toldOf } from './told-archive.ts'

const help = `npm run restore -- 备份文件 ARCHIVE [选项 options]

  先把备份全部校验一遍，再恢复到空的数据目录；中断后重新运行即可，从头开始，不留半成品。
  Verifies the whole archive, then restores into an empty data folder; interrupted, run it again: it starts over and leaves nothing half.

  --data ./data            数据目录 data folder
  --replace                替换已有的数据；原数据目录改名保留 put it in place of what is there; the old folder is kept under another name
  --passphrase-file FILE   加密备份的口令 passphrase of an encrypted archive（或 or HOUQIN_BACKUP_PASSPHRASE）
  --verify                 只校验，不恢复 verify only
  DATABASE_URL             恢复到已有的 PostgreSQL（附件进 --data） into a PostgreSQL of yours; files go to --data

  结束码 exit code: 0 已恢复 restored · 2 已恢复，但审计封存链有断点 restored, but the audit chain does not hold · 1 失败，没有改动 failed, nothing changed
`
const options = { data: { type: 'string' }, replace: { type: 'boolean' }, 'passphrase-file': { type: 'string' }, verify: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

await command(async () => {
  const { values, word } = understood(process.argv.slice(2), options)
  if (values.help === true || word === undefined) {
    process.stdout.write(help)
    return values.help === true ? 0 : 1
  }
  const file = pathFromCaller(word)
  const passphraseFile = values['passphrase-file']
  const given = givenPassphrase({ file: passphraseFile && pathFromCaller(passphraseFile), environment: process.env })
  const archive: Archive = { file, passphrase: given ?? ((await isEncrypted(file)) ? await typedPassphrase({ twice: false }) : undefined) }
  const dataFolder = dataFolderOf(values.data)
  const theirs = process.env['DATABASE_URL'] || undefined
  const replace = values.replace === true
  if (values.verify !== true && theirs === undefined) await refuseOccupied({ dataFolder, replace })
  line('· 校验备份 verifying the archive')
  const manifest = await verifyArchive(archive)
  line(toldOf(manifest))
  if (values.verify === true) return 0
  return theirs === undefined ? intoFolder({ archive, manifest, dataFolder }) : intoTheirs({ archive, manifest, dataFolder, url: theirs, replace })
})

async function intoFolder({ archive, manifest, dataFolder }: { archive: Archive; manifest: Manifest; dataFolder: string }): Promise<number> {
  await clearRestoring(dataFolder)
  const folder = restoringFolder(dataFolder)
  const verified = await growIn(folder, { archive, manifest }).catch(async (error: unknown) => {
    await clearRestoring(dataFolder)
    throw error
  })
  if (!manifest.keys) keepOwnKeys({ from: dataFolder, to: folder })
  const kept = await takeItsPlace({ dataFolder, stamp: stamp() })
  if (kept !== undefined) line(`原数据目录已改名保留，确认无误后可删除 the old data folder was kept, remove it once all is well:  ${kept}`)
  return told({ dataFolder, manifest, verified })
}

/** A function: the command above runs, and ends, before a constant down here would be made. */
function stamp(): string {
  return systemClock.now().toISOString().replaceAll(/[-:]/g, '').slice(0, 15)
}

async function growIn(folder: string, { archive, manifest }: { archive: Archive; manifest: Manifest }): ReturnType<typeof restoreHouse> {
  mkdirSync(folder, { recursive: true })
  line('· 恢复数据 restoring')
  const postgres = await startPostgres({ dataFolder: folder })
  try {
    return await restoreHouse({ archive, manifest, databaseUrl: postgres.url, dataFolder: folder, replace: false, progress: progressLine })
  } finally {
    await postgres.stop()
  }
}

/** This machine's own, where the archive has none. */
function keepOwnKeys({ from, to }: { from: string; to: string }): void {
  for (const name of keyFolders) if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true })
}

async function intoTheirs({ archive, manifest, dataFolder, url, replace }: { archive: Archive; manifest: Manifest; dataFolder: string; url: string; replace: boolean }): Promise<number> {
  mkdirSync(dataFolder, { recursive: true })
  line('· 恢复数据 restoring')
  const verified = await restoreHouse({ archive, manifest, databaseUrl: url, dataFolder, replace, progress: progressLine })
  // the heads of the house that was replaced are not those of this one
  const heads = headsFile(dataFolder)
  if (existsSync(heads)) renameSync(heads, `${heads}.replaced-${stamp()}`)
  return told({ dataFolder, manifest, verified })
}

function told({ dataFolder, manifest, verified }: { dataFolder: string; manifest: Manifest; verified: Awaited<ReturnType<typeof restoreHouse>> }): number {
  line(`已恢复 restored:  ${dataFolder}`)
  const { firstBroken, head } = verified
  const same = manifest.audit.head === null || (head?.seq === manifest.audit.head.seq && head.chain === manifest.audit.head.chain)
  if (!firstBroken && same) {
    line(`审计封存链完好 the audit chain holds: ${verified.sealed} 条 links`)
    return 0
  }
  line(`审计封存链有断点：第 ${firstBroken?.seq ?? '?'} 环（${firstBroken?.kind ?? '末端不符'}）；备份时就是如此，请运行 npm run audit:verify 查看。 The audit chain does not hold, as in the archive: run npm run audit:verify.`)
  return 2
}
