// What the entry of the console holds of the subsystems: an index that knows every page, number and dimension, and nothing heavier.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { everyone } from '@houqin/define'
import type { PartIndex } from '@houqin/web-kit'
import { fileOf, indexOf, readParts, startsOf } from '../build/part-index.ts'

const parts = await readParts()
const index: readonly PartIndex[] = indexOf(parts)

test('every page of every subsystem is in the index, and who finds it', () => {
  assert.ok(parts.length >= 9)
  for (const [place, { subsystem, screens, fills }] of parts.entries()) {
    const known = index[place]
    assert.equal(known?.id, subsystem.id)
    assert.equal(known.title, subsystem.title)
    assert.deepEqual(known.fills, fills.map(({ slot }) => slot))
    assert.deepEqual(known.screens.map(({ path }) => path), screens.map(({ path }) => path))
    for (const [at, { title, hidden, who }] of screens.entries()) {
      assert.equal(known.screens[at]?.title, hidden ? undefined : title)
      // what everybody may open names nobody
      const named = who?.some(({ role }) => role === everyone.role) ? undefined : who && [...new Set(who.map(({ role }) => role))]
      assert.deepEqual(known.screens[at]?.who, named)
    }
  }
})

test('a number is known by its prefix, a dimension by its register, a form by whose standards judge it', () => {
  const prefixes = Object.assign({}, ...index.map((part) => part.prefixes)) as Readonly<Record<string, string>>
  for (const matter of parts.flatMap(({ subsystem }) => Object.values(subsystem.matters))) assert.equal(prefixes[matter.prefix], matter.id)
  assert.deepEqual(Object.assign({}, ...index.map((part) => part.dimensions)), { organ: 'people.organ', person: 'people.person', site: 'places.site' })
  const judging = index.filter(({ judges }) => judges.includes('service-desk.purchase')).map(({ id }) => id)
  assert.deepEqual(judging, ['service-desk'])
})

test('what one may ask for comes with its icon and where it begins', () => {
  const repair = startsOf(parts).find(({ matter }) => matter.id === 'service-desk.repair')
  assert.deepEqual(repair, { matter: { id: 'service-desk.repair', title: '报修' }, icon: 'ToolOutlined', path: '/service-desk/report', hint: '东西坏了，拍照就报' })
})

test('a subsystem adds less than a kilobyte to it', () => {
  const packed = gzipSync(JSON.stringify(index), { level: 9 }).length
  assert.ok(packed / index.length < 1000, `${packed} bytes for ${index.length} subsystems`)
})

test('pages are known by the files they stand in, and only a page asks ahead', async () => {
  for (const { screens, ahead } of parts) {
    for (const screen of screens) {
      const file = await fileOf(screen)
      assert.ok(file === undefined || existsSync(file), `${screen.path}: ${file}`)
    }
    for (const path of Object.keys(ahead)) {
      const page = screens.find((screen) => screen.path === path)
      assert.match((page && (await fileOf(page))) ?? '', /-page\.tsx$/)
    }
  }
})
