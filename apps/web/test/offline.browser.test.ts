// 断网: the console opens without a network and shows what was seen; what is done is kept, said plainly, sent once when the network is back, and a conflict is told in words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { demonstration, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const { address, openAs } = await demonstration()
const noNetwork = [/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/, /net::/, /status of 409/]
const mark = `断网${Math.random().toString(36).slice(2, 8)}`
const shot = async (page: Page, name: string): Promise<void> => void (await (await browser()).screenshot({ page, name: `offline-${name}` }))

interface Repair {
  readonly number: string
  readonly version: number
  readonly state: string
  readonly subject: string
}
const repairs = async (page: Page): Promise<readonly Repair[]> =>
  ((await (await page.request.get(`${address}/api/matters/service-desk.repair?q=${encodeURIComponent(mark)}&limit=50`)).json()) as { rows: Repair[] }).rows

/** A photograph given to the form that stands there, held on the device while nobody answers. */
async function photographed(page: Page): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await page.locator('.hq-photo').filter({ hasText: '待发送' }).waitFor()
}

/** Until what was read of a matter is on the device; it is written a moment after it was read. */
async function untilKept(page: Page, number: string): Promise<void> {
  for (let looks = 0; looks < 120; looks += 1) {
    const kept = await page.evaluate(async (wanted) => {
      const rows = await new Promise<{ state: { queries: { queryKey: unknown[] }[] } }[]>((resolve) => {
        const asked = indexedDB.open('houqin', 1)
        asked.onsuccess = () => {
          const all = asked.result.transaction('seen').objectStore('seen').getAll()
          all.onsuccess = () => resolve(all.result)
        }
      })
      return rows.some(({ state }) => state.queries.some(({ queryKey }) => queryKey[0] === 'matter' && queryKey[2] === wanted))
    }, number)
    if (kept) return
    await pause(500)
  }
  assert.fail(`${number} was not kept`)
}

test('a repair asked for and a step taken without a network', async (t) => {
  const page = await openAs({ test: t, username: 'liu.min', path: '/', size: telephone, expectedErrors: noNetwork })
  page.setDefaultTimeout(60_000) // a slow machine starts the console anew several times here
  const { csrf } = await (await page.request.get(`${address}/api/me`)).json() as { csrf: string }
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(`${address}/api/matters/service-desk.repair${path}`, { data, headers: { 'x-csrf-token': csrf, 'idempotency-key': crypto.randomUUID() } })
    assert.ok(answer.ok(), await answer.text())
    return await answer.json() as Repair
  }
  const { rows: [room] } = await (await page.request.get(`${address}/api/registers/places.room?limit=1`)).json() as { rows: { id: string }[] }
  const { rows: [category] } = await (await page.request.get(`${address}/api/registers/service-desk.category?limit=1`)).json() as { rows: { id: string }[] }
  assert.ok(room && category)
  const report = { room: room.id, category: category.id, what: `${mark} 灯不亮`, urgency: 'normal' }
  const standing = await send('', { input: report })
  // the worker has the console on the device
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.goto(`${address}/matters/service-desk.repair/${standing.number}`)
  await page.getByRole('button', { name: '留言' }).waitFor()
  await untilKept(page, standing.number)

  await page.context().setOffline(true)
  await page.reload()
  await shot(page, '0-reloaded')
  await page.getByText(/没有网络，看到的是/).waitFor()
  await page.getByRole('heading', { name: new RegExp(mark) }).waitFor() // what was seen
  await page.getByRole('button', { name: '留言' }).click()
  await page.getByRole('textbox', { name: '留言' }).fill(`${mark} 断网时的留言`)
  await photographed(page)
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByRole('link', { name: '已记下 1 件，联网后发送' }).click()
  await page.getByText('已记下，联网后发送。').waitFor()
  await shot(page, '1-kept')
  await page.context().setOffline(false)
  await page.getByText('已发送').waitFor()
  const said = async (): Promise<number> => {
    const { timeline } = await (await page.request.get(`${address}/api/matters/service-desk.repair/${standing.number}`)).json() as { timeline: { comment?: string | null; files?: readonly unknown[] }[] }
    const all = timeline.filter(({ comment }) => comment?.includes('断网时的留言'))
    if (all[0]) assert.equal(all[0].files?.length, 1, 'the photograph came with it')
    return all.length
  }
  assert.equal(await said(), 1)

  // the sign-in page of a wireless network answers in the house's place: nothing arrived, whatever its status says
  const strangers = (url: URL): boolean => url.pathname.startsWith('/api/matters/')
  await page.context().route(strangers, async (route) => (route.request().method() === 'POST' ? route.fulfill({ contentType: 'text/html', body: '<html>请登录无线网络</html>' }) : route.continue()))
  await page.goto(`${address}/matters/service-desk.repair/${standing.number}`)
  await page.getByRole('button', { name: '留言' }).click()
  await page.getByRole('textbox', { name: '留言' }).fill(`${mark} 断网时的留言，第二次`)
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByRole('link', { name: '已记下 1 件，联网后发送' }).waitFor()
  await page.context().unroute(strangers)
  await page.reload()
  for (let looks = 0; looks < 240 && (await said()) < 2; looks += 1) await pause(250)
  assert.equal(await said(), 2)

  await page.goto(`${address}/matters/service-desk.repair/${standing.number}`)
  await page.getByRole('button', { name: '撤回' }).waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '撤回' }).click()
  const sheet = page.getByRole('dialog', { name: '撤回' })
  await sheet.getByRole('textbox').first().fill('不用修了')
  await sheet.getByRole('button', { name: '撤回' }).click()
  await page.getByRole('link', { name: '已记下 1 件，联网后发送' }).waitFor()
  const [now] = await repairs(page)
  assert.ok(now)
  await send(`/${now.number}/steps/withdraw`, { version: now.version, input: {}, comment: '别处先撤回了' })
  await page.context().setOffline(false)
  await page.getByRole('link', { name: '1 件没有办成，请查看' }).click()
  await page.getByText('没有办成', { exact: true }).waitFor()
  await shot(page, '2-conflict')
  assert.deepEqual([(await repairs(page)).length, await said()], [1, 2], 'nothing twice')
  await page.getByRole('listitem').filter({ hasText: '没有办成' }).getByRole('button', { name: '知道了' }).click()
  await page.getByText('没有办成', { exact: true }).waitFor({ state: 'detached' })
})

test('a repair is asked for with a photograph while there is no network, and both arrive', async (t) => {
  const page = await openAs({ test: t, username: 'liu.min', path: '/', size: telephone, expectedErrors: noNetwork })
  page.setDefaultTimeout(60_000)
  const { rows: [room] } = await (await page.request.get(`${address}/api/registers/places.room?limit=1`)).json() as { rows: { id: string }[] }
  assert.ok(room)
  const what = `${mark} 水管漏水`
  // what the next page needs is on the device as well
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.goto(`${address}/service-desk/report?room=${room.id}`)
  await page.getByLabel('什么坏了').fill(what)
  await page.context().setOffline(true)
  await photographed(page)
  await shot(page, '3-report')
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('已记下，联网后发送。').waitFor()
  await page.context().setOffline(false)
  await page.getByText('已发送').waitFor()
  const asked = (await repairs(page)).find(({ subject }) => subject.includes('水管漏水'))
  assert.ok(asked)
  const { form } = await (await page.request.get(`${address}/api/matters/service-desk.repair/${asked.number}`)).json() as { form: { photos: readonly unknown[] } }
  assert.equal(form.photos.length, 1)
})

test('after signing out nothing of the person is left on the device', async (t) => {
  const page = await openAs({ test: t, username: 'wu.ting', path: '/me', size: telephone, expectedErrors: noNetwork })
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/sign-in/)
  const left = await page.evaluate(async () => {
    const rows = await new Promise<number>((resolve) => {
      const asked = indexedDB.open('houqin', 1)
      asked.onsuccess = () => {
        const all = asked.result.transaction('seen').objectStore('seen').count()
        all.onsuccess = () => resolve(all.result)
      }
    })
    const kept = (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat()
    return { rows, foreign: kept.filter((path) => path !== '/index.html' && !path.startsWith('/assets/')) }
  })
  assert.deepEqual(left, { rows: 0, foreign: [] })
})
