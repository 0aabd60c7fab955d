// Standards at work in the browser 依据: a ledger is held against one as of a day, the mending opens filled in, a form says it beforehand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'

test('the establishment is checked on any day, and what was found opens the matter that mends it', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'xu.jing', path: '/standards/people.within-establishment', size: desk })
  await page.getByText(/一个单位的在编在岗人数不超过批准的编制数。/).waitFor()
  const audit = page.getByRole('region', { name: '核查台账' })
  await audit.getByText(/共核查 235 项，1 项不符合/).waitFor()
  await audit.getByText(/投促局编制 \d+ 名，在编在岗 \d+ 人，超编 4 人/).waitFor()
  await (await browser()).screenshot({ page, name: 'standard-audit' })
  await audit.getByRole('link', { name: '去办登记整改' }).click()
  await page.waitForURL(/people\.correction\/new\?/)
  const what = page.getByRole('textbox', { name: '要整改什么' })
  assert.match(await what.inputValue(), /投促局编制 \d+ 名，在编在岗 \d+ 人，超编 4 人。核对主职和编制数/)
})

test('on a telephone the findings are cards, and nothing hangs over the edge', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/standards/people.one-main-post', size: telephone })
  await page.getByText(/同时登记了 2 个主职：望湖街道.+、望湖便民中心副主任/).waitFor()
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
  await (await browser()).screenshot({ page, name: 'standard-audit-telephone' })
})

test('a contract whose last day has passed is said under the field while it is typed, and the list says how long the others have been', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'xu.jing', path: '/registers/people.contractor/new', size: telephone })
  const until = page.locator('[data-field="contractUntil"] input')
  await until.fill('2026-01-31')
  const hint = page.getByRole('status').filter({ hasText: /服务合同已于 2026-01-31 到期，过期 \d+ 天/ })
  await hint.waitFor()
  assert.match((await hint.textContent()) ?? '', /办理续签或者重新采购.*本局台账登记规则（自定）/s)
  await (await browser()).screenshot({ page, name: 'standard-hint' })
  await until.fill('2031-01-31')
  await hint.waitFor({ state: 'detached' })
})

test('a stricter figure is tried before it binds anybody: who breaches from that day, by how much, at what cost; another keeper confirms', async (t) => {
  const { openAs } = await demonstration()
  const path = '/standards/people.contract-in-force/sandbox'
  const leader = await openAs({ test: t, username: 'gu.mingyuan', path, size: telephone })
  await leader.getByRole('button', { name: '起草新版本' }).click()
  await leader.getByLabel('到期日距当日不少于').fill('200')
  await leader.getByLabel('施行日期').fill('2026-12-15')
  await leader.getByLabel('超出每单位的费用（元）').fill('12.50')
  await leader.getByLabel('出处文件').fill('本局外包合同管理办法（拟）')
  await leader.getByLabel(/条号/).fill('拟第三条')
  await leader.getByRole('button', { name: '保存草案并试算' }).click()
  const drafted = leader.getByText(/自 2026-12-15 起，核查 \d+ 项；合计超出 [\d,]+ 天，费用 ¥[\d,]+\.\d\d。/)
  await drafted.waitFor()
  const [, days = '', cost = ''] = /超出 ([\d,]+) 天，费用 ¥([\d,.]+)。/.exec((await drafted.textContent()) ?? '') ?? []
  const cents = (text: string): number => Math.round(Number(text.replaceAll(',', '')) * 100)
  assert.equal(cents(cost), cents(days) * 12.5)
  await leader.getByText(/的服务合同将于 \d{4}-\d\d-\d\d 到期，还有 \d+ 天，不足 200 天/).first().waitFor()
  await leader.getByText('费用按编制人手填的 ¥12.50/天 计算，没有出处。').waitFor()
  const [record] = await leader.getByRole('region', { name: '自 2026-12-15 起的版本' }).locator('a[href*="/registers/people.contractor/"]').all()
  assert.ok(record, 'each opens the record it speaks of')
  assert.equal(await leader.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
  await (await browser()).screenshot({ page: leader, name: 'standard-sandbox' })
  await leader.getByRole('button', { name: '提交复核' }).click()
  await leader.getByText('请另一位有权限的人复核发布。').waitFor()
  assert.equal(await leader.getByRole('button', { name: '复核并发布' }).count(), 0)

  // 许静 may confirm it, and gives it up: until somebody confirms, the ledger is judged as before.
  const officer = await openAs({ test: t, username: 'xu.jing', path, size: desk })
  await officer.getByRole('button', { name: '复核并发布' }).waitFor()
  await officer.getByRole('button', { name: '作废' }).click()
  await officer.getByText('已作废', { exact: true }).waitFor()
  await officer.goto(officer.url().replace('/sandbox', ''))
  await officer.getByRole('region', { name: '核查台账' }).getByText(/1 项不符合/).waitFor()
})
