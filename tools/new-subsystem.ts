// `npm run new:subsystem -- <name> <中文名>`: a small whole subsystem, entered in the lists; `--remove <name> <中文名>` takes it out.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault, isFault } from '@houqin/fault'
import { parts } from '@houqin/server/subsystems'
import { fillTemplate } from './new-subsystem/fill-template.ts'
import { enterInLists, takeFromLists } from './new-subsystem/lists.ts'
import { namesOf } from './new-subsystem/names.ts'
import type { Names } from './new-subsystem/names.ts'
import { runProgram } from './program.ts'
import { projectRoot } from './tree.ts'

const folderOf = ({ id }: Names): string => join(projectRoot, 'subsystems', id)

/** What it stands on was loaded before it existed, so what needs its declarations runs in a process of its own. */
async function script(path: string, ...args: readonly string[]): Promise<string> {
  const { exitCode, output } = await runProgram({ program: process.execPath, args: [join(projectRoot, path), ...args] })
  if (exitCode !== 0) throw new Error(`${path} ended with ${String(exitCode)}:\n${output}`)
  return output
}

async function make(names: Names): Promise<void> {
  const folder = folderOf(names)
  if (existsSync(folder) || parts.some(({ subsystem }) => subsystem.id === names.id)) throw fault({
    code: 'new-subsystem.exists',
    zh: `已经有子系统 ${names.id}:请换一个名称。`,
    en: `There is a subsystem ${names.id} already: choose another name.`,
  })
  const files = fillTemplate(names, folder)
  enterInLists(names)
  const sql = await script('tools/db-diff.ts', '--sql')
  writeFileSync(join(folder, 'migrations', `0001_${names.schema}.sql`), `-- ${names.title}: the tables of its register and its matter.\n${sql}`)
  await script('tools/new-subsystem/papers.ts')
  print(`${names.title}:subsystems/${names.id}(${files.length + 2} 个文件),已列入 apps/server、apps/web 和 docs/vocabulary.md。`)
  print(`${names.words}: subsystems/${names.id} (${files.length + 2} files), entered in apps/server, apps/web and docs/vocabulary.md.`)
  print('接下来 Next: npm run check · npm test -- subsystems/'.concat(names.id, ' · npm test -- --accept apps/server/test/routes'))
}

async function remove(names: Names): Promise<void> {
  if (!existsSync(folderOf(names))) throw fault({
    code: 'new-subsystem.absent',
    zh: `没有子系统 ${names.id}。`,
    en: `There is no subsystem ${names.id}.`,
  })
  rmSync(folderOf(names), { recursive: true })
  takeFromLists(names)
  await script('tools/new-subsystem/papers.ts')
  print(`已移除 Removed: ${names.id}`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

const words = process.argv.slice(2)
const removing = words.includes('--remove')
const [id, title, ...more] = words.filter((word) => word !== '--remove')
try {
  if (id === undefined || title === undefined || more.length > 0) throw fault({
    code: 'new-subsystem.usage',
    zh: '用法:npm run new:subsystem -- [--remove] <英文名> <中文名>,如 key-box 钥匙柜',
    en: 'Usage: npm run new:subsystem -- [--remove] <name> <中文名>, such as key-box 钥匙柜',
  })
  const taken = new Set(parts.flatMap(({ subsystem }) => Object.values(subsystem.matters).map(({ prefix }) => prefix)))
  const names = namesOf({ id, title, taken })
  await (removing ? remove : make)(names)
} catch (error) {
  if (!isFault(error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
