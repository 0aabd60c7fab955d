// Whoever reads the audit chooses among words: no deed of the house is without one.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { areaOf, auditAreas } from '../src/administration/audit-areas.ts'

test('of two beginnings that fit, the longer names the deed', () => {
  assert.equal(areaOf('access.sign-in-refused', auditAreas)?.[1], '登录')
  assert.equal(areaOf('access.lock', auditAreas)?.[1], '账号')
  assert.equal(areaOf('service-desk.repair.start', auditAreas), undefined)
  assert.equal(areaOf('service-desk.repair.start', [...auditAreas, ['service-desk.', '服务诉求', 'Service desk']])?.[1], '服务诉求')
})

test('every deed that the kernel records is called something', () => {
  const root = fileURLToPath(new URL('../../../kernel/', import.meta.url))
  const deeds = globSync(['server/*/src/**/*.ts', 'signals/src/**/*.ts'], { cwd: root }).flatMap((file) =>
    [...readFileSync(`${root}${file}`, 'utf8').matchAll(/\baction: ['`](?<deed>[a-z-]+\.[a-z-]*)/g)].flatMap(({ groups }) => groups?.['deed'] ?? []))
  assert.ok(deeds.length > 40, `${deeds.length} deeds found`)
  assert.deepEqual(deeds.filter((deed) => areaOf(deed, auditAreas) === undefined), [])
})
