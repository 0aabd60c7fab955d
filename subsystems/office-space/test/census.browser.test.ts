// The steward counts his yard with a telephone 现场清查: scans a door, confirms it in one tap, corrects another, goes on without a network, and sees it arrive.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, telephone } from '@houqin/demonstration'
import { comparePicture } from '@houqin/demonstration/picture'
import type { CensusSheet } from '@houqin/office-space'
import { browser } from '@houqin/testing'

test('a door is scanned, confirmed in one tap; another is corrected; a third is kept without a network and sent', async (t) => {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'zhou.jianguo', path: '/office-space/census', size: telephone, expectedErrors: [/net::/, /ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/] })
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
  await atHand.getByRole('button', { name: '相符,下一间' }).click()
  assert.equal((await confirmed).status(), 200)
  assert.equal(await outcomeOf(first.id), 'same')

  const onFloor = page.locator('.os-walk-rooms button')
  await page.locator('.os-walk-floors button').nth((await read()).floors.findIndex(({ id }) => id === second.floor)).click()
  await onFloor.nth(rooms.filter(({ floor }) => floor === second.floor).findIndex(({ id }) => id === second.id)).click()
  await atHand.getByRole('heading', { name: second.number, exact: true }).waitFor()
  await atHand.getByRole('button', { name: '不符' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('checkbox').first().check()
  await sheet.getByLabel('使用面积(㎡)').fill('19.90')
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
  await atHand.getByRole('button', { name: '相符,下一间' }).click()
  await onFloor.filter({ hasText: '待发送' }).waitFor()
  await (await browser()).screenshot({ page, name: 'census-offline' })
  assert.equal(await outcomeOf(third.id), null)
  const sent = page.waitForResponse((response) => response.url().includes(`/rooms/${third.id}`) && response.request().method() === 'POST')
  await page.context().setOffline(false)
  assert.equal((await sent).status(), 200)
  await onFloor.filter({ hasText: '待发送' }).waitFor({ state: 'detached' })
  assert.equal(await outcomeOf(third.id), 'same')
})
