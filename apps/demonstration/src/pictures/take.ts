// One page in eight ways 一页八样: desk and telephone, light and dark, Chinese and English; its structure, what is poor, and pictures if wanted.
import { setTimeout as pause } from 'node:timers/promises'
import type { Page, Request } from 'playwright-core'
import { differences } from './compare.ts'
import { outlineOf } from './outline.ts'
import type { Piece } from './outline.ts'
import { poorOf } from './poor.ts'

export const sizes = Object.freeze({ desk: Object.freeze({ width: 1440, height: 900 }), phone: Object.freeze({ width: 390, height: 844 }) })
export const locales = Object.freeze(['zh', 'en'] as const)
export type Size = keyof typeof sizes
export type Locale = (typeof locales)[number]

/** How a page stands in one size and language; dark has to stand as light does. */
export interface View {
  readonly size: Size
  readonly locale: Locale
  readonly outline: readonly Piece[]
}
export interface Taken {
  readonly views: readonly View[]
  /** What is poor, each with the ways it was seen in. */
  readonly poor: readonly string[]
}

const patience = 60_000
/** Longer pages are cut: what repeats below says nothing new. */
const tallest = 2600

/** Requests of a page that have not been answered; the stream of events never is. */
const open = new WeakMap<Page, Set<Request>>()
/** To be called before the page's first address. */
export function watchRequests(page: Page): void {
  const pending = new Set<Request>()
  open.set(page, pending)
  page.on('request', (request) => void (request.url().includes('/api/events') || pending.add(request)))
  const answered = (request: Request): void => void pending.delete(request)
  page.on('requestfinished', answered)
  page.on('requestfailed', answered)
}

/** Loads the console in a language. */
export async function speak(page: Page, { address, locale }: { address: string; locale: Locale }): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('houqin.preferences', JSON.stringify({ locale: chosen, theme: 'system', large: false })), locale)
  await page.goto(`${address}/all`)
  await settled(page)
}

/** Goes there as a link does, without loading the program anew; returns once the page stands still. */
export async function goWithin(page: Page, path: string): Promise<void> {
  const isThere = await page.evaluate((to) => location.pathname === to, path)
  if (!isThere) {
    await page.evaluate((to) => {
      for (const part of document.querySelectorAll('main > *')) part.setAttribute('data-before', '')
      history.pushState(null, '', to)
    }, path)
    await page.locator('main > [data-before]').first().waitFor({ state: 'detached', timeout: patience })
  }
  await settled(page)
}

/** Until everything has come and the structure is the same twice. @throws when that takes longer than a minute */
export async function settled(page: Page): Promise<readonly Piece[]> {
  await page.locator('main h1, main h2, main .hq-empty').first().waitFor({ timeout: patience })
  const until = performance.now() + patience
  for (let before = ''; performance.now() < until; await pause(60)) {
    const waits = (open.get(page)?.size ?? 0) > 0 || (await page.locator('main .hq-waiting, main .ant-spin-spinning, main input[aria-busy=true]').count()) > 0
    const outline = await page.evaluate(outlineOf)
    const now = waits ? '' : JSON.stringify(outline)
    if (now !== '' && now === before) return outline
    before = now
  }
  throw new Error(`${page.url()} never stands still`)
}

/** The page that is shown, in four ways. @param picture names the file for the picture of a way; left out, none is taken */
export async function take(page: Page, { locale, picture }: { locale: Locale; picture?: (way: string) => string }): Promise<Taken> {
  const views: View[] = []
  const poor = new Map<string, string[]>()
  const note = (way: string, lines: readonly string[]): void => {
    for (const line of lines) poor.set(line, [...(poor.get(line) ?? []), way])
  }
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    let outline: readonly Piece[] = []
    for (const mood of ['light', 'dark'] as const) {
      const way = `${size}-${mood}-${locale}`
      await page.emulateMedia({ colorScheme: mood })
      await page.waitForFunction((wanted) => document.documentElement.style.colorScheme === wanted, mood, { timeout: patience })
      const seen = await settled(page)
      if (mood === 'light') outline = seen
      else note(way, differences({ kept: outline, now: seen }).map((line) => `the dark differs: ${line}`))
      note(way, await page.evaluate(poorOf, { phone: size === 'phone', locale }))
      if (picture) await keepPicture(page, { size, file: picture(way) })
    }
    views.push({ size, locale, outline })
  }
  await page.setViewportSize(sizes.desk)
  await page.emulateMedia({ colorScheme: 'light' })
  return { views, poor: [...poor].map(([line, ways]) => `${line} (${ways.join(', ')})`) }
}

async function keepPicture(page: Page, { size, file }: { size: Size; file: string }): Promise<void> {
  const { width, height } = sizes[size]
  const content = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.screenshot({ path: file, type: 'jpeg', quality: 60, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(tallest, Math.max(height, content)) } })
}
