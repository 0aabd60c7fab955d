// 个人设置: one keeps and drops one's own views and nobody else's, a name is taken once, and how a screen looks follows the account.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'

let house: TestSystem
let one: Somebody
let other: Somebody
interface Kept {
  readonly rows: readonly { readonly id: string; readonly name: string; readonly search: string }[]
}
const names = async (who: Somebody): Promise<readonly string[]> => (await who.get<Kept>('/api/views')).body.rows.map(({ name, search }) => `${name} ${search}`)
before(async () => {
  house = await testSubsystem(parts)
  one = await house.as('everyone')
  other = await house.as('everyone')
})

test('how a screen looks follows the account', async () => {
  assert.equal((await one.get<{ display: unknown }>('/api/me')).body.display, null)
  const display = { locale: 'en', theme: 'dark', large: true }
  assert.equal((await one.call('PUT', '/api/display', { body: display })).status, 200)
  assert.deepEqual((await one.get<{ display: unknown }>('/api/me')).body.display, display)
  assert.equal((await other.get<{ display: unknown }>('/api/me')).body.display, null)
  assert.equal((await one.call('PUT', '/api/display', { body: { ...display, theme: 'pink' } })).status, 422)
})

test('a view is kept under its name, is nobody else’s, and goes when it is dropped', async () => {
  const view = { list: 'people.person', name: '外包人员', search: 'where.employment=outsourced' }
  const { status, body } = await one.post<{ id: string }>('/api/views', view)
  assert.equal(status, 200)
  assert.equal((await one.post('/api/views', { ...view, search: 'where.employment=hired' })).status, 200)
  assert.deepEqual([await names(one), await names(other)], [['外包人员 where.employment=hired'], []])
  assert.equal((await other.call('DELETE', `/api/views/${body.id}`)).status, 404)
  assert.equal((await one.post('/api/views', { ...view, list: 'people.nothing' })).status, 404)
  assert.equal((await one.post('/api/views', { ...view, name: '  ' })).status, 422)
  assert.equal((await one.call('DELETE', `/api/views/${body.id}`)).status, 204)
  assert.deepEqual(await names(one), [])
})

test('one keeps a hundred and is told so', async () => {
  for (let at = 0; at < 100; at += 1) assert.equal((await other.post('/api/views', { list: 'people.organ', name: `视图 ${at}`, search: '' })).status, 200)
  assert.equal((await other.post('/api/views', { list: 'people.organ', name: '再来一个', search: '' })).status, 409)
  assert.equal((await other.post('/api/views', { list: 'people.organ', name: '视图 7', search: 'q=a' })).status, 200)
})
