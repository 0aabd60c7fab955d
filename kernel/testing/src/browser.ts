// The browser of a story: the machine's own Chromium without a window; what goes wrong inside a page fails the test.
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, ConsoleMessage, Page } from 'playwright-core'
import { startChromium } from './chromium.ts'

export type { Page } from 'playwright-core'

const screenshots = fileURLToPath(new URL('../../../.cache/screenshots/', import.meta.url))

export interface OpenPage {
  /** The test the page belongs to: it is closed with it, and its errors are that test's failure. */
  readonly test: { after(done: () => Promise<void>): void }
  /** Of the window, in CSS pixels; 390 × 844 is a phone. */
  readonly width: number
  readonly height: number
  readonly locale?: string
  /** Console errors the story means to cause, such as the 409 of a refused step. */
  readonly expectedErrors?: readonly RegExp[]
}

export interface StoryBrowser {
  /** A page in a profile of its own: no cookie, no cache of another page. */
  openPage(options: OpenPage): Promise<Page>
  /** Writes `.cache/screenshots/<name>.png` for people to look at and answers its path. */
  screenshot(what: { readonly page: Page; readonly name: string }): Promise<string>
}

let running: Promise<Browser> | undefined

after(async () => {
  await (await running)?.close()
})

/** Starts Chromium, once for all tests of a file. Throws when the machine has none. */
export async function browser(): Promise<StoryBrowser> {
  running ??= startChromium()
  const chrome = await running
  return Object.freeze({
    openPage: (options: OpenPage) => openPage(chrome, options),
    async screenshot({ page, name }: { readonly page: Page; readonly name: string }) {
      const path = `${screenshots}${name}.png`
      await page.screenshot({ path })
      return path
    },
  })
}

async function openPage(chrome: Browser, { test, width, height, locale = 'zh-CN', expectedErrors = [] }: OpenPage): Promise<Page> {
  const context = await chrome.newContext({ viewport: { width, height }, locale, timezoneId: 'Asia/Shanghai' })
  const errors: string[] = []
  const note = (text: string): void => {
    if (!expectedErrors.some((expected) => expected.test(text))) errors.push(text)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') note(described(message))
  })
  context.on('weberror', (event) => note(event.error().stack ?? event.error().message))
  test.after(async () => {
    await context.close()
    if (errors.length > 0) throw new Error(`The page had ${errors.length} errors of its own:\n${errors.join('\n')}`)
  })
  return context.newPage()
}

function described(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location()
  return `${message.text()} (${url}:${lineNumber + 1})`
}
