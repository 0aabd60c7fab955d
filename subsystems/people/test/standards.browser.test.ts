// Standards at work in the browser 依据: a ledger is held against one as of a day, the mending opens filled in, a form says it beforehand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'

test('the establishment is checked on any day, and what was found opens the matter that mends it', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'xu.jing', path: '/standards/people.within-establishment', size: desk })
  const audit = page.getByRole('region', { name: '核查台账' })
  await audit.getByText(/共核查 235 项,1 项不符合/).waitFor()
  await audit.getByText(/投促局编制 \d+ 名,在编在岗 \d+ 人,超编 4 人/).waitFor()
  await (await browser()).screenshot({ page, name: 'standard-audit' })
  await audit.getByRole('link', { name: '去办登记整改' }).click()
  await page.waitForURL(/people\.correction\/new\?/)
  const what = page.getByRole('textbox', { name: '要整改什么' })
  assert.match(await what.inputValue(), /投促局编制 \d+ 名,在编在岗 \d+ 人,超编 4 人。核对主职和编制数/)
})

test('on a telephone the findings are cards, and nothing hangs over the edge', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/standards/people.one-main-post', size: telephone })
  await page.getByText(/同时登记了 2 个主职:望湖街道.+、望湖便民中心副主任/).waitFor()
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
  await (await browser()).screenshot({ page, name: 'standard-audit-telephone' })
})

test('a contract whose last day has passed is said under the field while it is typed, and the list says how long the others have been', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'xu.jing', path: '/registers/people.contractor/new', size: telephone })
  const until = page.locator('[data-field="contractUntil"] input')
  await until.fill('2026-01-31')
  const hint = page.getByRole('status').filter({ hasText: /服务合同已于 2026-01-31 到期,过期 \d+ 天/ })
  await hint.waitFor()
  assert.match((await hint.textContent()) ?? '', /办理续签或者重新采购.*本局台账登记规则\(自定\)/s)
  await (await browser()).screenshot({ page, name: 'standard-hint' })
  await until.fill('2031-01-31')
  await hint.waitFor({ state: 'detached' })
})
