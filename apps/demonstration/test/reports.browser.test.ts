// 统计 as the section uses them: a report chosen, a period, a sum opened to its rows, the rows exported with what for; months known as sums alone say so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const { openAs } = await demonstration()
const shot = async (page: Page, name: string): Promise<void> => void (await (await browser()).screenshot({ page, name: `reports-${name}` }))
const numberIn = (text: string | null): number => Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', ''))

test('孙晓雯 chooses a report and last month, opens a sum to its repairs and exports them', async (t) => {
  const page = await openAs({ test: t, username: 'sun.xiaowen', path: '/reports', size: desk })
  await page.getByRole('link', { name: '逐月分类别维修情况', exact: true }).click()
  await page.getByRole('group', { name: '期间' }).getByRole('button', { name: '上月' }).click()
  await page.waitForURL(/from=2026-10-01&to=2026-10-31/)
  const row = page.getByRole('region', { name: '逐月分类别维修情况' }).getByRole('row').filter({ hasText: '2026-10' }).filter({ has: page.getByRole('cell', { name: '给排水', exact: true }) })
  const sum = row.locator('a[href*="2026-09-30T16"]').first() // of the whole month: figures of the period before may stand a moment longer
  const asked = numberIn(await sum.textContent())
  assert.ok(asked > 10, String(asked))
  await shot(page, '1-last-month')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 Excel' }).click()
  assert.match((await download).suggestedFilename(), /逐月分类别维修情况.*\.xlsx$/)

  await sum.click()
  await page.waitForURL(/\/matters\/service-desk\.repair\?/)
  await page.getByText(`共 ${asked} 条`).first().waitFor()
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: '用途' }).fill('分析上月给排水报修的原因')
  await shot(page, '2-what-for')
  const [file] = await Promise.all([page.waitForEvent('download'), sheet.getByRole('button', { name: '导出', exact: true }).click()])
  assert.match(file.suggestedFilename(), /报修.*\.xlsx$/)
})

test('顾明远 looks five years back on his telephone: a month known as a sum says from where, and opens the sums it was taken from', async (t) => {
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/reports/service-desk.by-month', size: telephone })
  await page.getByRole('group', { name: '期间' }).getByRole('button', { name: '五年' }).click()
  const july = page.getByRole('region', { name: '逐月维修情况' }).locator('tbody tr').filter({ hasText: '2024-07' })
  await july.getByText('原物业报修系统月报表').waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, 'nothing to push aside')
  await shot(page, '3-five-years')
  await july.getByRole('link').first().click()
  await page.waitForURL(/\/registers\/service-desk\.past-figure\?/)
  await page.getByText('共 14 条').first().waitFor()
  await page.getByText('2024-07-01 – 2024-07-31').first().waitFor()
  await shot(page, '4-sums')
})
