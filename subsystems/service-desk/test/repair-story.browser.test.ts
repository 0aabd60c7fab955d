// The repair story 报修的一生 on a telephone: reported, sent out, mended, answered, and then found wherever one looks for it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countTaps, demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `repair-story-${name}` })
}
/** Any picture will do for a photograph: here, of what the telephone shows. */
const photo = async (page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({ name: '照片.png', mimeType: 'image/png', buffer: await page.screenshot() })
const room = '机关大院 2号楼 319'

test('a lamp is reported, sent out, mended and answered, and then stands in ledger, statistics and audit', async (t) => {
  const { openAs } = await demonstration()

  // 刘敏 reports for a room she has never reported for: she finds it, taps what is wrong, takes a photograph.
  const clerk = await openAs({ test: t, username: 'liu.min', path: '/', size: telephone })
  await clerk.getByRole('link', { name: /^报修/ }).click()
  await clerk.getByRole('button', { name: '找房间' }).click()
  await clerk.getByRole('searchbox', { name: '找房间' }).fill('2号楼 319')
  await clerk.getByRole('dialog').getByRole('button', { name: room, exact: true }).click()
  await clerk.getByRole('button', { name: '灯不亮', exact: true }).click()
  await clerk.locator('input[type=file]').setInputFiles(await photo(clerk))
  await clerk.getByRole('button', { name: /移除/ }).waitFor()
  await look(clerk, '1-report')
  await clerk.getByRole('button', { name: '发送' }).click()
  const number = (await clerk.locator('.sd-sent-number').textContent()) ?? ''
  assert.match(number, /^BX-20261124-\d{4}$/)
  assert.match((await clerk.locator('.sd-sent').textContent()) ?? '', /维修调度.*电工一班.*2026-11-2[4-7]/)
  await look(clerk, '2-sent')

  // 周建国 answers for the compound: pick the card, pick the worker, send.
  const steward = await openAs({ test: t, username: 'zhou.jianguo', path: '/service-desk/dispatch', size: telephone })
  const dispatching = countTaps()
  await dispatching.tap(steward.locator(`[data-number="${number}"]`))
  await steward.getByText('建议').waitFor()
  await look(steward, '3-dispatch')
  await dispatching.tap(steward.getByRole('radio', { name: /陈志强/ }))
  await dispatching.tap(steward.getByRole('button', { name: '派给 陈志强' }))
  await steward.locator(`[data-number="${number}"]`).waitFor({ state: 'detached' })
  assert.ok(dispatching.count() <= 3, `dispatched with ${dispatching.count()} taps`)

  // 陈志强 sees it at once, without reloading.
  const worker = await openAs({ test: t, username: 'chen.zhiqiang', path: '/', size: telephone })
  const task = worker.getByRole('heading', { name: room })
  const waiting = worker.locator(`[data-number="${number}"]`)
  await task.or(waiting).first().waitFor()
  // Something due earlier may be in his hands.
  if (await waiting.isVisible()) await waiting.click()
  await task.waitFor()
  await look(worker, '4-task')
  await worker.getByRole('button', { name: '接单' }).click()
  await worker.getByRole('button', { name: '接单' }).waitFor({ state: 'detached' })
  await worker.getByRole('button', { name: '到场' }).click()
  await worker.getByRole('button', { name: '完工' }).waitFor()
  await look(worker, '5-working')

  const finishing = countTaps()
  await finishing.tap(worker.getByRole('button', { name: '完工' }))
  await worker.locator('input[type=file]').setInputFiles(await photo(worker))
  await worker.getByRole('button', { name: /移除/ }).waitFor()
  await worker.getByRole('searchbox', { name: '找材料' }).fill('灯管')
  await finishing.tap(worker.getByRole('button', { name: /^\+ .*灯管/ }).first())
  await look(worker, '6-finish')
  await finishing.tap(worker.getByRole('button', { name: '确认完工' }))
  await task.waitFor({ state: 'detached' })
  assert.ok(finishing.count() <= 3, `finished with ${finishing.count()} taps`)

  // 刘敏 hears of it and says so: one sheet, the stars and the answer.
  await clerk.getByRole('link', { name: '我的报修' }).click()
  // Known by its number: the life of the district may have given her another one for the same room.
  const mine = clerk.locator('.sd-mine-card').filter({ has: clerk.locator(`a[href*="${number}"]`) })
  await mine.getByRole('button', { name: '修好了' }).click()
  await clerk.getByRole('dialog').getByRole('radio', { name: '5 星' }).check({ force: true })
  await look(clerk, '7-answer')
  await clerk.getByRole('dialog').getByRole('button', { name: '修好了' }).click()
  await mine.getByText('已办结').waitFor()
  await look(clerk, '8-mine')

  await standsInLedger(t, number)
  await standsInStatistics(t)
  await standsInAudit(t, number)
})

async function standsInLedger(t: { after(done: () => Promise<void>): void }, number: string): Promise<void> {
  const { openAs } = await demonstration()
  const officer = await openAs({ test: t, username: 'sun.xiaowen', path: `/matters/service-desk.repair/${number}`, size: desk })
  await officer.getByText('已办结').first().waitFor()
  const told = (await officer.locator('article').textContent()) ?? ''
  for (const words of ['灯不亮', '陈志强', '已修好', '灯管', '机关大院']) assert.ok(told.includes(words), `the page does not say ${words}`)
  await officer.getByText('5 星').first().waitFor({ state: 'attached' })
  await look(officer, '9-ledger')
}

async function standsInStatistics(t: { after(done: () => Promise<void>): void }): Promise<void> {
  const { openAs } = await demonstration()
  const officer = await openAs({ test: t, username: 'sun.xiaowen', path: '/service-desk/statistics', size: desk })
  const table = officer.getByRole('region', { name: '分类别维修情况' })
  const figure = table.getByRole('row', { name: /^照明/ }).getByRole('link').first()
  const counted = Number(await figure.textContent())
  await figure.click()
  await officer.waitForURL(/\/matters\/service-desk\.repair\?/)
  await officer.getByText('灯不亮').first().waitFor()
  assert.ok(counted >= 1)
}

async function standsInAudit(t: { after(done: () => Promise<void>): void }, number: string): Promise<void> {
  const { openAs } = await demonstration()
  const auditor = await openAs({ test: t, username: 'shi.lei', path: '/administration/audit', size: desk })
  await auditor.getByText(number).first().waitFor()
  assert.ok((await auditor.getByText(number).count()) >= 5, 'asked, dispatched, accepted, arrived, finished, confirmed')
}

test('a known place costs four taps from the first screen to the number', async (t) => {
  const { openAs } = await demonstration()
  const clerk = await openAs({ test: t, username: 'liu.min', path: '/', size: telephone })
  const reporting = countTaps()
  await reporting.tap(clerk.getByRole('link', { name: /^报修/ }))
  await reporting.tap(clerk.locator('.sd-known-place').first())
  await reporting.tap(clerk.getByRole('button', { name: '插座没电', exact: true }))
  await look(clerk, 'known-place')
  await reporting.tap(clerk.getByRole('button', { name: '发送' }))
  await clerk.locator('.sd-sent-number').waitFor()
  assert.ok(reporting.count() <= 4, `reported with ${reporting.count()} taps`)
})
