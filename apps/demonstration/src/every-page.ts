// Every page 逐页查看: whatever somebody of the demonstration may open, opened, and what is wrong with it told in words.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@houqin/testing'
import { demonstration, desk, telephone } from './demonstration.ts'
import type { StoryTest } from './demonstration.ts'

export interface Way {
  readonly name: string
  readonly size: { readonly width: number; readonly height: number }
  readonly dark: boolean
  readonly locale: 'zh' | 'en'
}
export const ways = Object.freeze({
  telephone: Object.freeze<Way>({ name: 'telephone, light, Chinese', size: telephone, dark: false, locale: 'zh' }),
  desk: Object.freeze<Way>({ name: 'desk, dark, English', size: desk, dark: true, locale: 'en' }),
})

/** Who leads, keeps and audits. */
export const houseReaders = Object.freeze(['xu.jing', 'gu.mingyuan', 'zheng.liqun', 'lin.fan', 'fan.rui', 'qian.yiming', 'feng.lan', 'shi.lei'])

/** Pages of the console that stand in no rail. */
const besides = Object.freeze(['/', '/inbox', '/messages', '/alarms', '/me', '/all', '/scan', '/exports/verify', '/approval/deputies', '/screen'])
/** Seen anew by everyone, since they differ by role. */
const everybodysOwn: ReadonlySet<string> = new Set(['/', '/inbox'])
const patience = 60_000

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** The part of axe that is asked. */
interface Axe {
  run(what: unknown, options: object): Promise<{ violations: readonly { id: string; impact: string | null; nodes: readonly { html: string; failureSummary?: string }[] }[] }>
}

/**
 * Opens everything one of these people may open that is not in `seen`, and adds it there.
 * @returns a line for each thing wrong: what scrolls sideways, leads nowhere, never loads, or what axe calls serious.
 */
export async function walk(test: StoryTest, { username, way, seen }: { username: string; way: Way; seen: Set<string> }): Promise<readonly string[]> {
  const { address, openAs } = await demonstration()
  const page = await openAs({ test, username, path: '/sign-in', size: way.size })
  // a colour on its way to another is not judged
  await page.emulateMedia({ colorScheme: way.dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  await page.evaluate((locale) => localStorage.setItem('houqin.preferences', JSON.stringify({ locale, theme: 'system', large: false })), way.locale)
  const wrong: string[] = []
  for (const path of await pathsOf(page, address)) {
    if (seen.has(path)) continue
    const own = everybodysOwn.has(path)
    if (!own) seen.add(path)
    await goWithin(page, path)
    // axe takes the longest by far: it is asked by turns, of every page in one of the two ways
    const judged = own || (seen.size % 2 === 0) === way.dark
    wrong.push(...[...(await faultsOf(page)), ...(judged ? await axeFaults(page) : [])].map((fault) => `${username} ${path} (${way.name}): ${fault}`))
  }
  return wrong
}

async function pathsOf(page: Page, address: string): Promise<readonly string[]> {
  await page.goto(`${address}/all`)
  await page.locator('.hq-all-screens').first().waitFor({ timeout: patience })
  const links = await page.locator('.hq-all-screens a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  // who decides more than he asks has his inbox in the rail too
  return [...new Set([...besides, ...links])]
}

/** As a link does it, without loading the console anew; returns when nothing of the page before stands any more. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    for (const part of document.querySelectorAll('main > *')) part.setAttribute('data-before', '')
    history.pushState(null, '', to)
  }, path)
  await page.locator('main > [data-before]').first().waitFor({ state: 'detached', timeout: patience })
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const faults: string[] = []
  await page.locator('main h1, main h2, main .hq-empty').first().waitFor({ timeout: patience })
  const waiting = page.locator('main .hq-waiting').first()
  await waiting.waitFor({ state: 'detached', timeout: patience }).catch(() => faults.push('never loads'))
  if (await page.getByText(/没有这个页面|There is no such page/).isVisible()) faults.push('leads nowhere')
  const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: innerWidth }))
  if (content > window) faults.push(`scrolls sideways: ${content} in ${window}`)
  return faults
}

async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe: asked } = globalThis as unknown as { axe: Axe } // the line before brought it
    const found = await asked.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
    return found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  })
  return violations.map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary?.slice(0, 300)}`)
}
