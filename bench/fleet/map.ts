// The live map 车辆位置: what Chromium's main thread and the drawing beside it take while three hundred cars drive, against the same page while they stand.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { storePositions } from '@houqin/fleet/device'
import type { ReceivedPosition } from '@houqin/gateway'
import { distance, heading } from '@houqin/simulators'
import { plane, qingxiGround, qingxiRoads } from '@houqin/simulators/qingxi'
import { sql } from 'kysely'
import pg from 'pg'
import { chromium } from 'playwright-core'
import type { CDPSession, Page } from 'playwright-core'
import { rounded } from '../measured.ts'
import type { Measured } from '../measured.ts'
import { serveProduct } from '../serve.ts'
import { signIn } from '../small-house.ts'
import type { FleetHouse } from './house.ts'

const program = '/usr/bin/chromium'
const patience = 60_000
/** Metres a second; each car reports as often as a terminal does unless told, one after the other. */
const [pace, everySeconds] = [12, 10]
const views = Object.freeze([{ view: 'whole district', closer: 0, follow: false }, { view: 'three steps closer', closer: 3, follow: false }, { view: 'going along with one', closer: 0, follow: true }])

export interface Used {
  readonly seconds: number
  /** Of the processor: all of the main thread, scripts on it, and the process that draws. */
  readonly mainMs: number
  readonly scriptMs: number
  readonly drawingMs: number
  readonly longestMs: number
  readonly frames: number
}

/** @param seconds of each look. @param calm seconds until whoever stopped has glided to where he stands. */
export async function benchMap(house: FleetHouse, { seconds, calm }: { seconds: number; calm: number }): Promise<readonly Measured[]> {
  if (!existsSync(program)) throw new Error(`There is no ${program}: apt-get install chromium fonts-noto-cjk`)
  await sql`insert into fleet.ground (features, updated_at) values (${JSON.stringify(qingxiGround([]))}::jsonb, ${house.system.clock.now()})`.execute(house.system.db)
  const road = await onTheRoad(house)
  const data = mkdtempSync(join(tmpdir(), 'houqin-bench-map-'))
  try {
    const product = await serveProduct({ data, databaseUrl: house.url })
    const browser = await chromium.launch({ executablePath: program, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' })
      await context.addCookies([{ name: 'houqin_session', value: await signIn(house.system, 'fleet'), url: product.address }])
      const page = await context.newPage()
      const eye = await openLiveMap(page, product.address)
      const measured: Measured[] = []
      for (const { view, closer, follow } of views) {
        for (let step = 0; step < closer; step += 1) await page.locator('.ol-zoom-in').click()
        if (follow) {
          await page.locator('.fl-row').first().click()
          await page.getByRole('button', { name: '跟随' }).click()
        }
        await pause(calm * 1000)
        const standing = await eye(seconds)
        road.drive()
        await pause(calm * 1000)
        const moving = await eye(seconds)
        await road.stand()
        measured.push(...figuresOf(view, standing, moving))
      }
      return measured
    } finally {
      await browser.close()
      await product.stop()
    }
  } finally {
    await road.end()
    rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

function figuresOf(view: string, standing: Used, moving: Used): readonly Measured[] {
  const share = ({ mainMs, seconds }: Used): number => mainMs / seconds / 1000
  return [
    { what: `${view}: main thread busy`, value: rounded(share(moving)), unit: 'of its time', yardstick: { what: 'cars standing', value: rounded(share(standing)) }, ratio: rounded(share(moving) / share(standing)), goal: '≤ 0.25' },
    { what: `${view}: scripts alone`, value: rounded(moving.scriptMs / moving.seconds), unit: 'ms a second', yardstick: { what: 'cars standing', value: rounded(standing.scriptMs / standing.seconds) } },
    { what: `${view}: drawing without a graphics card`, value: rounded(moving.drawingMs / moving.seconds), unit: 'ms a second', yardstick: { what: 'cars standing', value: rounded(standing.drawingMs / standing.seconds) } },
    { what: `${view}: longest task (0: none of 50 ms)`, value: Math.round(moving.longestMs), unit: 'ms', yardstick: { what: 'cars standing', value: Math.round(standing.longestMs) } },
    { what: `${view}: frames`, value: rounded(moving.frames / moving.seconds), unit: 'a second', yardstick: { what: 'cars standing', value: rounded(standing.frames / standing.seconds) } },
  ]
}

/** @param page of somebody signed in. @returns what looks on for so many seconds; by processor time, so that what else the machine does counts little. */
export async function openLiveMap(page: Page, address: string): Promise<(seconds: number) => Promise<Used>> {
  await page.addInitScript(`
    window.watched = { frames: 0, longest: 0 }
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration) }).observe({ type: 'longtask' })
    const frame = () => { watched.frames += 1; requestAnimationFrame(frame) }
    requestAnimationFrame(frame)`)
  await page.goto(`${address}/fleet/now`, { timeout: patience })
  await page.locator('.hq-map[data-ready="true"]').waitFor({ timeout: patience })
  await page.locator('output[data-live="true"]').waitFor({ timeout: patience })
  const own = await page.context().newCDPSession(page)
  await own.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await own.send('Performance.enable')
  const whole = await page.context().browser()?.newBrowserCDPSession()
  if (!whole) throw new Error('the browser has gone')
  return async (seconds) => {
    await page.evaluate('void (watched.frames = watched.longest = 0)')
    const [began, mainBefore, drawnBefore] = [performance.now(), await mainOf(own), await drawingOf(whole)]
    await pause(seconds * 1000)
    const [mainAfter, drawnAfter, took] = [await mainOf(own), await drawingOf(whole), (performance.now() - began) / 1000]
    const { frames, longest } = await page.evaluate<{ frames: number; longest: number }>('watched')
    return { seconds: took, mainMs: mainAfter.task - mainBefore.task, scriptMs: mainAfter.script - mainBefore.script, drawingMs: drawnAfter - drawnBefore, longestMs: longest, frames }
  }
}
async function mainOf(session: CDPSession): Promise<{ readonly task: number; readonly script: number }> {
  const { metrics } = await session.send('Performance.getMetrics')
  const ms = (wanted: string): number => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000
  return { task: ms('TaskDuration'), script: ms('ScriptDuration') }
}
async function drawingOf(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return (processInfo.find(({ type }) => type === 'GPU')?.cpuTime ?? 0) * 1000
}

interface Road {
  /** Reports come from now on. */
  drive(): void
  /** Everybody has stopped, and said so. */
  stand(): Promise<void>
  end(): Promise<void>
}
/** Each on a street of the district, there and back. What they say is stored as the gateway stores it. */
async function onTheRoad({ cars, url, system: { clock } }: FleetHouse): Promise<Road> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  const streets = qingxiRoads().drawn
  let [driven, turn, digest] = [0, 0, 0]
  const say = async (some: FleetHouse['cars'], speed: number): Promise<void> => {
    const now = clock.now()
    await client.query('begin')
    await storePositions(client, some.map(({ id }): ReceivedPosition => {
      const nth = cars.findIndex((car) => car.id === id)
      const { points } = streets[nth % streets.length] ?? { points: [] }
      const at = along(points, driven * pace + nth * 97)
      const { latitude, longitude } = plane.toDegrees(at.spot)
      return {
        vehicle: id, at: now, receivedAt: now, latitude, longitude, altitude: 5, speed, direction: at.direction, alarms: 0, status: speed > 0 ? 3 : 2, mileage: null, fuel: null, quality: 0,
        digest: (digest += 1), extra: null,
      }
    }))
    await client.query('commit')
  }
  let timer: NodeJS.Timeout | undefined
  let saying = Promise.resolve()
  let failed: Error | undefined
  const beat = (): void => {
    driven += 1
    const some = cars.filter((_, nth) => nth % everySeconds === turn % everySeconds)
    turn += 1
    saying = saying.then(() => say(some, pace * 36)).catch((error: unknown) => { failed = error as Error })
  }
  const stand = async (): Promise<void> => {
    clearInterval(timer)
    await saying
    if (failed) throw failed
    await say(cars, 0)
  }
  await say(cars, 0)
  return {
    drive() {
      timer = setInterval(beat, 1000)
    },
    stand,
    async end() {
      clearInterval(timer)
      await saying
      await client.end()
    },
  }
}

function along(points: ReturnType<typeof qingxiRoads>['drawn'][number]['points'], metres: number): { readonly spot: { readonly x: number; readonly y: number }; readonly direction: number } {
  const stretches = points.slice(1).map((to, place) => ({ from: points[place] ?? to, to, length: distance(points[place] ?? to, to) }))
  const whole = stretches.reduce((sum, { length }) => sum + length, 0)
  const turned = metres % (2 * whole)
  let left = turned > whole ? 2 * whole - turned : turned
  for (const { from, to, length } of stretches) {
    if (left <= length) {
      const share = length === 0 ? 0 : left / length
      return { spot: { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, direction: Math.round(turned > whole ? heading(to, from) : heading(from, to)) % 360 }
    }
    left -= length
  }
  return { spot: points.at(-1) ?? { x: 0, y: 0 }, direction: 0 }
}
