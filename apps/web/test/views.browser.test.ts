// 列表: a view kept by name and opened again, several rows done at once with what became of each, and a look that follows the account.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'

const { address, openAs } = await demonstration()
const rooms = '/registers/places.room'

test('a list is kept under a name, opened from another page, and dropped', async (t) => {
  const page = await openAs({ test: t, username: 'he.wei', path: `${rooms}?where.use=service&sort=-area`, size: desk })
  const dialog = page.getByRole('dialog', { name: '我的视图' })
  await page.getByRole('button', { name: '视图', exact: true }).click()
  await dialog.getByLabel('把现在看到的存为').fill('最大的服务用房')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByRole('button', { name: '最大的服务用房', exact: true }).waitFor()
  await page.goto(`${address}${rooms}`)
  await page.getByRole('button', { name: '视图', exact: true }).click()
  await dialog.getByRole('button', { name: '最大的服务用房', exact: true }).click()
  await page.waitForURL((url) => url.searchParams.get('where.use') === 'service' && url.searchParams.get('sort') === '-area')
  await page.getByRole('button', { name: '视图', exact: true }).click()
  await dialog.getByRole('button', { name: '删除视图 最大的服务用房' }).click()
  await dialog.getByRole('button', { name: '最大的服务用房', exact: true }).waitFor({ state: 'detached' })
})

test('several rows are taken out of use, the one somebody changed meanwhile is told in words, and all are brought back', async (t) => {
  const page = await openAs({ test: t, username: 'he.wei', path: '/', size: desk, expectedErrors: [/status of 4(09|12)/] })
  const { csrf } = await (await page.request.get(`${address}/api/me`)).json() as { csrf: string }
  const area = '/api/registers/places.outdoor-area'
  const send = async (path: string, data: object, version?: number) =>
    page.request.post(`${address}${area}${path}`, { data, headers: { 'x-csrf-token': csrf, 'idempotency-key': crypto.randomUUID(), ...(version !== undefined && { 'if-match': `"${version}"` }) } })
  const sites = await (await page.request.get(`${address}/api/registers/places.site?limit=1`)).json() as { rows: { id: string }[] }
  const mark = `批量${Math.random().toString(36).slice(2, 8)}`
  const rows: { id: string; version: number }[] = []
  for (const name of ['甲', '乙']) {
    const made = await send('', { name: `${mark}${name}`, site: sites.rows[0]?.id, kind: 'green', area: '1' })
    assert.equal(made.status(), 201, await made.text())
    rows.push(await made.json() as { id: string; version: number })
  }
  await page.goto(`${address}/registers/places.outdoor-area?q=${encodeURIComponent(mark)}`)
  const table = page.getByRole('table')
  await table.getByRole('link', { name: `${mark}甲` }).first().waitFor()
  await table.getByRole('checkbox', { name: '全选已载入的' }).check()
  const [faster] = rows
  assert.ok(faster)
  assert.ok((await send(`/${faster.id}/retire`, { reason: '别人先办了' }, faster.version)).ok())
  await page.getByRole('button', { name: '批量办理' }).click()
  await page.getByRole('region', { name: '已选' }).getByRole('button', { name: '停用' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').fill('测试')
  await dialog.getByRole('button', { name: '停用' }).click()
  await dialog.getByText('1 条办成，1 条没有办成。').waitFor()
  await dialog.getByRole('button', { name: '知道了' }).click()
  await page.getByRole('region', { name: '已选' }).waitFor({ state: 'detached' })
})

test('large type and dark are chosen under one’s name and follow to the telephone, where nothing overlaps', async (t) => {
  const page = await openAs({ test: t, username: 'fan.rui', path: '/', size: desk })
  await page.getByRole('button', { name: '范睿' }).click()
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/display') && answer.ok())
  await page.locator('label', { hasText: '大字' }).click()
  await kept
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor()
  const phone = await openAs({ test: t, username: 'fan.rui', path: '/', size: telephone })
  await phone.waitForFunction(() => document.documentElement.style.getPropertyValue('--hq-font') === '20px')
  for (const path of ['/', '/inbox', '/me']) {
    await phone.goto(`${address}${path}`)
    await phone.getByRole('navigation', { name: '主导航' }).waitFor()
    assert.ok((await phone.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width, path)
  }
  await phone.locator('label', { hasText: '标准' }).click()
  await phone.waitForFunction(() => document.documentElement.style.getPropertyValue('--hq-font') !== '20px')
})

test('in English a row is called in English where it stands and where it is pointed to, and what is only counted is its figure; a page that is refused keeps its heading', async (t) => {
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/', size: desk })
  await page.evaluate(() => localStorage.setItem('houqin.preferences', JSON.stringify({ locale: 'en', theme: 'system', large: false })))
  await page.goto(`${address}/registers/fleet.insurance`)
  await page.getByRole('link', { name: /^苏.* Compulsory \d{4}-\d\d-\d\d$/ }).first().waitFor()
  await page.goto(`${address}/registers/fleet.card`)
  await page.getByRole('link', { name: /^Card \d+$/ }).first().waitFor()
  await page.goto(`${address}/registers/people.organ`)
  await page.getByRole('row').nth(1).waitFor()
  assert.equal(await page.getByRole('cell', { name: /^\d+ 名$/ }).count(), 0)
  const refused = await openAs({ test: t, username: 'liu.min', path: '/places/plans', size: telephone, expectedErrors: [/status of 403/] })
  await refused.getByRole('heading', { level: 1, name: '周期计划' }).waitFor()
})
