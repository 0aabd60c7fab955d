// Which pages there are and who looks at them 谁看哪一页: every rail, and from each page the record, form or sheet of its kind it leads to.
import type { Browser, Page } from 'playwright-core'
import { goWithin, settled, sizes, speak, watchRequests } from './take.ts'
import type { Locale } from './take.ts'

export interface Sight {
  /** The address, `$` for each piece that names one row. */
  readonly pattern: string
  readonly username: string
  /** Today's address of it. */
  readonly path: string
}

/** Of every account of the demonstration. */
const usualPassword = 'Qingxi-2026'
/** Whoever has fewest pages first, so that a page is looked at by the one it was made for. */
const people = Object.freeze([
  'liu.min', 'chen.zhiqiang', 'zhou.jianguo', 'shen.lihua', 'wu.ting', 'sun.xiaowen', 'he.wei', 'lin.fan', 'xu.jing', 'gu.mingyuan', 'fan.rui', 'zheng.liqun', 'qian.yiming', 'feng.lan', 'shi.lei',
])
const ownOf = Object.freeze(['/', '/inbox', '/messages', '/all'])
const once = Object.freeze(['/alarms', '/me', '/scan', '/waiting', '/approval/deputies'])

/** Pages shown in one language before the console speaks the other: what was shown in both is kept when a long walk is stopped. */
const batch = 12

/** Somebody signed in, in a profile of his own, looking at the list of everything. */
export async function signIn(browser: Browser, { address, username }: { address: string; username: string }): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', viewport: sizes.desk })
  const page = await context.newPage()
  watchRequests(page)
  const answer = await page.request.post(`${address}/api/session`, { data: { username, password: usualPassword } })
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`)
  await page.goto(`${address}/all`)
  await settled(page)
  return page
}

/**
 * Shows every page once in each language; what each leads to is shown after it.
 * @param only parts of the addresses looked at; every page where there is none
 * @param isDone passes over a page, but not over what it leads to
 * @param look is called for a page in Chinese, and later for the same page in English.
 * @param restless is called for a page that never stands still, as one on which cars drive may.
 */
export async function walkPages(browser: Browser, { address, only, isDone, look, restless }: { address: string; only: readonly string[]; isDone: (sight: Sight) => boolean; look: (page: Page, sight: Sight, locale: Locale) => Promise<void>; restless: (sight: Sight) => void }): Promise<void> {
  const seen = new Set<string>()
  for (const username of people) {
    const page = await signIn(browser, { address, username })
    const waiting = [...ownOf, ...(username === people[0] ? once : []), ...(await linksOf(page))]
    let sights: Sight[] = []
    const inEnglish = async (): Promise<void> => {
      if (sights.length === 0) return
      await speak(page, { address, locale: 'en' })
      for (const sight of sights) {
        await goWithin(page, sight.path)
        await look(page, sight, 'en')
      }
      sights = []
    }
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const pattern = patternOf(path)
      const name = ownOf.includes(path) ? `${pattern} ${username}` : pattern
      if (seen.has(name)) continue
      seen.add(name)
      // a page that leads to what is wanted is looked at as well
      if (only.length > 0 && !only.some((part) => pattern.includes(part) || (pattern !== '/' && part.startsWith(`${pattern}/`)))) continue
      const sight = { pattern, username, path }
      try {
        await goWithin(page, path)
      } catch {
        restless(sight)
        continue
      }
      const links = await linksOf(page)
      if (!isDone(sight)) {
        await look(page, sight, 'zh')
        sights.push(sight)
      }
      if (sights.length === batch) {
        await inEnglish()
        await speak(page, { address, locale: 'zh' })
      }
      waiting.push(...links.filter((link) => !ownOf.includes(link) && !seen.has(patternOf(link))))
    }
    await inEnglish()
    await page.context().close()
  }
}

async function linksOf(page: Page): Promise<readonly string[]> {
  const links = await page.locator('main a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(links.filter((link) => !link.startsWith('/api/')).map((link) => link.split(/[?#]/)[0] ?? ''))]
}

/** Words of the program stay, names of rows become `$`. One report and one standard stand for all. */
export function patternOf(path: string): string {
  const pieces = path.split('/')
  return pieces.map((piece, at) => (at > 1 && (/\d/.test(piece) || ['reports', 'standards'].includes(pieces[at - 1] ?? '')) ? '$' : piece)).join('/')
}
