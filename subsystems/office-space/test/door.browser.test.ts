// At a door with a telephone 门牌: scanned, seen, counted in one tap where a census runs; by an officer corrected in four; found by its number; a repair begun.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countTaps, demonstration, telephone } from '@houqin/demonstration'
import type { CensusSheet, DoorSheet } from '@houqin/office-space'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

interface Rows { readonly rows: readonly { readonly id: string; readonly number: string; readonly name: string }[] }

test('the steward scans a door: who sits there, what the rank allows, the plan with the room lit, and one tap counts it', async (t) => {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/scan', size: telephone })
  page.setDefaultTimeout(60_000)
  const read = async <T>(path: string): Promise<T> => (await (await page.request.get(`${address}/api/${path}`)).json()) as T
  const { rows: [running] } = await read<Rows>('matters/office-space.census?where.state=counting&limit=1')
  const { rooms } = await read<CensusSheet>(`office-space/censuses/${running?.number ?? ''}`)
  // from the end: another story walks from the beginning
  const door = rooms.findLast(({ outcome, people }) => outcome === null && people.length === 1)
  assert.ok(door && running, 'no room with one person is left to see')
  const { code } = await read<{ code: string }>(`registers/places.room/${door.id}/code`)
  const { tap, count } = countTaps()
  await page.getByLabel('二维码下方的编码').fill(code)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${door.number}`) }).waitFor()
  await page.locator('.os-door-people').getByText(door.people[0]?.name ?? '').waitFor()
  await page.locator('.os-door-plan .hq-plan[data-ready="true"] canvas').waitFor()
  await fits(page)
  await (await browser()).screenshot({ page, name: 'door' })
  const counted = page.waitForResponse((response) => response.url().endsWith(`/rooms/${door.id}`) && response.request().method() === 'POST')
  await tap(page.getByRole('button', { name: '清查：相符' }))
  assert.equal((await counted).status(), 200)
  assert.equal(count(), 1)
  await page.getByText('这间已经看过').waitFor()
  await page.getByRole('button', { name: '报修', exact: true }).click()
  await page.waitForURL(/\/service-desk\/report\?room=/)
  await page.getByText(door.number).first().waitFor()
})

test('from the camera of the telephone to a correction that the officer looks at: four taps', async (t) => {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'liu.min', path: '/', size: telephone })
  page.setDefaultTimeout(60_000)
  const { rows } = (await (await page.request.get(`${address}/api/registers/places.room?where.number=302&where.use=office&limit=20&sort=name`)).json()) as Rows
  const doors = await Promise.all(rows.map(async ({ id }) => (await (await page.request.get(`${address}/api/office-space/rooms/${id}/door`)).json()) as DoorSheet))
  const door = doors.find(({ people, census }) => people.length > 0 && census === null)
  assert.ok(door, 'nobody sits in a room 302')
  const { code } = (await (await page.request.get(`${address}/api/registers/places.room/${door.room.id}/code`)).json()) as { code: string }
  const { tap, count } = countTaps()
  await page.goto(`${address}/q/${code}`)
  await tap(page.getByRole('link', { name: '本单位人员：登录看这里' }))
  await page.waitForURL(/\/office-space\/door\?code=/)
  await page.locator('.os-door-people').waitFor()
  await tap(page.getByRole('button', { name: '更正', exact: true }))
  const sheet = page.getByRole('dialog')
  await tap(sheet.getByRole('checkbox').first())
  const sent = page.waitForResponse((response) => response.url().endsWith('/corrections'))
  await tap(sheet.getByRole('button', { name: '记下' }))
  assert.equal((await sent).status(), 201)
  assert.equal(count(), 4)
  await page.locator('.os-door-told').getByRole('link', { name: /^FG-/ }).waitFor()
  await sheet.waitFor({ state: 'detached' })
  await fits(page)
})

test('a door whose code cannot be read is found by its number', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/office-space/door', size: telephone })
  page.setDefaultTimeout(60_000)
  await page.getByLabel('码扫不出来？输入房号').fill('301')
  await page.getByRole('button', { name: '查找' }).click()
  const first = page.locator('.os-door-found button').first()
  await first.waitFor()
  assert.match((await first.textContent()) ?? '', /^机关大院.*301/, 'his own site comes first')
  await fits(page)
  await first.click()
  await page.getByRole('heading', { level: 1, name: /^301/ }).waitFor()
})

async function fits(page: Page): Promise<void> {
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'nothing is wider than the telephone')
}
