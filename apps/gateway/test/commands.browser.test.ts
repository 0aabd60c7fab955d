// A command in the browser 终端指令: an officer writes to a car on the map and asks where it is; the simulated terminal answers on the real wire.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDatabase } from '@houqin/db'
import { demonstration, desk } from '@houqin/demonstration'
import { startGateway } from '@houqin/gateway-process'
import { worldClockOf } from '@houqin/server/world'
import { startTraffic } from '@houqin/simulators'
import { plane, qingxiRoads } from '@houqin/simulators/qingxi'
import { browser } from '@houqin/testing'

interface Seen { readonly rows: readonly { readonly vehicle: string; readonly plate: string; readonly latitude: number | null; readonly longitude: number | null }[] }

test('words with a sign no terminal has are refused by name; a place and words are asked for and answered, and stand in the record', async (t) => {
  const { openAs, databaseUrl } = await demonstration()
  const database = await openDatabase({ url: databaseUrl, poolSize: 1 })
  const clock = await worldClockOf(database.db, undefined, { held: true })
  await database.close()
  const gateway = await startGateway({ databaseUrl, clock, host: '127.0.0.1', port: 0, policy: 'strict', log: () => undefined })
  t.after(() => gateway.close())

  const page = await openAs({ test: t, username: 'guo.chengyu', path: '/fleet/now', size: desk, expectedErrors: [/422/] })
  const get = async <Answer>(path: string): Promise<Answer> => (await (await page.request.get(new URL(path, page.url()).href)).json()) as Answer
  const cars = (await get<Seen>('/api/fleet/positions')).rows
  let chosen: { readonly vehicle: string; readonly plate: string; readonly number: string } | undefined
  for (const { vehicle, plate } of cars.slice(20, 40)) {
    const { terminal } = await get<{ terminal: { number: string } | null }>(`/api/fleet/cars/${vehicle}`)
    if (terminal) chosen ??= { vehicle, plate, number: terminal.number }
  }
  assert.ok(chosen, 'no car with a terminal among twenty')
  const { vehicle, plate, number } = chosen
  const seen = cars.find((one) => one.vehicle === vehicle)
  const home = plane.toSpot({ latitude: seen?.latitude ?? 31.49, longitude: seen?.longitude ?? 120.31 })
  const traffic = startTraffic({
    cars: [{ phone: number, plate, model: 'QT-808G', habits: { home, tripsAnHour: () => 0, temper: 1, lossesAnHour: 0, mileage: 1000, tank: 40, thirst: 8, driver: { name: '王强', licence: '32020001' } } }],
    roads: qingxiRoads(), plane, stops: [home], host: '127.0.0.1', port: gateway.port, clock, seed: 1,
  })
  t.after(async () => traffic.close())

  await page.goto(new URL(`/fleet/now?car=${vehicle}`, page.url()).href)
  const card = page.getByRole('region', { name: '车辆', exact: true })
  await card.getByText('在线').waitFor({ timeout: 60_000 }) // the card asks again by itself
  await card.getByRole('button', { name: '终端指令' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('发文字给驾驶员').fill('请返回😀')
  await sheet.getByRole('button', { name: '发送', exact: true }).click()
  await sheet.getByText('显示不了 “😀”').waitFor()
  assert.equal(await sheet.getByLabel('发文字给驾驶员').inputValue(), '请返回😀')
  await sheet.getByLabel('发文字给驾驶员').fill('请到机关大院东门接人')
  await sheet.getByRole('button', { name: '发送', exact: true }).click()
  const record = sheet.getByRole('region', { name: '指令记录' })
  await record.locator('[data-state="ok"]').filter({ hasText: '请到机关大院东门接人' }).waitFor({ timeout: 60_000 })
  await sheet.getByRole('button', { name: '立即定位' }).click()
  await record.locator('[data-state="ok"]').filter({ hasText: '位置已回报' }).waitFor({ timeout: 60_000 })
  await (await browser()).screenshot({ page, name: 'commands' })
})
