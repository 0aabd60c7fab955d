// The manners are held: each bad habit is found at its line, and each good neighbour of it is left in peace.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { findingText } from '../finding.ts'
import { checkManners } from '../manners.ts'
import { findNarrowMarks } from '../manners/chinese-marks.ts'
import { findClockWords } from '../manners/clock-words.ts'
import { findForbiddenWords } from '../manners/forbidden-words.ts'
import { isPermissive } from '../manners/licences.ts'
import { findBareTextAreas } from '../manners/text-areas.ts'
import { readTree } from '../tree.ts'
import { treeOf } from './tree-of.ts'

const head = '// What this file is.\n'
const findings = (files: Readonly<Record<string, string>>): string[] =>
  checkManners(treeOf(files)).map(findingText).filter((text) => !text.endsWith('README.md is missing; say whose words, which regulations, which screens.'))

test('a file of 401 lines is found, one of 400 is not', () => {
  assert.deepEqual(findings({ 'a.ts': head.repeat(400), 'b.sql': '-- x\n'.repeat(401) }), [
    'b.sql:401 has 401 lines, more than 400; split off what stands by itself.',
  ])
})

test('code must begin with a comment, an interpreter line may stand before it', () => {
  const silent = 'const a = 1\n'
  assert.deepEqual(
    findings({ 'a.ts': silent, 'b.tsx': '\n// late\n', 'c.mjs': `#!/usr/bin/env node\n${head}`, 'd.ts': '/** A thing. */\n', 'e.sql': silent, 'f.ts': '//\n' }).map((text) => text.split(' ')[0]),
    ['a.ts:1', 'b.tsx:1', 'f.ts:1'],
  )
})

test('the machine is asked for the time only by the clock', () => {
  const text = [
    '// now() and Date.now() in a comment are only words',
    'const a = Date.now()',
    'const b = new Date()',
    'const c = new Date(a)',
    'const d = clock.now()',
    'const e = sql`insert into visit values (now(), ${a})`',
    "const f = 'select current_date'",
    'const g = { now(): Date { return c } }',
    'const h = `update visit set at = NOW ()::timestamptz`',
    'const i = new Date',
    'const j = performance.now()',
    'const k = "nobody knows (now or then)"',
    'const l = sql`select clock_timestamp(), v.now()`',
  ].join('\n')
  const lines = findClockWords({ path: 'a.ts', text }).map(({ line }) => line)
  assert.deepEqual(lines, [2, 3, 6, 7, 9, 10, 13])
  assert.deepEqual(findClockWords({ path: 'kernel/server/clock/src/clock.ts', text }), [])
})

test('migrations take the time as a parameter too', () => {
  const text = '-- now() is not said here\ncreate table visit (\n  at timestamptz default now(),\n  day date default current_date /* current_time */\n);\n'
  assert.deepEqual(findClockWords({ path: 'a.sql', text }).map(({ line }) => line), [3, 4])
})

test('tests are not left out and types not thrown away', () => {
  const text = [
    "test.skip('a', () => {})",
    "describe.only('b', () => {})",
    "it.todo('c')",
    "test('d', { skip: true }, () => {})",
    "test('e', (t) => { t.skip() })",
    'const f = g as any',
    '// @ts-ignore',
    '// the word @ts-ignore in a sentence is only a word',
    "const h = rows.skip(1) // not a test",
    "const i = 'test.skip(1)'",
    "test('j', { timeout: 5 }, () => {})",
  ].join('\n')
  assert.deepEqual(findForbiddenWords({ path: 'a.test.ts', text }).map(({ line }) => line).toSorted((a, b) => a - b), [1, 2, 3, 4, 5, 6, 7])
})

test('names that say nothing are found in files and folders, not in words that contain them', () => {
  const names = ['utils.ts', 'src/helpers.test.ts', 'types.ts', 'services/a.ts', 'common/b.sql', 'manager.tsx']
  const good = ['service-desk/a.ts', 'utility-meter.ts', 'declarations.types.ts']
  const tree = Object.fromEntries([...names, ...good].map((name) => [name, head]))
  assert.deepEqual(findings(tree).map((text) => text.split(' ')[0]), names.toSorted())
})

test('a test under a name nobody looks for is found', () => {
  assert.deepEqual(findings({ 'a.test.tsx': head, 'b.spec.ts': head, 'c.test.ts': head, 'd.db.test.ts': head }).map((text) => text.split(' ')[0]), ['a.test.tsx', 'b.spec.ts'])
})

test('versions are exact', () => {
  const text = '{\n  "dependencies": {\n    "a": "1.2.3",\n    "b": "^1.2.3",\n    "c": "17.10.0-beta.17"\n  },\n  "devDependencies": { "d": "latest" }\n}\n'
  assert.deepEqual(findings({ 'kernel/x/package.json': text }).map((one) => one.slice(0, 36)), [
    'kernel/x/package.json:4 asks for b "',
    'kernel/x/package.json:7 asks for d "',
  ])
})

test('a subsystem has a README of at most 80 lines', () => {
  const text = checkManners(treeOf({ 'subsystems/a/b.ts': head, 'subsystems/c/README.md': 'x\n'.repeat(81), 'subsystems/d/README.md': 'x\n'.repeat(80) }))
  assert.deepEqual(text.map(findingText).map((one) => one.split(' ').slice(0, 3).join(' ')), ['subsystems/a/README.md is missing;', 'subsystems/c/README.md:81 has 81'])
})

test('a licence is permissive when one side of an OR is, and both sides of an AND', () => {
  assert.deepEqual(
    ['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND GPL-3.0-only', 'AGPL-3.0', 'GPL-2.0-or-later', '', '(Apache-2.0 AND BSD-3-Clause)'].map(isPermissive),
    [true, true, false, false, false, false, true],
  )
})

test('a library under GPL is found wherever in the production tree it lies, one for tests is not shipped', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'houqin-manners-'))
  t.after(() => rmSync(root, { recursive: true }))
  const write = (path: string, content: object): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), JSON.stringify(content))
  }
  write('package.json', { name: 'house', license: 'Apache-2.0', devDependencies: { tester: '1.0.0' } })
  write('apps/server/package.json', { name: 'server', license: 'Apache-2.0', dependencies: { front: '1.0.0', absent: '1.0.0' } })
  write('node_modules/front/package.json', { name: 'front', version: '1.0.0', license: 'MIT', dependencies: { deep: '1.0.0' } })
  write('node_modules/front/node_modules/deep/package.json', { name: 'deep', version: '2.0.0', license: 'GPL-3.0-only' })
  write('node_modules/tester/package.json', { name: 'tester', version: '1.0.0', license: 'AGPL-3.0' })
  assert.deepEqual(checkManners(readTree({ root })).map(findingText), [
    'apps/server/package.json brings in deep 2.0.0 under GPL-3.0-only; use a library under a permissive licence instead.',
    'apps/server/package.json needs absent, which is not installed; run npm install.',
  ])
})

test('links in the papers lead somewhere', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'houqin-manners-'))
  t.after(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'docs'))
  writeFileSync(join(root, 'README.md'), '[tour](docs/tour.md#start) [web](https://example.org) [here](#map)\n')
  writeFileSync(join(root, 'docs/tour.md'), 'Text.\n```\n[code](nowhere.md)\n```\nSee ![picture](gone.png) and `[a](b)`.\n\n[ref]: ../GONE.md\n')
  assert.deepEqual(checkManners(readTree({ root })).map(findingText), [
    'docs/tour.md:5 links to gone.png, which does not exist; mend the link.',
    'docs/tour.md:7 links to ../GONE.md, which does not exist; mend the link.',
  ])
})

test('a text area made by hand is found, so that nobody types where he was not told what may not be entered', () => {
  const path = 'subsystems/fleet/src/web/use-page.tsx'
  for (const text of ["import { Input } from 'antd'\nexport const a = <Input.TextArea />", 'export const a = (\n  <textarea />)', "import { TextArea } from 'antd-mobile'\n", "export const a =\n  element('textarea', {})"]) {
    const [found, ...others] = findBareTextAreas({ path, text })
    assert.ok(found && others.length === 0, text)
    assert.match(found.says, /use WordsArea/)
  }
  assert.deepEqual(findBareTextAreas({ path, text: '<WordsArea rows={2} />' }), [])
  assert.deepEqual(findBareTextAreas({ path: 'kernel/web-kit/src/fields/words-area.tsx', text: '<Input.TextArea />' }), [])
})

test('a narrow mark between Chinese characters is found in what the house says, not in what it reads', () => {
  const path = 'subsystems/fleet/src/web/use-page.tsx'
  for (const text of ["export const a = '已交车,请验收'", 'export const a = `共 ${n} 辆:在用`', "export const a = `合计(辆)`", 'export const a = <p>\n  已交车;请验收\n</p>']) {
    const [found, ...others] = findNarrowMarks({ path, text })
    assert.ok(found && others.length === 0, text)
    assert.match(found.says, /between Chinese characters/)
  }
  assert.deepEqual(findNarrowMarks({ path, text: "export const a = ['已交车，请验收（一）', '3,000 元', /已交车[,，]请验收/u]" }), [])
  assert.deepEqual(findNarrowMarks({ path: 'subsystems/fleet/test/use.test.ts', text: "export const a = '已交车,请验收'" }), [])
})
