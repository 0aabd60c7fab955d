// `npm run backup` 备份: database and files in one archive while the server runs; `--verify` reads an archive whole.
import { mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { systemClock } from '@houqin/clock'
import { backupHouse, isEncrypted, verifyArchive } from '@houqin/server/never-lost'
import type { Manifest } from '@houqin/server/never-lost'
import { houseKeys, readPublicKeys, signedByOneOf } from '@houqin/server/signing-key'
import { borrowHouse } from './borrow-database.ts'
import { command, dataFolderOf, line, pathFromCaller, progressLine, understood } from './command.ts'
import { givenPassphrase, strongEnough, typedPassphrase } from './passphrase.ts'
import { toldOf } from './told-archive.ts'

const help = `npm run backup -- [文件或文件夹 FILE or FOLDER] [选项 options]

  备份数据库与附件为一个文件；服务可以继续运行。默认写到 ./backups。
  Database and files in one archive; the server may go on running. Into ./backups unless told.

  --data ./data            数据目录 data folder
  --encrypt                加密；口令取自下面两处，或在终端输入 encrypt; the passphrase comes from one of these, or is typed
  --passphrase-file FILE   口令文件 file with the passphrase（或 or HOUQIN_BACKUP_PASSPHRASE）；给出即加密 given means encrypted
  --verify FILE            只校验一个备份，全部读一遍 read an archive whole and say whether it holds
  --public-key PEM         校验时：备份须由这把公钥的主人签出 with --verify: it must be signed by the owner of this key（npm run signing-key）
  DATABASE_URL             使用已有的 PostgreSQL 时须设置 as for npm start, with a PostgreSQL of yours

  数据目录中的 keys 与 tls（密钥、证书）只进加密的备份。 The folders keys and tls go into encrypted archives only.
  结束码 exit code: 0 完好 whole · 2 已备份，但有附件在磁盘上缺失 made, but files are missing on disk · 1 失败 failed
`
const options = { data: { type: 'string' }, encrypt: { type: 'boolean' }, 'passphrase-file': { type: 'string' }, verify: { type: 'string' }, 'public-key': { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

await command(async () => {
  const { values, word } = understood(process.argv.slice(2), options)
  if (values.help === true) {
    process.stdout.write(help)
    return 0
  }
  const passphraseFile = values['passphrase-file']
  const given = givenPassphrase({ file: passphraseFile && pathFromCaller(passphraseFile), environment: process.env })
  if (values.verify !== undefined) return verify({ file: pathFromCaller(values.verify), given, pem: values['public-key'], dataFolder: dataFolderOf(values.data) })
  const passphrase = given ?? (values.encrypt === true ? await typedPassphrase({ twice: true }) : undefined)
  return make({ file: fileOf(word, passphrase !== undefined), dataFolder: dataFolderOf(values.data), passphrase: passphrase && strongEnough(passphrase) })
})

async function make({ file, dataFolder, passphrase }: { file: string; dataFolder: string; passphrase: string | undefined }): Promise<number> {
  const began = performance.now()
  const database = await borrowHouse(dataFolder)
  try {
    mkdirSync(dirname(file), { recursive: true })
    const { manifest, bytes } = await backupHouse({ databaseUrl: database.url, dataFolder, file, passphrase, progress: progressLine })
    line(`已备份 backed up:  ${file}  (${(bytes / 2 ** 20).toFixed(1)} MiB, ${((performance.now() - began) / 1000).toFixed(1)} s)`)
    line(toldOf(manifest))
    if (!manifest.keys) line('未加密，也不含密钥与证书（keys、tls）：请另行保管，或用 --encrypt。 Not encrypted, and without keys and tls: keep those elsewhere, or use --encrypt.')
    return whatIsMissing(manifest)
  } finally {
    await database.stop()
  }
}

/** @param pem of whoever must have signed it; without one this house's own keys are tried, where there are any. */
async function verify({ file, given, pem, dataFolder }: { file: string; given: string | undefined; pem: string | undefined; dataFolder: string }): Promise<number> {
  const passphrase = given ?? ((await isEncrypted(file)) ? await typedPassphrase({ twice: false }) : undefined)
  const signedBy = signedByOneOf(pem === undefined ? await houseKeys(dataFolder) : readPublicKeys(pathFromCaller(pem)))
  const manifest = await verifyArchive({ file, passphrase, signedBy, mustBeSigned: pem !== undefined })
  line(`备份完好 the archive holds:  ${file}`)
  line(toldOf(manifest))
  if (pem !== undefined) line('签名与给出的公钥相符 the signature is that of the key given')
  return whatIsMissing(manifest)
}

/** A photo that the disk has lost must be known today, while an older archive still has it. */
function whatIsMissing({ files: { missing } }: Manifest): number {
  if (missing.length === 0) return 0
  line(`注意：${missing.length} 个附件在备份时已缺失或损坏，请从更早的备份找回： ${missing.length} files were missing or damaged on disk already; look for them in an older archive:`)
  for (const { sha256, name } of missing.slice(0, 20)) line(`  ${sha256}  ${name}`)
  return 2
}

function fileOf(word: string | undefined, encrypted: boolean): string {
  const at = systemClock.now().toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15)
  const name = `houqin-${at}.${encrypted ? 'backup' : 'tar'}`
  const path = word === undefined ? join(process.cwd(), 'backups') : pathFromCaller(word)
  const isFolder = word === undefined || word.endsWith('/') || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? join(path, name) : join(dirname(path), basename(path))
}
