// The boundaries are held: what is planted is found, each at its line, and a house in order passes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkBoundaries, judgeBoundaries, planted } from '../boundaries.ts'
import { codeLines } from '../boundaries/package-rules.ts'
import { readImports } from '../boundaries/read-imports.ts'
import { findingText } from '../finding.ts'
import { readTree } from '../tree.ts'
import { treeOf } from './tree-of.ts'

const found = judgeBoundaries(readTree({ root: planted })).findings.map(findingText)

const plantedCrossings: Readonly<Record<string, RegExp>> = {
  'a file that cannot be read': /^apps\/all\/broken\.ts is no valid code/,
  'a bootstrap that needs an install': /^apps\/all\/bootstrap\.mjs:2 runs before anything is installed/,
  'nouns that use Node': /^kernel\/define\/src\/index\.ts:2 .* imports a part of Node/,
  'a library nobody listed': /^kernel\/server\/http\/src\/index\.ts:3 imports zod, which .* does not list/,
  'a library listed for tests and builds only': /^kernel\/server\/db\/src\/index\.ts:4 imports fast-check, .* for tests and builds only/,
  'a kernel that knows a subsystem': /^kernel\/server\/db\/src\/index\.ts:3 is kernel and imports what is built on the kernel/,
  'a path into another package': /^kernel\/server\/http\/src\/index\.ts:2 reaches out of @houqin\/http/,
  'a file that does not exist': /^kernel\/server\/http\/src\/index\.ts:4 imports \.\/gone\.ts, which does not exist/,
  'a codec that opens a socket': /^protocols\/dlt645\/src\/index\.ts:2 is a protocol codec/,
  'a way behind a contract': /^subsystems\/fleet\/src\/server\/driver\.ts:2 reaches behind the contract of @houqin\/people/,
  'a contract that imports its server': /^subsystems\/people\/src\/contract\/index\.ts:2 .* imports server code/,
  'a type inside a type': /^subsystems\/people\/src\/contract\/index\.ts:3 .* imports @houqin\/db/,
  'server code that draws': /^subsystems\/people\/src\/server\/index\.ts:2 .* imports react/,
  'a computed import': /^subsystems\/people\/src\/server\/index\.ts:4 imports a module whose name is computed/,
  'a screen that opens the database': /^subsystems\/people\/src\/web\/index\.tsx:2 .* imports @houqin\/db of the server/,
  'a screen that uses Node': /^subsystems\/people\/src\/web\/index\.tsx:3 .* imports a part of Node/,
  'a screen that loads server code late': /^subsystems\/people\/src\/web\/index\.tsx:4 .* imports server code/,
  'a part a package does not export': /^subsystems\/people\/src\/web\/index\.tsx:5 imports \.\/inner of @houqin\/define/,
  'a circle of packages': /stands in a circle: @houqin\/(db → @houqin\/http → @houqin\/db|http → @houqin\/db → @houqin\/http)/,
  'a library listed in vain': /^kernel\/server\/http\/package\.json lists fastify, which nothing/,
}

for (const [what, sentence] of Object.entries(plantedCrossings)) {
  test(`the planted house has ${what}`, () => {
    assert.equal(found.filter((text) => sentence.test(text)).length, 1, found.join('\n'))
  })
}

test('the contract in order has no finding', () => {
  assert.deepEqual(found.filter((text) => text.startsWith('subsystems/fleet/src/contract/')), [])
})

test('files that need each other before they run are found, types and what is fetched late are not', () => {
  const findings = judgeBoundaries(treeOf({
    'kernel/web-kit/package.json': '{ "name": "@houqin/web-kit" }',
    'kernel/web-kit/src/a.ts': "import { b } from './b.ts'\nexport const a = () => b",
    'kernel/web-kit/src/b.ts': "import { c } from './c.ts'\nexport const b = () => c",
    'kernel/web-kit/src/c.ts': "import type { A } from './d.ts'\nimport { a } from './a.ts'\nexport const c = () => a",
    'kernel/web-kit/src/d.ts': "import { c } from './c.ts'\nexport type A = typeof c\nexport const late = () => import('./e.ts')",
    'kernel/web-kit/src/e.ts': "import { late } from './d.ts'\nexport const e = late",
  })).findings.map(findingText)
  assert.equal(findings.length, 1, findings.join('\n'))
  assert.match(findings.join(), /^kernel\/web-kit\/src\/c\.ts:2 closes a circle of files: kernel\/web-kit\/src\/a\.ts → kernel\/web-kit\/src\/b\.ts → kernel\/web-kit\/src\/c\.ts → kernel\/web-kit\/src\/a\.ts;/)
})

test('a tree without code does not pass for one in order', () => {
  assert.match(checkBoundaries(treeOf({ 'package.json': '{}' })).map(findingText).join(), /read no file at all/)
})

test('a package of the server above 1,500 lines, and nouns above 1,000 lines of code, are found', () => {
  const findings = judgeBoundaries(treeOf({
    'kernel/server/db/package.json': '{ "name": "@houqin/db" }',
    'kernel/server/db/src/a.ts': '// half\n'.repeat(800),
    'kernel/server/db/src/b.ts': '// half\n'.repeat(701),
    'kernel/server/db/test/a.test.ts': '// not counted\n'.repeat(5_000),
    'kernel/define/package.json': '{ "name": "@houqin/define" }',
    'kernel/define/src/a.ts': 'export {}\n\n// not counted\n'.repeat(1_001),
  })).findings.map(findingText)
  assert.equal(findings.length, 2)
  assert.match(findings.join('\n'), /kernel\/define\/package\.json has 1001 lines of code, more than 1000/)
  assert.match(findings.join('\n'), /kernel\/server\/db\/package\.json has 1501 lines, more than 1500/)
})

test('lines of code are counted without blanks and comments', () => {
  const text = '// what it is\n\n/* a\n * b */ const area = 1 // trailing\n  /** doc */\nconst text = "// no comment"\n'
  assert.equal(codeLines({ path: 'a.ts', text }), 2)
})

test('an import is seen wherever it stands', () => {
  const text = [
    "import a from './1.ts'",
    "import type { B } from './2.ts'",
    "export { c } from './3.ts'",
    "export * from './4.ts'",
    "import d = require('./5.ts')",
    "type E = Array<typeof import('./6.ts')>",
    'const f = { load: () => import(`./7.ts`) } satisfies object',
    "const g = <p title={String(import('./8.ts'))}>{() => import('./9.ts')}</p>",
    "await using h = await import('./10.ts')",
    "declare module './11.ts' {}",
    "class I { #i = import('./12.ts'); static { void import('./13.ts') } }",
    "let j: import('./14.ts').J | undefined",
    "// import('./comment.ts')",
    "const k = 'import(\"./string.ts\")'",
  ].join('\n')
  const seen = readImports({ path: 'all.tsx', text }).map(({ specifier, line }) => `${specifier} on ${line}`)
  assert.deepEqual(seen.toSorted((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b))), [
    './1.ts on 1', './2.ts on 2', './3.ts on 3', './4.ts on 4', './5.ts on 5', './6.ts on 6', './7.ts on 7',
    './8.ts on 8', './9.ts on 8', './10.ts on 9', './11.ts on 10', './12.ts on 11', './13.ts on 11', './14.ts on 12',
  ])
})
