// The browser of the stories: a phone-sized Chinese page, pictures of it, and a page that complains fails its test.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { browser } from '../src/index.ts'

const phone = { width: 390, height: 844 }

/** Stands in for a test: collects what is to be done after it, to see what comes of it. */
function oneTest(): { after(done: () => Promise<void>): void; end(): Promise<void> } {
  const todo: (() => Promise<void>)[] = []
  return {
    after: (done) => void todo.push(done),
    end: async () => {
      for (const done of todo) await done()
    },
  }
}

test('a page has the size of a phone, speaks Chinese, lives in Shanghai and can draw its characters', async (t) => {
  const { openPage, screenshot } = await browser()
  const page = await openPage({ test: t, ...phone })
  await page.setContent('<!doctype html><title>报修</title><p style="font-size:40px"><span id=a>修好了</span> <span id=b>\u{10FFFD}\u{10FFFD}\u{10FFFD}</span>')
  const seen = await page.evaluate(() => ({
    width: innerWidth,
    language: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }))
  assert.deepEqual(seen, { width: 390, language: 'zh-CN', zone: 'Asia/Shanghai' })
  const picture = readFileSync(await screenshot({ page, name: 'testing-phone' }))
  assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [390, 844], 'the picture is a PNG of the window')
})

test('a console error and an unhandled error fail the test, unless the story meant to cause it', async () => {
  const { openPage } = await browser()
  const careless = oneTest()
  const page = await openPage({ test: careless, ...phone, expectedErrors: [/meant/] })
  await page.setContent('<script>console.error("this was meant"); console.error("lamp is broken"); setTimeout(() => { throw new Error("nobody caught me") })</script>')
  await page.waitForEvent('pageerror', { timeout: 5_000, predicate: () => true }).catch(() => undefined)
  await assert.rejects(careless.end(), ({ message }: Error) => {
    assert.match(message, /The page had 2 errors of its own:/)
    assert.match(message, /lamp is broken/)
    assert.match(message, /nobody caught me/)
    assert.doesNotMatch(message, /this was meant/)
    return true
  })
})

test('pages do not share cookies', async (t) => {
  const { openPage } = await browser()
  const [one, other] = await Promise.all([openPage({ test: t, ...phone }), openPage({ test: t, ...phone })])
  await one.context().addCookies([{ name: 'session', value: 'a', url: 'http://localhost:1' }])
  assert.equal((await other.context().cookies('http://localhost:1')).length, 0)
})
