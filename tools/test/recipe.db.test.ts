// The recipe of docs/add-a-subsystem.md, followed to the letter: scaffold, check, test, take out again, and nothing is left.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { addressVariable, sharedPostgres } from '@houqin/testing/shared-postgres'
import { checkBoundaries } from '../boundaries.ts'
import { findingText } from '../finding.ts'
import { checkManners } from '../manners.ts'
import { namesOf } from '../new-subsystem/names.ts'
import { runProgram } from '../program.ts'
import { projectRoot, readTree } from '../tree.ts'
import type { Tree } from '../tree.ts'
import { checkTypes } from '../type-check.ts'

const name = ['key-box', '钥匙柜'] as const
const folder = `subsystems/${name[0]}`

test('a new subsystem stands, passes, and goes without a trace', async (t) => {
  const begun = performance.now()
  const steps: string[] = []
  const postgres = await sharedPostgres()
  t.after(() => postgres.stop())
  const house = copyOfTheHouse(t)
  const run = async (what: string, args: readonly string[]): Promise<string> => {
    const start = performance.now()
    const { exitCode, output } = await runProgram({
      // without what node:test tells its children: a run inside a run would skip its files
      program: 'env', args: ['-u', 'NODE_TEST_CONTEXT', process.execPath, ...args], folder: house,
      environment: { [addressVariable]: postgres.url },
    })
    assert.equal(exitCode, 0, `${what}:\n${output}`)
    steps.push(`${what} ${((performance.now() - start) / 1000).toFixed(1)} s`)
    return output
  }
  const before = digestOf(house)
  const known = findingsIn(readTree({ root: house }))

  await run('scaffold', ['tools/new-subsystem.ts', ...name])
  assert.ok(readdirSync(join(house, folder)).includes('migrations'))
  const tree = readTree({ root: house })
  const typesBegan = performance.now()
  assert.equal(await checkTypes(tree), '')
  steps.push(`types ${((performance.now() - typesBegan) / 1000).toFixed(1)} s`)
  assert.deepEqual(findingsIn(tree).filter((finding) => !known.includes(finding)), [])
  const conformance = await run('conformance', ['--test', 'apps/server/test/catalogue.conformance.test.ts'])
  assert.match(conformance, new RegExp(`who may do what in ${name[0]}`))
  await run('its story', ['--test', `${folder}/test/request.db.test.ts`])
  await run('db:diff', ['tools/db-diff.ts'])
  await run('take out', ['tools/new-subsystem.ts', '--remove', ...name])
  assert.deepEqual(changes(before, digestOf(house)), [])

  t.diagnostic(`${((performance.now() - begun) / 1000).toFixed(1)} s: ${steps.join(' · ')}`)
})

test('a name gives all the others, and letters nobody has', () => {
  const of = (id: string, title: string, ...taken: string[]) => namesOf({ id, title, taken: new Set(taken) })
  assert.deepEqual(of('key-box', '钥匙柜'), { id: 'key-box', title: '钥匙柜', camel: 'keyBox', schema: 'key_box', words: 'Key box', prefix: 'KB' })
  assert.equal(of('key-box', '钥匙柜', 'KB', 'KE').prefix, 'KY')
  assert.throws(() => of('Key_Box', '钥匙柜'), /“Key_Box”不能作子系统名.*\n“Key_Box” is no name for a subsystem/)
  assert.throws(() => of('key-box', 'key box'), /“key box”不能作中文名/)
  assert.throws(() => of('ab', '钥匙柜', 'AB'), /字母都已被别的事项编号占用/)
})

test('what cannot be made or taken out is said in a sentence, and nothing is written', async () => {
  const before = digestOf(projectRoot)
  for (const [words, says] of [
    [['people', '人员'], /已经有子系统 people.*\nThere is a subsystem people already/],
    [['--remove', ...name], /没有子系统 key-box/],
  ] as const) {
    const { exitCode, output } = await runProgram({ program: process.execPath, args: ['tools/new-subsystem.ts', ...words] })
    assert.equal(exitCode, 1, output)
    assert.match(output, says)
  }
  assert.deepEqual(changes(before, digestOf(projectRoot)), [])
})

/** Every file a person wrote, and node_modules of links: to the libraries as they are, to the packages of the copy. */
function copyOfTheHouse(t: { after(done: () => void): void }): string {
  const house = mkdtempSync(join(tmpdir(), 'houqin-recipe-'))
  t.after(() => rmSync(house, { recursive: true, force: true }))
  for (const path of [...readTree().files, ...plantedFiles()]) cpSync(join(projectRoot, path), join(house, path), { recursive: true })
  const modules = join(projectRoot, 'node_modules')
  mkdirSync(join(house, 'node_modules', '@houqin'), { recursive: true })
  for (const entry of readdirSync(modules)) if (entry !== '@houqin') symlinkSync(join(modules, entry), join(house, 'node_modules', entry))
  for (const entry of readdirSync(join(modules, '@houqin'))) symlinkSync(readlinkSync(join(modules, '@houqin', entry)), join(house, 'node_modules', '@houqin', entry))
  // what a workspace has in a version of its own lies beside it
  for (const folder of readTree().files.filter((path) => path.endsWith('/package.json')).map((path) => dirname(path)))
    if (existsSync(join(projectRoot, folder, 'node_modules'))) symlinkSync(join(projectRoot, folder, 'node_modules'), join(house, folder, 'node_modules'))
  return house
}
/** The checks look at what was planted for them before they look at the house. */
function plantedFiles(): readonly string[] {
  return readTree({ root: join(projectRoot, 'tools/planted') }).files.map((path) => `tools/planted/${path}`)
}

/** What boundaries and manners find. */
function findingsIn(tree: Tree): readonly string[] {
  return [...checkBoundaries(tree), ...checkManners(tree)].map(findingText)
}

function digestOf(root: string): ReadonlyMap<string, string> {
  const tree = readTree({ root })
  const links = readdirSync(join(root, 'node_modules/@houqin')).map((entry): [string, string] => [`node_modules/@houqin/${entry}`, 'a link'])
  return new Map([...tree.files.map((path): [string, string] => [path, createHash('sha256').update(readFileSync(join(root, path))).digest('hex')]), ...links])
}
function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
}
