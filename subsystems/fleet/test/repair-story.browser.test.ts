// The story of a repair 车辆维修 in the browser: reported on a telephone with its odometer and a photograph, before the officer's eyes, and not twice.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countTaps, demonstration, desk, telephone } from '@houqin/demonstration'

interface Cars { readonly rows: readonly { readonly plate: string; readonly odometer: number | null; readonly repair: string | null }[] }

test('a driver reports a car with three taps and what is wrong; the officer has it before him, and the car says that it is under way', async (t) => {
  const { openAs } = await demonstration()
  const driver = await openAs({ test: t, username: 'lu.fan', path: '/fleet/repair', size: telephone })
  const { rows } = (await (await driver.request.get(new URL('/api/fleet/my-cars', driver.url()).href)).json()) as Cars
  const car = rows.slice(0, 4).findLast(({ repair }) => repair === null)
  assert.ok(car, 'every car he drove lately is being mended')
  const reporting = countTaps()
  await reporting.tap(driver.getByRole('button', { name: car.plate, exact: true }))
  await driver.getByText(`上次登记 ${(car.odometer ?? 0).toLocaleString('en-US')} km`).waitFor()
  await driver.getByLabel('里程表(km)').fill(String((car.odometer ?? 0) + 12))
  await driver.getByLabel('什么毛病').fill('启动时有异响,仪表亮黄灯')
  await driver.locator('input[type=file]').setInputFiles({ name: '仪表.png', mimeType: 'image/png', buffer: await driver.screenshot() })
  await driver.getByRole('button', { name: /移除/ }).waitFor()
  await reporting.tap(driver.getByRole('button', { name: '报修', exact: true }))
  await driver.waitForURL(/\/matters\/fleet\.repair\/WX-/)
  assert.ok(reporting.count() <= 3, `reported with ${reporting.count()} taps`)
  const number = new URL(driver.url()).pathname.split('/').at(-1) ?? ''

  const officer = await openAs({ test: t, username: 'guo.chengyu', path: `/matters/fleet.repair/${number}`, size: desk })
  await officer.getByText('待报价').first().waitFor()
  await officer.getByRole('button', { name: '登记报价' }).waitFor()

  await driver.goto(new URL('/fleet/repair', driver.url()).href)
  await driver.getByRole('button', { name: car.plate, exact: true }).click()
  await driver.getByText(`这辆车已有一件维修在办:${number}`).waitFor()
})
