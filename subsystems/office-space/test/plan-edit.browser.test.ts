// A floor changed on the plan 修改楼层图: rooms drawn onto the corners of others, corners dragged, split, joined, undone; a scanned sheet laid under and brought to scale.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk } from '@houqin/demonstration'
import { outlineArea } from '@houqin/dxf'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

type Point = readonly [x: number, y: number]
interface Drawn { readonly code: string; readonly ring: readonly Point[]; readonly holes: readonly (readonly Point[])[] }
interface Floors { readonly rows: readonly { readonly id: string }[] }
interface Plan { readonly rooms: readonly { readonly ring: readonly Point[] }[] }
/** Nearer than this something drawn falls onto what is there, pixels; the story stays away by this much. */
const off = 5
const patience = 60_000

test('a room is drawn onto the corners of its neighbours, its corner dragged onto another, a room split, joined again, and undone', async (t) => {
  const { page, rows: [above, below], at, kept, count } = await editor(t)
  const tool = (name: string): Promise<void> => page.getByText(name, { exact: true }).click()
  const before = await count()
  const [first, second] = above
  const [facing] = below
  assert.ok(first && second && facing)
  const [upperLeft, upperRight, lowerLeft] = [[left(first), bottom(first)], [right(second), bottom(second)], [left(facing), top(facing)]] as const satisfies readonly Point[]

  // three corners lie beside those of others, the fourth on a wall
  await tool('画房间')
  for (const [x, y, wayX, wayY] of [[...upperLeft, off, -off], [...upperRight, -off, -off], [right(first), lowerLeft[1], 0, off]] as const) await press(page, at, [x, y], [wayX, wayY])
  const [endX, endY] = at(lowerLeft)
  await page.mouse.dblclick(endX + off, endY + off)
  await reads(count, before + 1)
  const [drawn] = (await kept()).slice(-1)
  assert.ok(drawn)
  for (const corner of [upperLeft, upperRight, lowerLeft]) assert.ok(has(drawn, corner), `${String(corner)} is not a corner of ${JSON.stringify(drawn.ring)}`)
  assert.equal(drawn.ring.find(([x]) => near(x, right(first)))?.[1], lowerLeft[1], 'drawn onto the wall')

  await tool('拖顶点')
  const to: Point = [right(facing), top(facing)]
  const [fromX, fromY] = at([right(first), lowerLeft[1]])
  const [toX, toY] = at(to)
  await page.mouse.move(fromX, fromY)
  await page.mouse.down()
  await page.mouse.move((fromX + toX) / 2, fromY + 30, { steps: 4 })
  await page.mouse.move(toX - off, toY + off, { steps: 4 })
  await page.mouse.up()
  await until(async () => has((await kept()).at(-1), to), 'the corner is where its neighbour has one')
  await (await browser()).screenshot({ page, name: 'floor-plan-drawn' })
  await page.getByRole('button', { name: /撤\s*销/ }).click()
  await until(async () => !has((await kept()).at(-1), to), 'the corner is back')

  await tool('拆分')
  const code = (await kept()).find(({ ring }) => sameRing(ring, second))?.code ?? ''
  const middle = (left(second) + right(second)) / 2
  await press(page, at, [middle, top(second)], [0, -20])
  const [cutX, cutY] = at([middle, bottom(second)])
  await page.mouse.dblclick(cutX, cutY + 14)
  await reads(count, before + 2)
  const parts = (await kept()).filter(({ ring }) => ring.every(([x, y]) => x >= left(second) - 0.001 && x <= right(second) + 0.001 && y >= bottom(second) - 0.001 && y <= top(second) + 0.001))
  assert.equal(parts.length, 2)
  const whole = Number(outlineArea({ ring: second, holes: [] }))
  assert.ok(Math.abs(parts.reduce((sum, part) => sum + Number(outlineArea(part)), 0) - whole) < 0.015, 'nothing is lost between the two')
  assert.deepEqual(parts.map((part) => part.code).toSorted(), ['', code].toSorted(), 'one keeps the number')

  await page.getByRole('button', { name: '合并选中的两间' }).click()
  await reads(count, before + 1)
  const joined = (await kept()).find((room) => room.code === code)
  assert.ok(joined)
  assert.equal(Number(outlineArea(joined)), whole)
  for (const remaining of [before + 2, before + 1, before]) {
    await page.getByRole('button', { name: /撤\s*销/ }).click()
    await reads(count, remaining)
  }
})

test('a scanned sheet is laid under the plan and brought to scale by two points whose distance is known', async (t) => {
  const { page, rows: [above, below], at } = await editor(t)
  const [first] = above
  const [facing] = below
  assert.ok(first && facing)
  const scan = Buffer.from((await page.evaluate<string>(`(() => {
    const sheet = document.createElement('canvas')
    ;[sheet.width, sheet.height] = [400, 600]
    const pen = sheet.getContext('2d')
    pen.fillStyle = '#c0f'
    pen.fillRect(0, 0, 400, 600)
    return sheet.toDataURL('image/png').split(',')[1]
  })()`)), 'base64')
  await page.getByLabel('底图', { exact: true }).setInputFiles({ name: '扫描图.png', mimeType: 'image/png', buffer: scan })
  const scale = page.getByRole('button', { name: '两点定比例' })
  await scale.click()
  // 400 dots of an A3 sheet at 150 dots an inch, 1 : 100, until it is told better
  const guessed = 400 * (0.0254 / 150) * 100
  const shows = (where: Point): Promise<boolean> => isPurple(page, at(where))
  // between the rows, where no room covers it
  const corridor = (bottom(first) + top(facing)) / 2
  const [inside, outside]: [Point, Point] = [[guessed / 2, corridor], [guessed * 1.5, corridor]]
  await until(() => shows(inside), 'the sheet lies under the plan')
  assert.equal(await shows(outside), false)
  await press(page, at, [left(first), top(first)], [0, -24])
  const [endX, endY] = at([left(first) + 4, top(first)])
  await page.mouse.dblclick(endX, endY - 24)
  await page.getByLabel('这两点实际相距（米）').fill('8')
  await page.getByRole('button', { name: /定\s*下/ }).click()
  await until(() => shows(outside), 'the sheet is twice as large')
  await page.getByRole('button', { name: '撤底图' }).click()
  await until(async () => !(await shows(inside)), 'the sheet is gone')
})

test('an officer changes a floor on the plan: a room renamed, undone and done again, and the draft is still there after a reload', async (t) => {
  const { page, rows: [above], at, kept, count } = await editor(t)
  const [room] = above
  assert.ok(room)
  const before = await count()
  await press(page, at, [(left(room) + right(room)) / 2, (bottom(room) + top(room)) / 2], [0, 0])
  const number = page.getByLabel('房号', { exact: true })
  const old = await number.inputValue()
  await number.fill('999')
  await page.getByRole('button', { name: '改好' }).click()
  await until(async () => (await kept()).some(({ code }) => code === '999'), 'the new number is kept')
  await page.getByRole('button', { name: /撤\s*销/ }).click()
  await until(async () => (await kept()).every(({ code }) => code !== '999'), 'the new number is undone')
  await page.getByRole('button', { name: /重\s*做/ }).click()
  await page.reload()
  await page.getByRole('button', { name: '接着改' }).click()
  await page.locator('.os-edit .hq-plan[data-ready="true"] canvas').first().waitFor()
  assert.equal(await count(), before)
  assert.notEqual(old, '999')
  assert.ok((await kept()).some(({ code }) => code === '999'))
})

/** An officer at a floor of two rows of rooms, the upper one first, from left to right; where a place in metres stands in the window; the draft on the device. */
async function editor(t: Parameters<Awaited<ReturnType<typeof demonstration>>['openAs']>[0]['test']) {
  const { openAs, address } = await demonstration()
  const page = await openAs({ test: t, username: 'he.wei', path: '/me', size: desk })
  page.setDefaultTimeout(patience)
  const read = async <T>(path: string): Promise<T> => (await (await page.request.get(`${address}/api/office-space/${path}`)).json()) as T
  for (const { id } of (await read<Floors>('floors')).rows) {
    const { rooms } = await read<Plan>(`floors/${id}/plan`)
    const rings = rooms.map(({ ring }) => ring)
    const rows = [...Map.groupBy(rings.filter((ring) => ring.length === 4), bottom).values()].map((row) => row.toSorted((a, b) => left(a) - left(b))).toSorted(([a], [b]) => (b ? bottom(b) : 0) - (a ? bottom(a) : 0))
    const [above = [], below = []] = rows
    if (rows.length !== 2 || above.length < 4 || below.length < 4 || above.length + below.length !== rings.length) continue
    await page.goto(`${address}/office-space/plan/edit?floor=${id}`)
    const canvas = page.locator('.os-edit .hq-plan[data-ready="true"] canvas').first()
    await canvas.waitFor()
    const counted = page.getByText(/^共 \d+ 间/)
    await counted.waitFor()
    const frame = await canvas.boundingBox()
    assert.ok(frame)
    // as the plan is fitted into its frame, forty pixels free around it
    const [minX, maxX, minY, maxY] = [Math.min(...rings.map(left)), Math.max(...rings.map(right)), Math.min(...rings.map(bottom)), Math.max(...rings.map(top))]
    const metre = 1 / Math.max((maxX - minX) / (frame.width - 80), (maxY - minY) / (frame.height - 80))
    const at = ([x, y]: Point): Point => [frame.x + frame.width / 2 + (x - (minX + maxX) / 2) * metre, frame.y + frame.height / 2 - (y - (minY + maxY) / 2) * metre]
    const kept = (): Promise<readonly Drawn[]> => page.evaluate<readonly Drawn[]>(`Object.entries(localStorage).filter(([key]) => key.includes('plan-draft')).flatMap(([, value]) => JSON.parse(value)?.rooms ?? [])`)
    const count = async (): Promise<number> => Number(/\d+/.exec((await counted.textContent()) ?? '')?.[0])
    return { page, rows: [above, below] as const, at, kept, count }
  }
  throw new Error('no floor of the demonstration has two rows of rooms')
}
async function press(page: Page, at: (place: Point) => Point, place: Point, [wayX, wayY]: Point): Promise<void> {
  const [x, y] = at(place)
  await page.mouse.click(x + wayX, y + wayY)
}
async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + patience
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`never: ${what}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}
async function reads(count: () => Promise<number>, wanted: number): Promise<void> {
  await until(async () => (await count()) === wanted, `${wanted} rooms`)
}
/** A dot of the window, as it is painted: more red and blue than green. */
async function isPurple(page: Page, [x, y]: Point): Promise<boolean> {
  const dot = (await page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: 1, height: 1 } })).toString('base64')
  const [red = 0, green = 0, blue = 0] = await page.evaluate<readonly number[]>(`(async () => {
    const picture = new Image()
    picture.src = 'data:image/png;base64,${dot}'
    await picture.decode()
    const pen = document.createElement('canvas').getContext('2d')
    pen.drawImage(picture, 0, 0)
    return [...pen.getImageData(0, 0, 1, 1).data]
  })()`)
  return green < red - 20 && green < blue - 20
}
const left = (ring: readonly Point[]): number => Math.min(...ring.map(([x]) => x))
const right = (ring: readonly Point[]): number => Math.max(...ring.map(([x]) => x))
const bottom = (ring: readonly Point[]): number => Math.min(...ring.map(([, y]) => y))
const top = (ring: readonly Point[]): number => Math.max(...ring.map(([, y]) => y))
const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.0002
const has = (room: Drawn | undefined, [x, y]: Point): boolean => room?.ring.some(([ownX, ownY]) => near(ownX, x) && near(ownY, y)) === true
const sameRing = (one: readonly Point[], other: readonly Point[]): boolean => one.length === other.length && one.every(([x, y], at) => near(x, other[at]?.[0] ?? NaN) && near(y, other[at]?.[1] ?? NaN))
