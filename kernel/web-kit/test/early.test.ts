// What is asked before a page is read: taken up once, never when refused, never by the next person.
import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import { askEarly, dropEarly, pathFor, takeEarly } from '../src/api/early.ts'

const fetched = mock.method(globalThis, 'fetch')
afterEach(() => {
  fetched.mock.resetCalls()
  dropEarly()
})
const answering = (status: number): void => fetched.mock.mockImplementation(async () => new Response('{}', { status }))

test('what was asked early is asked once and taken up once', async () => {
  answering(200)
  askEarly('/me')
  askEarly('/me')
  assert.equal((await takeEarly('/me'))?.answer.status, 200)
  assert.equal(await takeEarly('/me'), undefined)
  assert.deepEqual(fetched.mock.calls.map((call) => call.arguments[0]), ['/api/me'])
})

test('what was refused or did not come is asked anew', async () => {
  answering(401)
  askEarly('/me')
  assert.equal(await takeEarly('/me'), undefined)
  fetched.mock.mockImplementation(async () => Promise.reject(new TypeError('no network')))
  askEarly('/me')
  assert.equal(await takeEarly('/me'), undefined)
})

test('what is older than ten seconds is asked anew', async (t) => {
  answering(200)
  const since = performance.now()
  askEarly('/me')
  t.mock.method(performance, 'now', () => since + 11_000)
  assert.equal(await takeEarly('/me'), undefined)
})

test('a path takes what the address gives, and is none where that lacks what it needs', () => {
  const given = (search: string): URLSearchParams => new URLSearchParams(search)
  assert.equal(pathFor('/floors/{floor}/plan{?day}', given('floor=1&day=2026-11-01')), '/floors/1/plan?day=2026-11-01')
  assert.equal(pathFor('/floors?near={floor}{&day}', given('floor=1')), '/floors?near=1')
  assert.equal(pathFor('/floors/{floor}/plan', given('day=2026-11-01')), null)
  assert.equal(pathFor('/floors/{floor}', given('floor=../me')), '/floors/..%2Fme')
})
