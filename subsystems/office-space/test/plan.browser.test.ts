// A floor in the browser 楼层平面图: drawn, coloured, somebody found and flown to, a room pressed, another day looked at; on a telephone as well.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { comparePicture } from '@houqin/demonstration/picture'
import { browser } from '@houqin/testing'

interface Found { readonly rows: readonly { readonly person: { readonly name: string }; readonly room: { readonly name: string } }[] }
/** A picture of the floor as it is drawn, in the colours of its legend. */
const picture = (name: string): Parameters<typeof comparePicture>[1] => ({ file: new URL(`pictures/${name}.txt`, import.meta.url), drawn: { canvas: '.os-floor .hq-plan canvas', legend: '.os-legend li' } })

test('an officer finds somebody on the plan, is flown to the room and reads whose it is', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'he.wei', path: '/office-space/plan', size: desk })
  await page.locator('.hq-plan[data-ready="true"] canvas').waitFor()
  await page.getByRole('list', { name: '图例' }).getByText('机关事务局').waitFor()
  await (await browser()).screenshot({ page, name: 'floor-plan' })
  await comparePicture(page, picture('plan-by-organ.desk'))
  await page.getByText('看超标', { exact: true }).click()
  await page.getByRole('list', { name: '图例' }).getByText('不超标').waitFor()
  await page.waitForURL(/by=over/)
  await comparePicture(page, picture('plan-over.desk'))
  await (await browser()).screenshot({ page, name: 'floor-plan-over' })

  const find = page.getByRole('searchbox', { name: '找人' })
  const answered = page.waitForResponse((response) => response.url().includes('/api/office-space/seats'))
  await find.fill('王')
  const { rows } = (await (await answered).json()) as Found
  const [first] = rows
  assert.ok(first)
  await page.locator('.os-find button').first().click()
  const card = page.locator('.os-room')
  await card.getByRole('link', { name: first.person.name, exact: true }).first().waitFor()
  await card.getByText(/使用面积 [\d.]+ ㎡,图上 [\d.]+ ㎡/).waitFor()
})

test('a room that is too large for who sits there is pressed on the plan, and the clause it breaks is told', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'he.wei', path: '/office-space/plan', size: desk })
  await page.locator('.hq-plan[data-ready="true"] canvas').waitFor()
  const found = await page.evaluate<{ floor: string; room: string; number: string } | null>(`(async () => {
    const { rows } = await (await fetch('/api/office-space/floors')).json()
    for (const { id } of rows) {
      const { rooms } = await (await fetch('/api/office-space/floors/' + id + '/plan')).json()
      const one = rooms.find(({ over }) => over.length > 0)
      if (one) return { floor: id, room: one.room.id, number: one.number }
    }
    return null
  })()`)
  assert.ok(found, 'no room of the demonstration is too large')
  await page.goto(new URL(`/office-space/plan?floor=${found.floor}&room=${found.room}&by=over`, page.url()).href)
  const card = page.locator('.os-room')
  await card.locator('.os-over').first().waitFor()
  const canvas = page.locator('.hq-plan[data-ready="true"][data-still="true"] canvas')
  await canvas.waitFor()
  await canvas.click({ position: { x: 12, y: 12 } })
  await card.waitFor({ state: 'detached' })
  const box = await canvas.boundingBox()
  assert.ok(box)
  await canvas.click({ position: { x: box.width / 2, y: box.height / 2 } })
  await card.getByRole('heading', { name: found.number }).waitFor()
  await card.getByRole('link', { name: '依据' }).first().click()
  await page.waitForURL(/standards/)
})

test('the day is dragged back a year, on a telephone, and nothing hangs over the edge', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'liu.min', path: '/office-space/plan', size: telephone })
  await page.locator('.hq-plan[data-ready="true"] canvas').waitFor()
  await comparePicture(page, picture('plan-by-organ.phone'))
  const answered = page.waitForResponse((response) => response.url().includes('/plan?day=2025-11-24'))
  await page.getByRole('slider', { name: '拖动看过去一年' }).fill('0')
  assert.equal((await answered).status(), 200)
  await comparePicture(page, picture('plan-a-year-ago.phone'))
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
  await (await browser()).screenshot({ page, name: 'floor-plan-telephone' })
})

test('an officer changes a floor on the plan: a room renamed, undone and done again, and the draft is still there after a reload', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'he.wei', path: '/office-space/plan', size: desk })
  await page.locator('.hq-plan[data-ready="true"] canvas').waitFor()
  await page.getByRole('button', { name: '在图上修改' }).click()
  const canvas = page.locator('.os-edit .hq-plan[data-ready="true"] canvas').first()
  await canvas.waitFor()
  const count = page.getByText(/^共 \d+ 间/)
  const before = await count.textContent()
  const box = await canvas.boundingBox()
  assert.ok(box)
  const number = page.getByLabel('房号', { exact: true })
  // the corridor lies in the middle; rooms are above it and below
  for (const share of [0.45, 0.4, 0.55, 0.35, 0.6]) {
    await canvas.click({ position: { x: box.width / 2, y: box.height * share } })
    if (await number.waitFor({ timeout: 5_000 }).then(() => true, () => false)) break
  }
  const old = await number.inputValue()
  await number.fill('999')
  await page.getByRole('button', { name: '改好' }).click()
  const undo = page.getByRole('button', { name: /撤\s*销/ })
  await undo.click()
  await page.getByRole('button', { name: /重\s*做/ }).click()
  await page.reload()
  await page.getByRole('button', { name: '接着改' }).click()
  await page.locator('.os-edit .hq-plan[data-ready="true"] canvas').first().waitFor()
  assert.equal(await count.textContent(), before)
  assert.notEqual(old, '999')
  const kept = await page.evaluate<string>(`JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('plan-draft')).map(([, value]) => JSON.parse(value).rooms.map(({ code }) => code)))`)
  assert.match(kept, /"999"/)
})
