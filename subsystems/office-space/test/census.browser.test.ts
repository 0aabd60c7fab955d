// The steward counts and patrols his yard with a telephone 现场清查与巡查: scans a door, confirms it in one tap, corrects another with a photograph, goes on without a network, and sees it arrive.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, telephone } from '@houqin/demonstration'
import { comparePicture } from '@houqin/demonstration/picture'
import { redress, roomPatrol } from '@houqin/office-space'
import type { CensusSheet, PatrolSheet } from '@houqin/office-space'
import { browser } from '@houqin/testing'

/** What a browser says without a network, of its worker too. */
const cut = [/net::/, /ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/, /fetching the script/]

test('a door is scanned, confirmed in one tap; another is corrected; a third is kept without a network and sent', async (t) => {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/office-space/census', size: telephone, expectedErrors: cut })
  page.setDefaultTimeout(60_000)
  await page.getByRole('heading', { name: /机关大院 清查盘点/ }).waitFor()
  await page.locator('.os-walk-room').waitFor()
  await comparePicture(page, { file: new URL('pictures/census.phone.txt', import.meta.url) })
  const number = (await page.locator('.os-walk output a').first().textContent()) ?? ''
  const read = async (): Promise<CensusSheet> => (await (await page.request.get(`${address}/api/office-space/censuses/${number}`)).json()) as CensusSheet
  const { rooms } = await read()
  const left = rooms.filter(({ outcome, people }) => outcome === null && people.length > 1)
  const [first, second] = left
  assert.ok(first && second, 'no room with two people is left to see')
  const outcomeOf = async (id: string): Promise<string | null> => (await read()).rooms.find((one) => one.id === id)?.outcome ?? null

  const { code } = (await (await page.request.get(`${address}/api/registers/places.room/${first.id}/code`)).json()) as { code: string }
  await page.reload()
  await page.getByRole('button', { name: '扫门上的码' }).click()
  await page.getByLabel('二维码下方的编码').fill(code)
  await page.getByRole('button', { name: '打开' }).click()
  const atHand = page.locator('.os-walk-room')
  await atHand.getByText('已扫码').waitFor()
  await atHand.getByRole('heading', { name: first.number, exact: true }).waitFor()
  await (await browser()).screenshot({ page, name: 'census-room' })
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing is wider than the telephone')
  const confirmed = page.waitForResponse((response) => response.url().includes(`/rooms/${first.id}`) && response.request().method() === 'POST')
  await atHand.getByRole('button', { name: '相符，下一间' }).click()
  assert.equal((await confirmed).status(), 200)
  assert.equal(await outcomeOf(first.id), 'same')

  const onFloor = page.locator('.os-walk-rooms button')
  await page.locator('.os-walk-floors button').nth((await read()).floors.findIndex(({ id }) => id === second.floor)).click()
  await onFloor.nth(rooms.filter(({ floor }) => floor === second.floor).findIndex(({ id }) => id === second.id)).click()
  await atHand.getByRole('heading', { name: second.number, exact: true }).waitFor()
  await atHand.getByRole('button', { name: '不符' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('checkbox').first().check()
  await sheet.getByLabel('使用面积（㎡）').fill('19.90')
  await (await browser()).screenshot({ page, name: 'census-correct' })
  const corrected = page.waitForResponse((response) => response.url().includes(`/rooms/${second.id}`) && response.request().method() === 'POST')
  await sheet.getByRole('button', { name: '记下' }).click()
  assert.equal((await corrected).status(), 200)
  await sheet.waitFor({ state: 'detached' })
  const changed = (await read()).rooms.find(({ id }) => id === second.id)
  assert.deepEqual([changed?.outcome, changed?.foundArea, changed?.people.filter(({ here }) => here === false).length], ['differs', '19.90', 1])

  const third = (await read()).rooms.find(({ outcome, floor }) => outcome === null && floor === second.floor)
  assert.ok(third, 'no room is left on the floor')
  await page.context().setOffline(true)
  await atHand.getByRole('heading', { name: third.number, exact: true }).waitFor()
  await atHand.getByRole('button', { name: '相符，下一间' }).click()
  await onFloor.filter({ hasText: '待发送' }).waitFor()
  // said again, it is said once
  await onFloor.filter({ hasText: '待发送' }).click()
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes(`/rooms/${third.id}`))
  await atHand.getByRole('button', { name: '改为相符' }).click()
  await failed
  await atHand.getByRole('heading', { name: third.number, exact: true }).waitFor({ state: 'detached' })
  await (await browser()).screenshot({ page, name: 'census-offline' })
  assert.equal(await outcomeOf(third.id), null)
  const sent = page.waitForResponse((response) => response.url().includes(`/rooms/${third.id}`) && response.request().method() === 'POST')
  await page.context().setOffline(false)
  assert.equal((await sent).status(), 200)
  await onFloor.filter({ hasText: '待发送' }).waitFor({ state: 'detached' })
  assert.equal(await outcomeOf(third.id), 'same')
  assert.equal(await page.getByText('没有办成').count(), 0)
})

test('a building is patrolled without a network: what was seen and photographed waits on its row, is sent, and opens the redress it caused', async (t) => {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/', size: telephone, expectedErrors: cut })
  const { token } = (await (await page.request.post(`${address}/api/session`, { data: { username: 'zhou.jianguo', password: 'Qingxi-2026' } })).json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  const get = async <Body>(path: string): Promise<Body> => (await (await page.request.get(`${address}/api/${path}`, { headers })).json()) as Body
  const { rows: [tower] } = await get<{ rows: readonly { id: string; site: { id: string } }[] }>(`registers/places.building?where.name=${encodeURIComponent('3号楼')}`)
  assert.ok(tower, '3号楼 is gone')
  const asked = await page.request.post(`${address}/api/matters/${roomPatrol.id}`, { headers: { ...headers, 'idempotency-key': 'patrol-of-the-story' }, data: { input: { site: tower.site.id, building: tower.id, day: '2026-11-24' } } })
  const { number } = (await asked.json()) as { number: string }
  const read = (): Promise<PatrolSheet> => get(`office-space/room-patrols/${number}`)
  const door = (await read()).rooms.find(({ organs, people, use, state }) => organs.length === 1 && people.length > 0 && use === 'office' && state === null)
  assert.ok(door, 'no office is sat in')
  await page.goto(`${address}/office-space/patrol?number=${number}&room=${door.id}`)
  page.setDefaultTimeout(60_000)
  const atHand = page.locator('.os-walk-room')
  await atHand.getByRole('heading', { name: door.number, exact: true }).waitFor()
  const photo = { name: '门口.png', mimeType: 'image/png', buffer: await page.screenshot() }
  await atHand.getByRole('button', { name: '不符' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('没有门牌', { exact: true }).waitFor()
  await page.context().setOffline(true)
  await sheet.getByText('没有门牌', { exact: true }).click()
  await sheet.getByLabel('说明').fill('门牌掉了')
  await sheet.locator('input[type=file]').setInputFiles(photo)
  await sheet.getByText('待发送').waitFor()
  await (await browser()).screenshot({ page, name: 'patrol-seen' })
  await sheet.getByRole('button', { name: '记下' }).click()
  await sheet.waitFor({ state: 'detached' })
  const row = page.locator('.os-walk-rooms button').filter({ hasText: '待发送' })
  await row.waitFor()
  await row.click()
  await atHand.getByText('1 张照片待发送').waitFor()
  await (await browser()).screenshot({ page, name: 'patrol-offline' })
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing is wider than the telephone')
  assert.equal((await read()).rooms.find(({ id }) => id === door.id)?.outcome, null)

  await page.context().setOffline(false)
  await row.waitFor({ state: 'detached' })
  const seen = (await read()).rooms.find(({ id }) => id === door.id)
  assert.deepEqual([seen?.outcome, seen?.note, seen?.photos.length], ['differs', '门牌掉了', 1])
  await atHand.getByRole('link', { name: seen?.redress ?? '' }).click()
  await page.getByRole('heading', { name: new RegExp(door.number) }).waitFor()
  await page.getByText(`巡查照片 ${number} 门牌掉了`).waitFor()
  assert.match(page.url(), new RegExp(`/${redress.id}/`))
  await (await browser()).screenshot({ page, name: 'patrol-redress' })
})
