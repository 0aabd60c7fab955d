// A base map by configuration 底图配置: Tianditu over the wire it really speaks, tiles of one's own in GCJ-02, and what is seen when they do not come.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { demonstration, desk } from '@houqin/demonstration'
import { toGcj02 } from '@houqin/gateway'
import { startServer } from '@houqin/server'
import { startChromium } from '@houqin/testing/chromium'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { discColour, ownTiles, tianditu, tiandituHost } from './map-server.ts'
import type { Degrees } from './map-server.ts'

const key = '0123456789abcdef0123456789abcdef'
interface Seen { readonly rows: readonly { readonly vehicle: string; readonly longitude: number | null; readonly latitude: number | null }[] }
interface StoryTest { after(done: () => Promise<unknown>): void }

/** One more server on the demonstration's database, set up as told. */
async function served(t: StoryTest, settings: Readonly<Record<string, string>>): Promise<string> {
  const { databaseUrl, dataFolder } = await demonstration()
  Object.assign(process.env, settings)
  const server = await startServer({
    databaseUrl, port: 0, host: '127.0.0.1', tls: { kind: 'off' }, demo: true, worldDate: '2026-11-24', worldLives: false, dataFolder,
    consoleFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)), log: () => undefined, progress: () => undefined,
  })
  t.after(async () => {
    for (const name of Object.keys(settings)) delete process.env[name]
    await server.close()
  })
  return server.address
}
async function asks(address: string, username: string, path: string): Promise<Response> {
  const session = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'Qingxi-2026' }) })
  const { token } = (await session.json()) as { token: string }
  return fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } })
}
/** A car that stands, by any server's word. */
async function standing(): Promise<Degrees & { readonly vehicle: string }> {
  const { address } = await demonstration()
  const { rows } = (await (await asks(address, 'guo.chengyu', '/api/fleet/positions')).json()) as Seen
  const [car] = rows.flatMap(({ vehicle, longitude, latitude }) => (longitude === null || latitude === null ? [] : [{ vehicle, longitude, latitude }]))
  assert.ok(car, 'no car has a place')
  return car
}
async function pageOf(t: StoryTest, address: string, ...flags: readonly string[]): Promise<Page> {
  const chrome = await startChromium(...flags)
  t.after(() => chrome.close())
  const page = await (await chrome.newContext({ viewport: desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ignoreHTTPSErrors: true, reducedMotion: 'reduce' })).newPage()
  const answer = await page.request.post(`${address}/api/session`, { data: { username: 'guo.chengyu', password: 'Qingxi-2026' } })
  assert.ok(answer.ok())
  return page
}

/** How far the middle of what was drawn is from the middle of the map, in pixels; undefined while nothing of it is there. */
async function discOff(page: Page): Promise<readonly [x: number, y: number] | undefined> {
  const { width, height, data } = PNG.sync.read(await page.locator('.hq-map').screenshot())
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      if (!discColour.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 40)) continue
      ;[left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)]
    }
  return right - left < 60 ? undefined : [(left + right) / 2 - width / 2, (top + bottom) / 2 - height / 2]
}
async function liesUnderTheCar(page: Page): Promise<void> {
  let off: readonly [number, number] | undefined
  for (let looks = 0; looks < 60; looks += 1) {
    off = await discOff(page)
    if (off && Math.hypot(...off) < 4) return
    await page.waitForTimeout(250)
  }
  assert.fail(off ? `what the tiles draw lies ${off.join(', ')} pixels beside the car` : 'nothing of the tiles is on the map')
}
const away = (page: Page) => page.locator('.hq-map-note').filter({ hasText: '底图没有取到' })

test('Tianditu by its key: both layers lie on the map where the cars are, the page may fetch from no other host, and a key that is used up or wrong leaves the plain map with a sentence', async (t) => {
  const car = await standing()
  let [known, origin] = [key, '']
  const map = await tianditu({ place: car, key: () => known, origin: () => origin })
  t.after(() => map.close())
  const address = await served(t, { HOUQIN_TIANDITU_KEY: ` ${key}\n` }) // as it is copied
  origin = address
  const page = await pageOf(t, address, `--host-resolver-rules=MAP ${tiandituHost}:443 127.0.0.1:${map.port}`)
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  const front = await page.goto(`${address}/fleet/now?car=${car.vehicle}`)
  assert.match(front?.headers()['content-security-policy'] ?? '', new RegExp(`img-src 'self' data: blob: https://${tiandituHost.replaceAll('.', '\\.')};`))
  await page.locator('.hq-map[data-ready="true"]').waitFor()
  await liesUnderTheCar(page)
  assert.deepEqual([...new Set(map.given.map(({ pathname }) => pathname))].toSorted(), ['/cva_w/wmts', '/vec_w/wmts'])
  assert.deepEqual(map.refused.map(String), [])
  assert.deepEqual([...new Set(asked.map((one) => new URL(one)).filter(({ protocol }) => protocol.startsWith('http')).map((one) => one.origin))].toSorted(), [`https://${tiandituHost}`, address].toSorted())
  assert.equal(await page.getByText('天地图', { exact: true }).count(), 1, 'whose map it is stands nowhere')
  assert.equal(await away(page).count(), 0)
  // the key is told with the ground alone, and to those alone who may see the map
  assert.ok(asked.filter((one) => one.includes(key)).every((one) => one.startsWith(`https://${tiandituHost}/`)))
  assert.ok(!(await page.content()).includes(key))
  assert.equal((await asks(address, 'liu.min', '/api/fleet/ground')).status, 403)

  known = 'used up for today'
  for (let steps = 0; steps < 4 && !(await away(page).isVisible()); steps += 1) {
    await page.locator('.hq-map .ol-zoom-out').click()
    await page.waitForTimeout(500)
  }
  await away(page).waitFor()
  assert.equal(await discOff(page), undefined, 'what was fetched before stands on as if it were the map')
  await page.goto(`${address}/fleet/fences`)
  await away(page).waitFor()
  assert.equal(await page.locator('.hq-map-by').count(), 0)
})

test('tiles of a bureau’s own: bent where they are drawn in GCJ-02, shown larger from nearer by, and the plain map when nobody answers', async (t) => {
  const car = await standing()
  const map = await ownTiles({ place: toGcj02(car), closest: 15 })
  t.after(() => map.close())
  const address = await served(t, { HOUQIN_MAP_TILES: `http://127.0.0.1:${map.port}/{z}/{x}/{y}.png`, HOUQIN_MAP_COORDINATES: 'gcj02', HOUQIN_MAP_ZOOM: '15', HOUQIN_MAP_BY: '区测绘院 审图号 苏S（2026）1号' })
  const page = await pageOf(t, address)
  await page.goto(`${address}/fleet/now?car=${car.vehicle}`)
  await page.locator('.hq-map[data-ready="true"]').waitFor()
  await liesUnderTheCar(page)
  await page.getByText('区测绘院 审图号 苏S（2026）1号').waitFor()
  assert.deepEqual(map.refused.map(String), [], 'tiles were asked for that are not there')
  await map.close()
  await page.goto(`${address}/fleet/fences`)
  await away(page).waitFor()
})
