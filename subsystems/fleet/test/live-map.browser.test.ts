// The live map in the browser 车辆位置与轨迹回放: a car is found, flown to and followed, its day is played back; at a desk and on a telephone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'

interface Seen { readonly rows: readonly { readonly vehicle: string; readonly plate: string; readonly organ: string }[] }
interface Day { readonly rows: readonly { readonly vehicle: string; readonly km: number }[] }

test('an officer finds a car on the map, goes along with it, and plays back a day of one that drove', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'guo.chengyu', path: '/fleet/now', size: desk })
  const map = page.locator('.hq-map[data-ready="true"]')
  await map.waitFor()
  await page.locator('output[data-live="true"]').waitFor()
  const { rows } = (await (await page.request.get(new URL('/api/fleet/positions', page.url()).href)).json()) as Seen
  assert.equal(await map.getAttribute('data-marks'), String(rows.length))
  await (await browser()).screenshot({ page, name: 'live-map' })

  const wanted = rows[17]
  assert.ok(wanted)
  await page.getByRole('searchbox', { name: '找车' }).fill(wanted.plate.toLowerCase())
  const list = page.getByRole('complementary', { name: '车辆列表' })
  await list.locator('.fl-row').nth(1).waitFor({ state: 'detached' })
  await list.locator('.fl-row').click()
  const card = page.getByRole('region', { name: '车辆', exact: true })
  await card.getByRole('heading', { name: wanted.plate }).waitFor()
  await card.getByText(wanted.organ).waitFor()
  await page.waitForURL(new RegExp(`car=${wanted.vehicle}`))
  await card.getByRole('button', { name: '跟随' }).click()
  await card.getByRole('button', { name: '停止跟随' }).waitFor()
  // from so near that nothing is joined, in the middle of the map
  for (let steps = 0; steps < 2; steps += 1) await map.locator('.ol-zoom-in').click()
  await card.getByRole('button', { name: '关闭' }).click()
  await card.waitFor({ state: 'detached' })
  const box = await map.boundingBox()
  assert.ok(box)
  for (let presses = 0; presses < 20 && !(await card.isVisible()); presses += 1) {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await card.waitFor({ timeout: 2000 }).catch(() => undefined) // it was still flying
  }
  assert.ok(await card.isVisible(), 'a mark that was pressed told nothing')
  await card.getByRole('button', { name: '关闭' }).click()
  await card.waitFor({ state: 'detached' })
  await page.getByRole('searchbox', { name: '找车' }).fill('没有这样的车')
  await list.getByText('没有这样的车。').waitFor()

  const days = await page.request.get(new URL('/api/fleet/days?day=2026-11-23', page.url()).href)
  const driven = ((await days.json()) as Day).rows.find(({ km }) => km > 10)
  assert.ok(driven, 'nobody drove on the day before')
  await page.goto(new URL(`/fleet/playback?car=${driven.vehicle}&day=2026-11-23`, page.url()).href)
  await page.locator('.fl-course .hq-map[data-ready="true"]').waitFor()
  const at = page.locator('.fl-at')
  const begun = await at.textContent()
  await page.getByLabel('播放速度').selectOption('60')
  await page.getByRole('button', { name: '播放', exact: true }).click()
  for (let looks = 0; looks < 100 && (await at.textContent()) === begun; looks += 1) await pause(100)
  assert.notEqual(await at.textContent(), begun)
  await page.getByRole('button', { name: '暂停', exact: true }).click()
  const stops = page.getByRole('list', { name: '停留和告警' })
  const time = page.getByRole('slider', { name: '时间' })
  await time.press('Home')
  const start = Number(await time.inputValue())
  await time.press('ArrowRight')
  assert.ok(Number(await time.inputValue()) - start > 1000, 'an arrow goes to the next report, not one second on')
  await time.press('ArrowLeft')
  assert.equal(Number(await time.inputValue()), start)
  await time.press('Shift+ArrowRight')
  const stood = /\d\d:\d\d:\d\d/.exec((await at.textContent()) ?? '')?.[0] ?? 'no time'
  assert.ok((await stops.textContent())?.includes(stood), `Shift goes to a stop: ${stood}`)
  const second = stops.getByRole('button').nth(1)
  const when = /\d\d:\d\d:\d\d/.exec((await second.textContent()) ?? '')?.[0]
  assert.ok(when)
  await second.click()
  await at.getByText(when).waitFor()
  await (await browser()).screenshot({ page, name: 'playback' })
})

test('on a telephone the list is pulled up, a car chosen, and nothing hangs over the edge', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'guo.chengyu', path: '/fleet/now', size: telephone })
  await page.locator('.hq-map[data-ready="true"]').waitFor()
  const handle = page.locator('.fl-handle')
  await handle.click()
  await page.locator('.fl-handle[aria-expanded="true"]').waitFor()
  await (await browser()).screenshot({ page, name: 'live-map-list-telephone' })
  await page.locator('.fl-row').nth(3).click()
  const card = page.getByRole('region', { name: '车辆', exact: true })
  await card.getByRole('link', { name: '轨迹回放' }).waitFor()
  await page.locator('.fl-handle[aria-expanded="false"]').waitFor()
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
  await (await browser()).screenshot({ page, name: 'live-map-telephone' })
  await card.getByRole('link', { name: '轨迹回放' }).click()
  await page.waitForURL(/\/fleet\/playback\?car=/)
  await page.getByRole('heading', { name: '轨迹回放' }).waitFor()
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
})

test('a fence is drawn on the map: what crosses itself is told at once, a step is taken back, and what is kept stands in the list and comes out again', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'guo.chengyu', path: '/fleet/fences?mode=new', size: desk })
  const map = page.locator('.hq-map[data-ready="true"][data-drawing="true"]')
  await map.waitFor()
  const box = await map.boundingBox()
  assert.ok(box)
  const form = page.getByRole('complementary', { name: '围栏内容' })
  const press = async ([x, y]: readonly [number, number], corners: number): Promise<void> => {
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
    await form.getByText(`${corners} 个顶点`).waitFor()
  }
  for (const [nth, spot] of ([[0.3, 0.3], [0.6, 0.6], [0.6, 0.3], [0.3, 0.6]] as const).entries()) await press(spot, nth + 1)
  await form.getByRole('alert').filter({ hasText: '第 1 条边和第 3 条边相交' }).waitFor()
  for (const left of [3, 2]) {
    await form.getByRole('button', { name: '撤销一步' }).click()
    await form.getByText(`${left} 个顶点`).waitFor()
  }
  await press([0.35, 0.7], 3)
  await form.getByRole('button', { name: '保存围栏' }).click()
  await form.locator('[data-field="name"] [role="alert"]').waitFor()
  await form.getByText('3 个顶点').waitFor() // what was drawn stays
  await form.getByLabel('名称').fill('故事里的目的地')
  await form.getByText('批准的目的地').click()
  await form.getByRole('button', { name: '保存围栏' }).click()
  const row = page.getByRole('complementary', { name: '围栏列表' }).locator('.fl-fence-row[aria-expanded="true"]')
  await row.getByText('故事里的目的地').waitFor()
  await row.getByText('批准的目的地 · 3 个顶点').waitFor()
  const { rows } = (await (await page.request.get(new URL('/api/fleet/fences', page.url()).href)).json()) as { rows: readonly { name: string; corners: readonly (readonly [number, number])[] }[] }
  const kept = rows.find(({ name }) => name === '故事里的目的地')
  assert.equal(kept?.corners.length, 3)
  assert.ok(kept.corners.every(([longitude, latitude]) => longitude > 120 && longitude < 121 && latitude > 31 && latitude < 32))
  await (await browser()).screenshot({ page, name: 'fences' })

  // changed by the keyboard alone: one corner added, one moved so that the line crosses itself, taken back, and one taken away
  await page.getByRole('button', { name: '修改', exact: true }).press('Enter')
  await form.getByRole('heading', { name: '修改“故事里的目的地”' }).waitFor()
  await form.locator('.fl-corners summary').press('Enter')
  await form.getByRole('button', { name: '在第 3 个后面加一个' }).press('Enter')
  await form.getByText('4 个顶点').waitFor()
  const [longitude, latitude] = [form.getByLabel('第 4 个顶点经度'), form.getByLabel('第 4 个顶点纬度')]
  const [[, south], [east, north]] = [kept.corners[1] ?? [0, 0], kept.corners[0] ?? [0, 0]]
  await longitude.fill((east + 0.05).toFixed(6))
  await latitude.fill(((south + north) / 2).toFixed(6))
  await latitude.press('Enter')
  await form.getByRole('alert').filter({ hasText: '相交' }).waitFor()
  await form.getByRole('button', { name: '保存围栏' }).press('Enter')
  await form.getByRole('alert').filter({ hasText: '相交' }).waitFor()
  assert.equal(await longitude.inputValue(), (east + 0.05).toFixed(6)) // refused, and nothing of it lost
  for (let steps = 0; steps < 2; steps += 1) await form.getByRole('button', { name: '撤销一步' }).press('Enter')
  await form.getByRole('alert').waitFor({ state: 'detached' })
  await form.getByRole('button', { name: '去掉第 3 个' }).press('Enter')
  await form.getByText('3 个顶点').waitFor()
  await form.getByRole('button', { name: '保存围栏' }).press('Enter')
  await row.getByText('故事里的目的地').waitFor()
})

test('on a telephone a fence is drawn by thumb, a corner taken away by its button, and nothing hangs over the edge', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'guo.chengyu', path: '/fleet/fences?mode=new', size: telephone })
  const map = page.locator('.hq-map[data-ready="true"][data-drawing="true"]')
  await map.waitFor()
  const form = page.getByRole('complementary', { name: '围栏内容' })
  for (const [nth, [x, y]] of ([[0.3, 0.3], [0.6, 0.6], [0.6, 0.3], [0.3, 0.6]] as const).entries()) {
    const box = await map.boundingBox()
    assert.ok(box)
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
    await form.getByText(`${nth + 1} 个顶点`).waitFor()
  }
  await form.getByRole('alert').filter({ hasText: '相交' }).waitFor()
  await form.locator('.fl-corners summary').click()
  await form.getByRole('button', { name: '去掉第 4 个' }).click()
  await form.getByText('3 个顶点').waitFor()
  await form.getByRole('alert').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
  await (await browser()).screenshot({ page, name: 'fence-telephone' })
  await form.getByRole('button', { name: '放弃' }).click()
})

test('from an alarm to its inquiry: the way is on the map, the playback begins at that moment, and what was found is entered', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'guo.chengyu', path: '/alarms', size: desk })
  const link = page.locator('.hq-alarm').filter({ hasText: '封存期间行驶' }).getByRole('link', { name: /^FC-/ }).first()
  await link.click()
  await page.waitForURL(/\/matters\/fleet\.inquiry\/FC-/)
  const where = page.getByRole('region', { name: '当时在哪里' })
  await where.locator('.hq-map[data-ready="true"]').waitFor()
  await where.getByText('没有派车单，也没有批准的长期用车。').waitFor()
  assert.equal(await page.getByText('fleet.movement').count(), 0, 'an id of the house is shown to a reader')
  await (await browser()).screenshot({ page, name: 'inquiry-evidence' })
  const inquiry = page.url()
  await page.evaluate(() => localStorage.setItem('houqin.preferences', JSON.stringify({ locale: 'en', theme: 'system', large: false })))
  await page.reload()
  await page.getByRole('heading', { level: 1, name: /: Driving while immobilised, at [\d.]+ km\/h, \d{4}-\d\d-\d\d \w{3} / }).waitFor()
  await page.getByText(/Source: 《.*》/).first().waitFor()
  await page.getByText('The system').first().waitFor()
  await page.evaluate(() => localStorage.setItem('houqin.preferences', JSON.stringify({ locale: 'zh', theme: 'system', large: false })))
  await page.reload()
  const playback = where.getByRole('link', { name: '轨迹回放' }).first()
  const at = new URL((await playback.getAttribute('href')) ?? '', inquiry).searchParams.get('at')
  assert.ok(at)
  await playback.click()
  await page.locator('.fl-course').waitFor()
  assert.equal(new URL(page.url()).searchParams.get('at'), at)
  const moment = page.getByRole('list', { name: '停留和告警' }).getByRole('listitem').filter({ hasText: '封存期间行驶' }).first()
  await moment.getByRole('button').click()
  await moment.getByRole('link', { name: new URL(inquiry).pathname.split('/').at(-1) ?? '' }).click()
  await page.waitForURL(inquiry)
  await page.goto(inquiry)
  await where.getByRole('link', { name: '确因工作的，补办用车手续' }).click()
  await page.getByRole('radio', { name: '应急用车补办' }).waitFor()
  await page.goto(inquiry)
  await page.getByRole('button', { name: '登记结论' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('未经批准用车', { exact: true }).click()
  await sheet.getByLabel('情况说明').fill('未办手续接送客人，已批评并停驶')
  await sheet.getByRole('button', { name: '登记结论' }).click()
  await page.getByText('已核查').first().waitFor()
})

test('the auditor reads which refuellings do not fit, and is not sent to an inquiry he may not start; the officer is', async (t) => {
  const { openAs } = await demonstration()
  for (const [username, offered] of [['zheng.liqun', false], ['guo.chengyu', true]] as const) {
    const page = await openAs({ test: t, username, path: '/fleet/refuelling', size: desk })
    await page.locator('.hq-finding').first().waitFor()
    assert.equal(await page.getByRole('link', { name: /^去办/ }).count() > 0, offered, username)
  }
})
