// The leader's morning 局领导的早晨: one page of four figures, each opened to its rows; the report that writes itself; the survey answered on a telephone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'

test('顾明远打开首页就是四个数，点一个数看到它的每一行', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/', size: desk })
  for (const name of ['安全', '规范', '高效', '满意']) {
    const card = page.getByRole('region', { name, exact: true })
    await card.waitFor()
    assert.match((await card.textContent()) ?? '', /÷/, `${name} does not say how it is reckoned`)
  }
  const done = page.getByRole('region', { name: '高效', exact: true }).getByRole('link').first()
  const counted = Number(((await done.textContent()) ?? '').replaceAll(',', ''))
  assert.ok(counted > 100)
  await (await browser()).screenshot({ page, name: 'leader-1-page' })
  await done.click()
  await page.waitForURL(/\/matters\/service-desk\.repair\?.*inTime=true/)
  await page.getByText(new RegExp(`共 ${counted.toLocaleString('en')} `)).first().waitFor()
})

test('工作报告：每句话的数都能点开，换一个期间数就变，打印时按公文排版', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/goals/work-report?from=2026-11-01&to=2026-11-23', size: desk })
  const repairs = page.locator('[data-claim="2"]')
  await repairs.waitFor()
  const figures = await repairs.getByRole('link').allTextContents()
  assert.ok(figures.length >= 5)
  await page.getByRole('button', { name: '上月' }).click()
  await page.waitForURL(/from=2026-10-01/)
  await page.waitForFunction((before) => document.querySelector('[data-claim="2"]')?.textContent !== before, await repairs.textContent())
  const area = page.locator('[data-claim="69"]').getByRole('link', { name: /494,231\.27/ })
  await area.waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => {
    globalThis.print = () => undefined
  })
  await page.getByRole('button', { name: '打印' }).evaluate((button) => (button as HTMLButtonElement).click())
  const paper = page.locator('.go-paper')
  await paper.waitFor()
  assert.equal(await paper.evaluate((node) => getComputedStyle(node).fontSize), '21.3333px', '16 points, size three')
  await (await browser()).screenshot({ page, name: 'leader-2-paper' })
})

test('吴婷在手机上填完本单位的测评', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'wu.ting', path: '/inbox', size: telephone })
  await page.getByText(/2026-Q4/).first().click()
  await page.getByRole('button', { name: '填写测评' }).click()
  const sheet = page.getByRole('dialog')
  for (const [place, word] of ['很满意', '满意', '一般', '满意'].entries()) await sheet.getByRole('radio', { name: word, exact: true }).nth(place).check({ force: true })
  await (await browser()).screenshot({ page, name: 'leader-3-survey' })
  await sheet.getByRole('button', { name: '填写测评' }).click()
  await page.getByText('已填写').first().waitFor()
})

test('大字的手机上，四个数和起止日不超出屏幕；空页上的链接够一个拇指按', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'gu.mingyuan', path: '/', size: telephone })
  await page.getByRole('region', { name: '安全', exact: true }).waitFor()
  await page.evaluate(() => document.documentElement.style.setProperty('--hq-font', '20px'))
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width)
  const auditor = await openAs({ test: t, username: 'zheng.liqun', path: '/office-space/organ', size: telephone })
  const link = auditor.getByRole('link', { name: '各单位用房统计' })
  await link.waitFor()
  assert.ok(((await link.boundingBox())?.height ?? 0) >= 44)
})
