// A floor in the browser 楼层平面图: drawn, coloured, somebody found and flown to, a room pressed, another day looked at; on a telephone as well; printed and taken along.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { comparePicture } from '@houqin/demonstration/picture'
import { layFlat, proposeChoice, readDrawing, readGeoJson, recogniseProposed } from '@houqin/dxf'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'
import { extractText, getDocumentProxy } from 'unpdf'

interface Found { readonly rows: readonly { readonly person: { readonly name: string }; readonly room: { readonly name: string } }[] }interface FloorPlan { readonly day: string; readonly rooms: readonly { readonly number: string | null; readonly drawnArea: string; readonly ring: readonly (readonly [x: number, y: number])[] }[] }
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
  await card.getByText(/使用面积 [\d.]+ ㎡，图上 [\d.]+ ㎡/).waitFor()
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

test('a floor is printed to a sheet with legend, scale, title and every number, and the paper is gone afterwards', async (t) => {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'he.wei', path: '/office-space/plan?by=use', size: desk })
  page.setDefaultTimeout(60_000)
  const plan = await shown(page, address)
  const legend = await page.locator('.os-legend li').allTextContents()
  // no printer here: the page is printed below
  await page.evaluate("window.print = () => { document.body.dataset.asked = 'yes' }")
  await page.getByText('打印、导出', { exact: true }).click()
  await page.getByRole('button', { name: '打印 A4' }).click()
  await page.locator('body[data-asked]').waitFor({ state: 'attached' })
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const sheet = await getDocumentProxy(new Uint8Array(bytes))
  const { totalPages, text } = await extractText(sheet, { mergePages: true })
  assert.equal(totalPages, 1)
  const [, , width = 0, height = 0] = (await sheet.getPage(1)).view
  assert.deepEqual([width, height].map((points) => Math.round((points / 72) * 25.4)), [297, 210], 'A4 across, millimetres')
  const words = plain(text)
  for (const wanted of ['图名', `机关大院 1号楼 1层`, '按类别', plan.day, '图上面积合计', '何伟', ...legend]) assert.ok(words.includes(plain(wanted)), `${wanted} is not on the sheet: ${text}`)
  assert.match(words, /1:(50|1\d0|[2345]00|250|750|[12]000)/)
  for (const { number } of plan.rooms) assert.ok(number !== null && words.includes(number), `${number} is not on the sheet`)
  await page.locator('.hq-paper').waitFor({ state: 'detached' })
})

test('a floor is taken along as GeoJSON, DXF and PNG, and read again they hold the same rooms in the same areas and colours', async (t) => {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'he.wei', path: '/office-space/plan?by=use', size: desk })
  page.setDefaultTimeout(60_000)
  const { rooms } = await shown(page, address)
  const areas = rooms.map(({ number, drawnArea }) => `${number} ${drawnArea}`).toSorted()
  await page.getByText('打印、导出', { exact: true }).click()
  const take = async (kind: string): Promise<Buffer> => {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: kind, exact: true }).click()
    const file = await coming
    assert.match(file.suggestedFilename(), new RegExp(`^机关大院 1号楼 1层 \\d{4}-\\d\\d-\\d\\d\\.${kind.toLowerCase()}$`))
    return readFileSync(await file.path())
  }
  const outlines = readGeoJson(await take('GEOJSON'))
  assert.deepEqual(outlines.rooms.map(({ code, area }) => `${code} ${area}`).toSorted(), areas)
  const drawing = readDrawing(await take('DXF'))
  const sheet = layFlat(drawing)
  const { recognition } = recogniseProposed(sheet, proposeChoice(drawing, sheet))
  assert.deepEqual(recognition.rooms.map(({ code, area }) => `${code} ${area}`).toSorted(), areas)

  const picture = (await take('PNG')).toString('base64')
  const [minX, minY] = [0, 1].map((axis) => Math.min(...rooms.flatMap(({ ring }) => ring.map((point) => point[axis] ?? 0))))
  const [maxX, maxY] = [0, 1].map((axis) => Math.max(...rooms.flatMap(({ ring }) => ring.map((point) => point[axis] ?? 0))))
  // a corner of each room, where no word stands
  const places = rooms.map(({ ring }) => [Math.min(...ring.map(([x]) => x)) + 0.15 - (minX ?? 0), (maxY ?? 0) - Math.min(...ring.map(([, y]) => y)) - 0.15])
  const painted = await page.evaluate<readonly string[]>(`(async () => {
    const picture = new Image()
    picture.src = 'data:image/png;base64,${picture}'
    await picture.decode()
    const sheet = document.createElement('canvas')
    ;[sheet.width, sheet.height] = [picture.naturalWidth, picture.naturalHeight]
    const pen = sheet.getContext('2d')
    pen.drawImage(picture, 0, 0)
    const metre = picture.naturalWidth / ${(maxX ?? 0) - (minX ?? 0) + 1}
    return ${JSON.stringify(places)}.map(([x, y]) => 'rgb(' + [...pen.getImageData((x + 0.5) * metre, (y + 0.5) * metre, 1, 1).data].slice(0, 3).join(', ') + ')')
  })()`)
  const legend = await page.locator('.os-legend .os-swatch').evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
  assert.deepEqual([...new Set(painted)].toSorted(), legend.toSorted())
  assert.ok(maxY !== undefined && minY !== undefined && maxY > minY)
})

/** The plan that stands there, as the server tells it. */
async function shown(page: Page, address: string): Promise<FloorPlan> {
  await page.locator('.os-floor .hq-plan[data-ready="true"] canvas').waitFor()
  const floor = await page.getByLabel('楼层', { exact: true }).inputValue()
  return (await (await page.request.get(`${address}/api/office-space/floors/${floor}/plan`)).json()) as FloorPlan
}
/** The layout of paper breaks words anywhere. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
