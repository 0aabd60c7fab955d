// The story of a repair 车辆维修 in the browser: reported on a telephone with its odometer and a photograph, before the officer's eyes, and not twice; quoted, approved, mended and received.
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
  await driver.getByLabel('里程表（km）').fill(String((car.odometer ?? 0) + 12))
  await driver.getByLabel('什么毛病').fill('启动时有异响，仪表亮黄灯')
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
  await driver.getByText(`这辆车已有一件维修在办：${number}`).waitFor()
})

test('a quote above two thousand waits for the chief of the car centre, who decides on his telephone; the car goes to the shop and is received for what was quoted', async (t) => {
  const { openAs } = await demonstration()
  const officer = await openAs({ test: t, username: 'guo.chengyu', path: '/matters/fleet.repair', size: desk })
  const { rows } = (await (await officer.request.get(new URL('/api/matters/fleet.repair?where.state=quoted', officer.url()).href)).json()) as { rows: readonly { readonly number: string }[] }
  const path = `/matters/fleet.repair/${rows[0]?.number ?? ''}`
  await officer.goto(new URL(path, officer.url()).href)
  const dialog = officer.getByRole('dialog')
  await officer.getByRole('button', { name: '送审', exact: true }).click()
  await dialog.getByText('刘沐阳').waitFor()
  await dialog.getByRole('button', { name: '送审', exact: true }).click()
  // it stands where it stood, and says why
  await officer.getByText('送审 · 等刘沐阳批准').waitFor()
  await officer.getByText('审批中').first().waitFor()
  await officer.goto(new URL('/matters/fleet.repair?where.approving=true', officer.url()).href)
  const line = officer.getByRole('row').filter({ hasText: rows[0]?.number ?? '' })
  await line.getByText('审批中', { exact: true }).waitFor()
  assert.equal(await line.getByText('待送审').count(), 0, 'a list says what the page says')
  await officer.goto(new URL(path, officer.url()).href)

  const chief = await openAs({ test: t, username: 'liu.muyang', path, size: telephone })
  const quote = await chief.getByRole('region', { name: '报价' }).innerText()
  assert.match(quote, /¥2,\d{3}\.\d{2}/, 'what he decides stands first')
  await chief.getByRole('button', { name: '同意', exact: true }).click()
  await chief.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()
  await chief.getByRole('dialog').waitFor({ state: 'detached' })

  await officer.reload()
  await officer.getByRole('button', { name: '送修', exact: true }).click()
  await dialog.getByLabel('预计修好').fill('2030-06-01')
  await dialog.getByLabel('预计修好').press('Enter')
  // Enter chooses the day; what is sent is sent by its button
  assert.equal(await dialog.getByLabel('预计修好').inputValue(), '2030-06-01')
  await dialog.getByRole('button', { name: '送修', exact: true }).click()
  await officer.getByRole('button', { name: '验收取车', exact: true }).click()
  assert.match(quote.replaceAll(',', ''), new RegExp((await dialog.getByLabel('实付金额').inputValue()).replace('.', '\\.')))
  await dialog.getByLabel('发票号码').fill('32002611')
  await dialog.getByRole('button', { name: '验收取车', exact: true }).click()
  await officer.getByText('已修好').first().waitFor()
  await dialog.waitFor({ state: 'detached' })
})

test('a form asks what belongs to the kind that was chosen: an emergency its driver and odometers, begun with the last reading; a transfer shows who lacks a car of that class', async (t) => {
  const { openAs } = await demonstration()
  const officer = await openAs({ test: t, username: 'guo.chengyu', path: '/fleet/check', size: desk })
  const { rows } = (await (await officer.request.get(new URL('/api/registers/fleet.vehicle?where.use=emergency&where.standing=inUse&limit=20', officer.url()).href)).json()) as { rows: readonly { readonly id: string; readonly odometer: number | null }[] }
  const car = rows.find(({ odometer }) => odometer !== null)
  assert.ok(car)
  await officer.goto(new URL(`/matters/fleet.standing-use/new?vehicle=${car.id}`, officer.url()).href)
  await officer.getByText('长期用车', { exact: true }).click()
  await officer.getByRole('heading', { name: '谁来审 · 报批', exact: true }).waitFor()
  assert.equal(await officer.getByLabel('出车里程').count(), 0, 'a standing use has no odometer')
  await officer.getByText('应急用车补办', { exact: true }).click()
  await officer.getByRole('heading', { name: '谁来审 · 报批补办', exact: true }).waitFor()
  assert.equal(await officer.getByRole('heading', { name: /^谁来审/ }).count(), 1, 'one route, of what is asked')
  await officer.locator(`[data-field="odometerOut"] input`).and(officer.locator(`[value="${String(car.odometer)}"]`)).waitFor()
  await officer.getByRole('button', { name: '提交' }).click()
  await officer.locator('[data-field="driver"]').getByText('请填写').waitFor()

  await officer.goto(new URL(`/matters/fleet.transfer/new?what=organ&vehicle=${car.id}`, officer.url()).href)
  const lacking = officer.getByRole('button', { name: /编制 \d+ · 现有 \d+ · 缺 \d+/ }).first()
  await lacking.click()
  await officer.locator('output').filter({ hasText: /缺 \d+/ }).waitFor()
  await officer.getByText('变更车辆用途', { exact: true }).click()
  await lacking.waitFor({ state: 'detached' })
  await officer.locator('[data-field="toUse"]').getByText('执法执勤', { exact: true }).click()
  await officer.locator('output').filter({ hasText: /编制 \d+ · 现有 \d+|没有录入这一类的编制/ }).waitFor()

  const { rows: given } = (await (await officer.request.get(new URL('/api/matters/fleet.disposal?where.state=approved', officer.url()).href)).json()) as { rows: readonly { readonly number: string }[] }
  const leader = await openAs({ test: t, username: 'gu.mingyuan', path: `/matters/fleet.disposal/${given[0]?.number ?? ''}`, size: telephone })
  const glance = leader.getByRole('region', { name: '车况和鉴定' })
  await glance.getByText(/购置，用了 \d+ 年/).waitFor()
  await glance.getByText('使用超过 8 年可以更新').waitFor()
  assert.match(await glance.innerText(), /里程\n[\d,]+ km[^]*鉴定结论\n不能继续使用/, 'age, odometer, account, clause and appraisal stand first')
})
