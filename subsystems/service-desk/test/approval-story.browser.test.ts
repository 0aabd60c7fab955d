// The approval story 审批办理: a route changed while matters run, a signature by finger, several agreed to in one go, two fast taps, two at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const purchases = '/api/matters/service-desk.purchase'
const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `approval-story-${name}` })
}

test('the route of small purchases is changed while some wait: those keep theirs, the next one is signed by hand', async (t) => {
  const { openAs } = await demonstration()

  // 陈志强 asks for two small purchases; the form has told him who will decide.
  const worker = await openAs({ test: t, username: 'chen.zhiqiang', path: '/matters/service-desk.purchase/new', size: telephone })
  await worker.getByRole('region', { name: '谁来审' }).getByText('不满 2000 元').waitFor()
  await look(worker, '1-who-will-decide')
  const first = await askFor(worker, '走查：换十个灯泡')
  const second = await askFor(worker, '走查：换一把锁')
  const tapped = await askFor(worker, '走查：换一个水阀')

  // 许静 lets the next ones be signed by hand, by 孙晓雯 or 顾明远, whoever is first.
  const officer = await openAs({ test: t, username: 'xu.jing', path: '/approval/routes', size: desk })
  const table = officer.getByRole('table', { name: '采购维修材料 · 报批' })
  await table.getByRole('row', { name: /不满 2000 元/ }).getByRole('button', { name: '修改' }).click()
  const sheet = officer.getByRole('dialog')
  await sheet.getByRole('combobox', { name: '签名' }).click()
  await officer.getByTitle('当场手写签名').click()
  await look(officer, '2-route')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  await table.getByRole('row', { name: /不满 2000 元.*当场手写签名/ }).waitFor()
  const third = await askFor(worker, '走查：换三米水管')

  // The running ones have no signature in their route, the new one has: both on the asker's screen.
  await worker.goto(new URL(`/matters/service-desk.purchase/${first}`, worker.url()).href)
  await worker.getByRole('row', { name: /服务科审核 或签.*孙晓雯/ }).waitFor()
  assert.equal(await worker.getByRole('region', { name: '审批', exact: true }).getByText('当场手写签名').count(), 0)
  await worker.goto(new URL(`/matters/service-desk.purchase/${third}`, worker.url()).href)
  await worker.getByRole('row', { name: /服务科审核 或签 · 当场手写签名/ }).waitFor()

  // 孙晓雯 agrees to three in one go on her telephone: two are done, one must be signed.
  const section = await openAs({ test: t, username: 'sun.xiaowen', path: '/inbox', size: telephone })
  await section.getByRole('button', { name: '批量同意' }).click()
  for (const what of [/换十个灯泡/, /换一把锁/, /换三米水管/]) await section.getByRole('checkbox', { name: what }).check()
  await look(section, '3-several')
  await section.getByRole('button', { name: '同意所选 3 件' }).click()
  await section.getByText('2 件已同意，1 件没有办成。').waitFor()
  await section.getByRole('dialog').getByRole('listitem').filter({ hasText: '换三米水管' }).getByText(/要当场手写签名/).waitFor()
  await look(section, '4-outcomes')

  // She opens that one and signs with a finger.
  await section.getByRole('dialog').getByRole('link', { name: /换三米水管/ }).click()
  await section.getByRole('button', { name: '同意', exact: true }).click()
  const dialog = section.getByRole('dialog')
  await dialog.getByRole('button', { name: '同意', exact: true }).click()
  await dialog.getByText(/请在框内手写后再同意/).waitFor()
  await write(section)
  await look(section, '5-signing')
  await dialog.getByRole('button', { name: '同意', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await section.getByRole('button', { name: '看签署内容' }).click()
  await section.getByText('以下内容与签署时一致').waitFor()
  await look(section, '6-signed')
  await section.keyboard.press('Escape')

  // Two fast taps on 同意 are one decision and no error.
  await section.goto(new URL(`/matters/service-desk.purchase/${tapped}`, section.url()).href)
  await section.getByRole('button', { name: '同意', exact: true }).click()
  await section.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).dblclick()
  await section.getByRole('dialog').waitFor({ state: 'detached' })
  await section.getByText('待采购').first().waitFor()
  const { timeline } = (await (await section.request.get(new URL(`${purchases}/${tapped}`, section.url()).href)).json()) as { timeline: { label: string }[] }
  assert.equal(timeline.filter(({ label }) => label === '报批 · 同意').length, 1)
  for (const number of [first, second]) assert.equal(await stateOf(section, number), 'approved')
})

test('two approvers of one 或签 at once: one decides, the other is told who was faster', async (t) => {
  const { openAs } = await demonstration()
  const officer = await openAs({ test: t, username: 'xu.jing', path: '/approval/routes', size: desk })
  const worker = await openAs({ test: t, username: 'chen.zhiqiang', path: '/inbox', size: telephone })
  await twoMayDecide(officer)
  const number = await askFor(worker, '走查：两人同时审', '25000')
  const pages = await Promise.all(['sun.xiaowen', 'gu.mingyuan'].map(async (username) => {
    const page = await openAs({ test: t, username, path: `/matters/service-desk.purchase/${number}`, size: telephone, expectedErrors: [/409/] })
    await page.getByRole('button', { name: '同意', exact: true }).click()
    return page
  }))
  await Promise.all(pages.map((page) => page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()))
  const told = await Promise.all(pages.map(async (page) => {
    const sheet = page.getByRole('dialog')
    const words = sheet.getByText(/已于 .* 办理/)
    await Promise.race([words.waitFor(), sheet.waitFor({ state: 'detached' })])
    return words.count()
  }))
  assert.deepEqual(told.toSorted((a, b) => a - b), [0, 1], 'one is done, and one reads who was faster')
  await look(pages[told.indexOf(1)] ?? pages[0] ?? worker, '7-slower')
})

/** A small purchase, asked for and handed in by whoever looks at `page`. @returns its number. */
async function askFor(page: Page, what: string, amount = '800'): Promise<string> {
  const post = await writerOf(page)
  const sites = await (await page.request.get(new URL('/api/registers/places.site?q=机关大院', page.url()).href)).json() as { rows: { id: string }[] }
  const asked = await post<{ number: string; version: number }>(purchases, { input: { what, site: sites.rows[0]?.id, manner: 'mall' } })
  await post(`${purchases}/${asked.number}/steps/submit`, { input: { amount }, version: asked.version })
  return asked.number
}
async function twoMayDecide(page: Page): Promise<void> {
  const post = await writerOf(page)
  const { rows } = await (await page.request.get(new URL('/api/approval/routes', page.url()).href)).json() as { rows: { id: string; version: number; amountFrom: string | null; state: string }[] }
  const row = rows.find(({ amountFrom, state }) => amountFrom === '20000' && state === 'in-force')
  const who = [{ role: 'service-desk.officer' }, { role: 'people.bureau-leader' }]
  await post(`/api/approval/routes/${row?.id}`, { stages: [{ title: '服务科或局领导', mode: 'any', who }] }, { method: 'PATCH', version: row?.version ?? 0 })
}
/** Writes as whoever looks at `page`. */
async function writerOf(page: Page): Promise<<Body>(path: string, data: object, how?: { method?: string; version?: number }) => Promise<Body>> {
  const { csrf } = (await (await page.request.get(new URL('/api/me', page.url()).href)).json()) as { csrf: string }
  return async <Body>(path: string, data: object, { method = 'POST', version }: { method?: string; version?: number } = {}): Promise<Body> => {
    const headers = { 'x-csrf-token': csrf, ...(version !== undefined && { 'if-match': `"${version}"` }) }
    const answer = await page.request.fetch(new URL(path, page.url()).href, { method, data, headers })
    assert.ok(answer.ok(), await answer.text())
    return (await answer.json()) as Body
  }
}
async function stateOf(page: Page, number: string): Promise<string> {
  return ((await (await page.request.get(new URL(`${purchases}/${number}`, page.url()).href)).json()) as { state: string }).state
}
async function write(page: Page): Promise<void> {
  const box = await page.getByLabel('签名框').boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + 40, box.y + 40)
  await page.mouse.down()
  for (const [x, y] of [[120, 80], [60, 100], [200, 50], [260, 100]] as const) await page.mouse.move(box.x + x, box.y + y, { steps: 5 })
  await page.mouse.up()
}
