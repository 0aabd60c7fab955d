// Some pages in eight ways, held against the structure that is kept of them; `npm run pictures -- --compare` holds all of them.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startChromium } from '@houqin/testing/chromium'
import type { Browser } from 'playwright-core'
import { demonstration } from '../src/demonstration.ts'
import { moved, nameOf } from '../src/pictures/kept.ts'
import { goWithin, locales, speak, take } from '../src/pictures/take.ts'
import type { Taken } from '../src/pictures/take.ts'
import { signIn } from '../src/pictures/walk.ts'

/** Pages that no other story changes: lists, forms and a page of rules. */
const sample: Readonly<Record<string, readonly string[]>> = Object.freeze({
  'liu.min': ['/registers/places.room', '/registers/people.person', '/matters/service-desk.complaint/new', '/matters/people.correction/new', '/regulations/find'],
  'zhou.jianguo': ['/registers/places.patrol-route/new'],
})
/** A list of somebody else may just be growing: a page is looked at again until then. */
const patience = 30_000

let running: Promise<Browser> | undefined
after(async () => {
  await (await running)?.close()
})

for (const [username, paths] of Object.entries(sample))
  test(`${paths.join(', ')} as ${username}`, async (t) => {
    const { address } = await demonstration()
    running ??= startChromium()
    const page = await signIn(await running, { address, username })
    t.after(() => page.context().close())
    for (const locale of locales) {
      await speak(page, { address, locale })
      for (const path of paths) {
        await goWithin(page, path)
        const wrong = async (): Promise<readonly string[]> => wrongWith(nameOf({ pattern: path, username }), await take(page, { locale }))
        const until = performance.now() + patience
        let said = await wrong()
        while (said.length > 0 && performance.now() < until) {
          await pause(1_000)
          said = await wrong()
        }
        assert.deepEqual(said, [], `${path} in ${locale}; if this is as it should be: npm run pictures -- ${path}`)
      }
    }
  })

function wrongWith(name: string, { views, poor }: Taken): readonly string[] {
  return [...(moved(name, views) ?? [`${name} is not kept`]), ...poor]
}
