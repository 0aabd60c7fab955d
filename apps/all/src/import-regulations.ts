// `npm run regulations:import FOLDER` 导入制度: laws and rules from a folder on this machine, with what came of each file.
import { stat } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fault, isFault } from '@houqin/fault'
import { importFolder } from '@houqin/regulations/import'
import type { ImportedFile } from '@houqin/regulations/import'
import { withSystem } from '@houqin/server/with-system'
import { borrowHouse } from './borrow-database.ts'

const outcomes = Object.freeze({ 'new-document': '新文件', 'new-version': '新版本', corrected: '已更正', unchanged: '没有变化' } as const)

try {
  await main(process.argv.slice(2), process.env)
  process.exit(process.exitCode ?? 0)
} catch (error) {
  process.stderr.write(`\n${isFault(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}

async function main(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { folder, data } = readArguments(args, environment)
  const from = environment['INIT_CWD'] ?? process.cwd()
  const source = resolve(from, folder)
  const dataFolder = resolve(data)
  await requireSource(source)
  const database = await borrowHouse(dataFolder)
  try {
    const report = await withSystem({ databaseUrl: database.url, dataFolder, log: () => undefined }, (system) =>
      importFolder(system, source, (file) => process.stdout.write(said(file, source))))
    const refused = report.files.filter(({ stored }) => stored === null).length
    process.stdout.write(`\n共 ${report.files.length} 个文件，${report.articles} 条条文${refused > 0 ? `,${refused} 个没有导入` : ''}。 ${report.files.length} files, ${report.articles} articles${refused > 0 ? `, ${refused} refused` : ''}.\n`)
    if (report.files.length === 0 || refused > 0) process.exitCode = 1
  } finally {
    await database.stop()
  }
}

function readArguments(args: readonly string[], environment: NodeJS.ProcessEnv): { folder: string; data: string } {
  const usage = (cause?: unknown): Error => fault({
    code: 'regulations.usage',
    zh: '用法：npm run regulations:import -- 文件夹 [--data 数据目录]。',
    en: 'Usage: npm run regulations:import -- FOLDER [--data DATA-FOLDER].',
    ...(cause !== undefined && { cause }),
  })
  const parsed = ((): { values: { data?: string | undefined }; positionals: readonly string[] } => {
    try {
      return parseArgs({ args: [...args], options: { data: { type: 'string' } }, allowPositionals: true })
    } catch (cause) {
      throw usage(cause)
    }
  })()
  const [folder, ...more] = parsed.positionals
  if (folder === undefined || more.length > 0) throw usage()
  return { folder, data: parsed.values.data ?? environment['HOUQIN_DATA'] ?? './data' }
}

async function requireSource(path: string): Promise<void> {
  try {
    await stat(path)
  } catch (cause) {
    throw fault({ code: 'regulations.no-folder', zh: `没有 ${path} 这个文件夹或文件，请检查路径。`, en: `There is no folder or file ${path}: check the path.`, cause })
  }
}

function said({ file, stored, refused, doubts }: ImportedFile, source: string): string {
  const name = relative(source, file) || file
  const what = stored === null ? `没有导入：${refused}` : `${outcomes[stored.outcome]}，${stored.articles} 条`
  return [`${stored === null ? '×' : '·'} ${name}  ${what}`, ...doubts.map((doubt) => `    ? ${doubt}`), ''].join('\n')
}
