// The story of a car 用车的一生: asked on a telephone, approved, dragged onto a car at the desk, driven with its odometer, confirmed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countTaps, demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `use-story-${name}` })
}
const photo = async (page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({ name: '里程.png', mimeType: 'image/png', buffer: await page.screenshot() })
const matter = 'fleet.use'
interface Cars { readonly rows: readonly { readonly plate: string }[] }
interface Costs { readonly rows: readonly { readonly kind: string; readonly amount: string; readonly odometer: number; readonly vehicle: { readonly name: string } }[] }

test('a car is asked for with five taps, approved, dragged onto a car, driven away with two taps, paid for, confirmed and rated; what it cost stands in the account of the car', async (t) => {
  const { openAs } = await demonstration()
  const clerk = await openAs({ test: t, username: 'liu.min', path: '/', size: telephone })
  const asking = countTaps()
  await asking.tap(clerk.getByRole('link', { name: /^用车/ }))
  await asking.tap(clerk.getByText('会议培训', { exact: true }))
  await asking.tap(clerk.getByRole('button', { name: '市行政中心', exact: true }))
  // an hour at which nobody else of the district is driven anywhere, and not over yet at whatever hour this runs; typing is no tap
  const [today = ''] = (await clerk.getByLabel('出发时间').inputValue()).split('T')
  const date = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
  await clerk.getByLabel('出发时间').fill(`${date}T20:30`)
  await clerk.getByLabel('返回时间').fill(`${date}T21:30`)
  await look(clerk, '1-ask')
  await asking.tap(clerk.getByRole('button', { name: '报单位批准' }))
  await clerk.waitForURL(/\/matters\/fleet\.use\/YC-/)
  assert.ok(asking.count() <= 5, `asked with ${asking.count()} taps`)
  const number = new URL(clerk.url()).pathname.split('/').at(-1) ?? ''
  assert.match(number, /^YC-\d{8}-\d{4}$/)

  const head = await openAs({ test: t, username: 'chen.hongxia', path: `/matters/${matter}/${number}`, size: telephone })
  await head.getByRole('button', { name: '同意', exact: true }).click()
  await head.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()
  await head.getByRole('dialog').waitFor({ state: 'detached' })

  const dispatcher = await openAs({ test: t, username: 'zhou.yichen', path: '/fleet/dispatch', size: desk })
  const card = dispatcher.locator(`.fl-wait[data-number="${number}"]`)
  const dispatching = countTaps()
  await dispatching.tap(card)
  // none of those he drove last: they are another story's to report
  const driver = await openAs({ test: t, username: 'lu.fan', path: '/fleet/drive', size: telephone })
  const { rows: driven } = (await (await driver.request.get(new URL('/api/fleet/my-cars', driver.url()).href)).json()) as Cars
  await dispatcher.locator('.fl-proposal').first().waitFor()
  const plates = await dispatcher.locator('.fl-proposal strong').allTextContents()
  const plate = plates.find((one) => !driven.slice(0, 8).some((his) => his.plate === one)) ?? ''
  assert.notEqual(plate, '', `he has driven all of ${plates.join(' ')} lately`)
  const row = dispatcher.locator('.fl-row').filter({ hasText: plate })
  await row.scrollIntoViewIfNeeded()
  const [from, to] = [await card.boundingBox(), await row.boundingBox()]
  assert.ok(from && to)
  await dispatcher.mouse.move(from.x + 40, from.y + 20)
  await dispatcher.mouse.down()
  await dispatcher.mouse.move(to.x + 300, to.y + 20, { steps: 8 })
  await look(dispatcher, '2-dragging')
  await dispatcher.mouse.up()
  await dispatcher.locator('.fl-driver select').selectOption({ label: '陆帆 B1' })
  await dispatching.tap(dispatcher.getByRole('button', { name: `派出 ${plate}` }))
  await card.waitFor({ state: 'detached' })
  assert.ok(dispatching.count() <= 3, `dispatched with ${dispatching.count()} taps and a drag`)

  // what is sent is moved half an hour earlier by the keys
  const bar = dispatcher.locator(`.fl-bar[data-number="${number}"]`)
  await bar.focus()
  await dispatcher.keyboard.press('ArrowLeft')
  await dispatcher.keyboard.press('ArrowLeft')
  await dispatcher.keyboard.press('Enter')
  await dispatcher.locator(`.fl-bar[data-number="${number}"][aria-label*="20:00—21:00"]`).waitFor()
  await look(dispatcher, '3-sent')

  await driver.reload() // as he takes the telephone out, with what was moved meanwhile
  const next = driver.locator(`.fl-next[data-number="${number}"]`)
  const task = driver.locator('.fl-task').filter({ has: driver.locator(`a[href*="${number}"]`) })
  await task.or(next).first().waitFor()
  if (await next.isVisible()) await next.click()
  await task.locator('.fl-task-when', { hasText: '20:00' }).waitFor()
  await look(driver, '4-task')
  await task.getByRole('button', { name: '接单' }).click()
  await task.getByRole('button', { name: '接单' }).waitFor({ state: 'detached' })
  const leaving = countTaps()
  await leaving.tap(task.getByRole('button', { name: '出车' }))
  await driver.getByRole('dialog').locator('input[type=file]').setInputFiles(await photo(driver))
  await driver.getByRole('button', { name: /移除/ }).waitFor()
  const out = Number(await driver.getByLabel('里程表（km）').inputValue())
  await leaving.tap(driver.getByRole('button', { name: '确认出车' }))
  await task.getByRole('button', { name: '收车' }).waitFor()
  assert.ok(leaving.count() <= 2, `left with ${leaving.count()} taps`)
  await task.getByRole('button', { name: '收车' }).click()
  await driver.getByLabel('里程表（km）').fill(String(out + 36))
  await driver.getByRole('button', { name: '+ 通行费' }).click()
  await driver.getByLabel('通行费金额').fill('17.50')
  await look(driver, '5-finish')
  await driver.getByRole('button', { name: '确认收车' }).click()
  await task.waitFor({ state: 'detached' })

  await clerk.goto(new URL(`/matters/${matter}/${number}`, clerk.url()).href)
  await clerk.getByRole('region', { name: '这次用车' }).getByText('费用 ¥17.50（通行费 ¥17.50）').waitFor()
  await clerk.getByRole('button', { name: '确认用车' }).click()
  await clerk.getByRole('dialog').getByText('行驶 36 km').waitFor()
  await look(clerk, '6-confirm')
  await clerk.getByRole('dialog').getByRole('radio', { name: '5 星' }).check({ force: true })
  await clerk.getByRole('dialog').getByRole('button', { name: '确认用车' }).click()
  await clerk.getByText('已办结').first().waitFor()
  const { facts } = (await (await clerk.request.get(new URL(`/api/matters/${matter}/${number}`, clerk.url()).href)).json()) as { facts: { kilometres: number; cost: string } }
  assert.deepEqual([facts.kilometres, facts.cost], [36, '17.50'])
  const officer = await openAs({ test: t, username: 'guo.chengyu', path: '/fleet/accounts', size: desk })
  const { rows: paid } = (await (await officer.request.get(new URL(`/api/registers/fleet.cost?where.source=${number}`, officer.url()).href)).json()) as Costs
  assert.deepEqual(paid.map(({ kind, amount, odometer }) => [kind, amount, odometer]), [['toll', '17.50', out + 36]])
  assert.ok(paid[0]?.vehicle.name.startsWith(plate))
})
