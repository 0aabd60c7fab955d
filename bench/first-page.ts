// The first page 首屏, of whatever is opened first: what a phone fetches and how long it takes until it can be used, in Chromium with a processor four times slower, with nothing kept from before.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { median, rounded } from './measured.ts'
import type { Measured } from './measured.ts'
import { serveProduct } from './serve.ts'

const program = '/usr/bin/chromium'
const dist = fileURLToPath(new URL('../apps/web/dist', import.meta.url))
const slower = 4
/** Bytes, of every page before a plan, a map or a chart is opened. */
export const heaviest = 250_000
/** So long nothing keeps the page busy. */
const quietMs = 1000
const patience = 120_000
const password = 'Qingxi-2026'

interface View {
  readonly what: string
  /** Of the demonstration; without one nobody has signed in. */
  readonly username?: string
  readonly path: string
  /** Stands once the page shows what it is for. */
  readonly shows: string
}
export interface Opened {
  /** Milliseconds from the address to the first picture, to the page's own content, and until it answers at once. */
  readonly painted: number
  readonly shown: number
  readonly interactive: number
  /** Bytes of page, scripts and sheets, packed by gzip. */
  readonly packed: number
  readonly requests: number
}

/** `npm run bench -- first-page`. */
export async function benchFirstPage(): Promise<readonly Measured[]> {
  const data = mkdtempSync(join(tmpdir(), 'houqin-bench-page-'))
  try {
    const product = await serveProduct({ data, demo: true })
    try {
      return (await openViews({ address: product.address, runs: 3, slower })).flatMap(figuresOf)
    } finally {
      await product.stop()
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

function figuresOf({ what, opened }: { readonly what: string; readonly opened: readonly Opened[] }): Measured[] {
  const middle = (key: keyof Opened): number => median(opened.map((one) => one[key]))
  return [
    { what: `${what}: page, scripts and sheets`, value: rounded(middle('packed') / 1000), unit: 'kB gz', goal: `≤ ${heaviest / 1000}` },
    { what: `${what}: usable`, value: rounded(middle('interactive')), unit: `ms, processor ${slower}× slower` },
    { what: `${what}: first picture`, value: rounded(middle('painted')), unit: 'ms' },
    { what: `${what}: its content`, value: rounded(middle('shown')), unit: `ms, after ${middle('requests')} requests` },
  ]
}

/** @param address where the demonstration is served. @param slower how often the processor's time is divided. */
export async function openViews({ address, runs, slower: rate }: { address: string; runs: number; slower: number }): Promise<readonly { readonly what: string; readonly opened: readonly Opened[] }[]> {
  if (!existsSync(program)) throw new Error(`There is no ${program}: apt-get install chromium fonts-noto-cjk`)
  const browser = await chromium.launch({ executablePath: program, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  try {
    const found: { what: string; opened: Opened[] }[] = []
    for (const view of await views(browser, address)) {
      const opened: Opened[] = []
      for (let run = 0; run < runs; run += 1) opened.push(await open(browser, address, { view, rate }))
      found.push({ what: view.what, opened })
    }
    return found
  } finally {
    await browser.close()
  }
}

async function views(browser: Browser, address: string): Promise<readonly View[]> {
  const home = (what: string, username: string): View => ({ what, username, path: '/', shows: 'main h1' })
  const context = await browser.newContext()
  try {
    await signIn(context.request, address, 'sun.xiaowen')
    const { rows: [room] } = await (await context.request.get(`${address}/api/registers/places.room?limit=1`)).json() as { rows: readonly { readonly id: string }[] }
    const { rows: [repair] } = await (await context.request.get(`${address}/api/matters/service-desk.repair?limit=1`)).json() as { rows: readonly { readonly number: string }[] }
    const { code } = await (await context.request.get(`${address}/api/registers/places.room/${room?.id}/code`)).json() as { code: string }
    return [
      home('home of staff', 'liu.min'), home('home of a leader', 'gu.mingyuan'), home('home of an officer', 'he.wei'), home('home of an administrator', 'qian.yiming'),
      { what: 'reporting a repair', username: 'liu.min', path: '/service-desk/report', shows: '.sd-report button[type=submit]' },
      { what: 'asking for a car', username: 'liu.min', path: '/fleet/ask', shows: '.fl-ask button[type=submit]' },
      { what: 'my repairs', username: 'liu.min', path: '/service-desk/mine', shows: 'main h1' },
      { what: 'inbox', username: 'liu.min', path: '/inbox', shows: 'main h1' },
      { what: 'a steward’s day', username: 'zhou.jianguo', path: '/places/day', shows: '#pl-open' },
      { what: 'dispatch', username: 'shen.lihua', path: '/service-desk/dispatch', shows: '.sd-board-cards > *' },
      { what: 'a worker’s task', username: 'chen.zhiqiang', path: '/service-desk/work', shows: 'main h1' },
      { what: 'dispatch of cars', username: 'zhou.yichen', path: '/fleet/dispatch', shows: '.fl-gantt .fl-row' },
      { what: 'a driver’s task', username: 'lu.fan', path: '/fleet/drive', shows: '.fl-drive h1' },
      { what: 'reporting a car', username: 'lu.fan', path: '/fleet/repair', shows: '.fl-send button' },
      { what: 'a car kept out of an immobilisation', username: 'guo.chengyu', path: '/matters/fleet.exemption/new', shows: 'main [data-field=immobilisation]' },
      { what: 'a new employee', username: 'xu.jing', path: '/staffing/new-employee', shows: 'main button[type=submit]' },
      { what: 'bringing in a ledger', username: 'xu.jing', path: '/registers/people.person/import', shows: '.hq-import-drop' },
      { what: 'approval routes', username: 'xu.jing', path: '/approval/routes', shows: 'main table' },
      { what: 'grants of roles', username: 'feng.lan', path: '/administration/grants', shows: 'main table' },
      { what: 'list of rooms', username: 'he.wei', path: '/registers/places.room', shows: 'main .hq-cards > *' },
      { what: 'a room', username: 'he.wei', path: `/registers/places.room/${room?.id}`, shows: 'main h1' },
      { what: 'a repair', username: 'sun.xiaowen', path: `/matters/service-desk.repair/${repair?.number}`, shows: 'main h1' },
      { what: 'sign-in', path: '/sign-in', shows: 'input[type=password]' },
      { what: 'public page of a code', path: `/q/${code}`, shows: 'main:not([aria-busy=true]) > *' },
    ]
  } finally {
    await context.close()
  }
}

/** How a browser asks without a page. */
export type Request = Awaited<ReturnType<Browser['newContext']>>['request']
export async function signIn(request: Request, address: string, username: string): Promise<void> {
  const answer = await request.post(`${address}/api/session`, { data: { username, password } })
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`)
}

/** What the page tells of itself. */
interface Told {
  readonly shown: number
  readonly busyUntil: number
  readonly painted: number
  /** Paths fetched until its content stood; what the console fetches behind it, for days without a network, is no part of them. */
  readonly asked: readonly string[]
}
/** Runs in the page before anything of its own. */
const watch = `
  window.watched = { shown: 0, busyUntil: 0 }
  new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) watched.busyUntil = Math.max(watched.busyUntil, startTime + duration) }).observe({ type: 'longtask', buffered: true })
  const look = () => { if (document.querySelector(SHOWS)) watched.shown = performance.now(); else requestAnimationFrame(look) }
  requestAnimationFrame(look)`

async function open(browser: Browser, address: string, { view, rate }: { view: View; rate: number }): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' })
  try {
    if (view.username !== undefined) await signIn(context.request, address, view.username)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    await page.addInitScript(watch.replace('SHOWS', JSON.stringify(view.shows)))
    let open = 0
    page.on('request', () => { open += 1 })
    const over = (): void => { open -= 1 }
    page.on('requestfinished', over)
    page.on('requestfailed', over)
    await page.goto(`${address}${view.path}`, { timeout: patience })
    const until = performance.now() + patience
    // the stream of news stays open
    for (let quiet = 0; quiet < 3;) {
      if (performance.now() > until) throw new Error(`${view.what} was never quiet: ${open} requests are open`)
      quiet = open <= 1 && (await page.evaluate(`watched.shown > 0 && performance.now() - Math.max(watched.shown, watched.busyUntil) > ${quietMs}`)) === true ? quiet + 1 : 0
      await page.waitForTimeout(100)
    }
    const told = await page.evaluate<Told>(`({ ...watched, painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      asked: performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= watched.shown).map(({ name }) => new URL(name).pathname) })`)
    return { painted: told.painted, shown: told.shown, interactive: Math.max(told.shown, told.busyUntil), packed: packedBytes(told.asked, view.path), requests: told.asked.length }
  } finally {
    await context.close()
  }
}

/** As they lie packed beside the built console. */
function packedBytes(asked: readonly string[], path: string): number {
  const page = path.startsWith('/q/') ? 'q.html' : 'index.html'
  const files = new Set([page, ...asked.filter((one) => /\.(js|css)$/.test(one))])
  return [...files].reduce((sum, file) => {
    const plain = join(dist, file)
    return sum + (existsSync(`${plain}.gz`) ? statSync(`${plain}.gz`).size : gzipSync(readFileSync(plain)).length)
  }, 0)
}
