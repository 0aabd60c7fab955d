// The story of materials 要料: the worker asks for them from the task in his hand, the dispatcher says of each where it comes from.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `materials-${name}` })
}
async function send(page: Page, address: string, path: string, data: object): Promise<{ number: string; version: number }> {
  const { csrf } = (await (await page.request.get(`${address}/api/me`)).json()) as { csrf: string }
  const answer = await page.request.post(`${address}/api/matters/service-desk.repair${path}`, { headers: { 'x-csrf-token': csrf }, data })
  if (!answer.ok()) throw new Error(await answer.text())
  return (await answer.json()) as { number: string; version: number }
}
async function rowsAt<R>(page: Page, address: string): Promise<readonly R[]> {
  return ((await (await page.request.get(address)).json()) as { rows: readonly R[] }).rows
}

test('a worker asks for materials on the telephone; the dispatcher settles each, and both see it', async (t) => {
  const { address, openAs } = await demonstration()
  const dispatcher = await openAs({ test: t, username: 'shen.lihua', path: '/', size: desk })
  const [room] = await rowsAt<{ id: string }>(dispatcher, `${address}/api/registers/places.room?q=${encodeURIComponent('1号楼 311')}&limit=1`)
  const { number, version } = await send(dispatcher, address, '', { input: { what: '窗户插销坏了，关不上', urgency: 'normal', room: room?.id } })
  const hands = await rowsAt<{ person: { id: string; name: string } }>(dispatcher, `${address}/api/service-desk/hands?number=${number}`)
  const chen = hands.find(({ person }) => person.name === '陈志强')?.person.id
  await send(dispatcher, address, `/${number}/steps/dispatch`, { version, input: { worker: chen } })

  const worker = await openAs({ test: t, username: 'chen.zhiqiang', path: '/service-desk/work', size: telephone })
  const task = worker.getByRole('article', { name: '现在这一件' })
  const waiting = worker.locator(`[data-number="${number}"]`)
  await task.getByText(number).or(waiting).first().waitFor()
  if (await waiting.isVisible()) await waiting.click()
  await task.getByText(number).waitFor()
  await task.getByRole('button', { name: '要料' }).click()
  const sheet = worker.getByRole('dialog')
  await sheet.getByRole('button', { name: /加一行|添加/ }).first().click()
  await sheet.getByRole('combobox', { name: /材料/ }).click()
  await worker.locator('.ant-select-item-option:visible').first().click()
  await sheet.getByLabel(/数量/).fill('2')
  await look(worker, '1-asking')
  assert.ok((await worker.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width, 'it scrolls sideways')
  await sheet.getByRole('button', { name: '要料', exact: true }).click()
  await task.getByText(/已要料：.+ × 2/).waitFor()
  await look(worker, '2-asked')

  await dispatcher.goto(`${address}/matters/service-desk.repair/${number}`)
  await dispatcher.getByRole('button', { name: '备料' }).click()
  await look(dispatcher, '3-settling')
  await dispatcher.getByRole('dialog').getByText('库存已领', { exact: true }).first().click()
  await dispatcher.getByRole('dialog').getByRole('button', { name: '备料', exact: true }).click()
  await dispatcher.getByRole('cell', { name: '库存已领' }).or(dispatcher.getByText('库存已领')).first().waitFor()
  // What he has got he is not waiting for any more.
  await task.getByText(/已要料/).waitFor({ state: 'detached' })
})
