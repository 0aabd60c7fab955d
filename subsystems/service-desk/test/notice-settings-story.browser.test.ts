// The settings of notices 通知设置 on the screen: somebody's quiet hours on his telephone, and an officer's template with a name that is not there.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `notice-settings-${name}` })
}
interface Kept { readonly version: number; readonly quiet: object; readonly ways: Readonly<Record<string, readonly string[]>> }

test('quiet hours and ways are chosen on a telephone, refused in words where they make no sense, and kept', async (t) => {
  const { address, openAs } = await demonstration()
  // A way out must be set up before there is anything to choose: a mail server where nobody listens.
  const settings = { host: '127.0.0.1', port: '9', security: 'none', from: 'houqin@example.gov.cn', name: '智慧后勤' }
  const session = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'qian.yiming', password: 'Qingxi-2026' }) })
  const headers = { 'authorization': `Bearer ${((await session.json()) as { token: string }).token}`, 'content-type': 'application/json' }
  const made = await fetch(`${address}/api/channels`, { method: 'POST', headers, body: JSON.stringify({ kind: 'email', title: '局里的邮件', settings, enabled: true }) })
  assert.equal(made.status, 201)
  const channel = (await made.json()) as { id: string; version: number }
  t.after(async () => {
    const gone = await fetch(`${address}/api/channels/${channel.id}`, { method: 'DELETE', headers: { 'authorization': headers.authorization, 'if-match': `"${channel.version}"` } })
    assert.equal(gone.status, 204)
  })

  const page = await openAs({ test: t, username: 'fan.rui', path: '/me', size: telephone, expectedErrors: [/422/] })
  const own = page.locator('section').filter({ has: page.getByRole('heading', { name: '通知', exact: true }) })
  const hours = own.getByRole('group', { name: /免打扰/ })
  await hours.getByLabel('自', { exact: true }).fill('21:30')
  await hours.getByLabel('至', { exact: true }).fill('21:30')
  await own.getByRole('button', { name: '保存' }).click()
  await page.getByText('免打扰的起止时间不能相同').first().waitFor()
  await look(page, '1-refused')
  await hours.getByLabel('至', { exact: true }).fill('08:00')
  await hours.getByText('休息日也提醒', { exact: true }).click()
  await page.getByText('每类通知用哪种方式').click()
  await page.getByRole('group', { name: '留言', exact: true }).getByText('电子邮件', { exact: true }).click()
  await look(page, '2-chosen')
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways scroll')
  await own.getByRole('button', { name: '保存' }).click()
  const read = async (): Promise<Kept> => (await (await page.request.get(`${address}/api/notices/preferences`)).json()) as Kept
  let kept = await read()
  for (let tries = 0; kept.version === 0 && tries < 300; tries += 1) {
    await page.waitForTimeout(200)
    kept = await read()
  }
  assert.deepEqual([kept.quiet, kept.ways['matter.comment']], [{ hours: { from: '21:30', to: '08:00' }, restDays: false }, ['email']])

  await page.reload()
  await hours.waitFor()
  assert.deepEqual([await hours.getByLabel('自', { exact: true }).inputValue(), await hours.getByLabel('至', { exact: true }).inputValue()], ['21:30', '08:00'])
})

test('a template that names what is not there is refused with the names there are; what was typed stays, and the original comes back', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'qian.yiming', path: '/administration/notices', size: desk, expectedErrors: [/422/] })
  const row = page.getByRole('table', { name: '模板' }).getByRole('row', { name: /^请我代理审批/ })
  await row.getByText('原文').waitFor()
  await row.getByRole('button', { name: '修改' }).click()
  const sheet = page.getByRole('dialog')
  const title = sheet.getByRole('textbox', { name: '中文 标题' })
  await title.fill('请您代办：{谁不在}')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.getByText(/没有 \{谁不在\}；这类通知可用的有 \{person\} \{days\} \{comment\}/).waitFor()
  assert.equal(await title.inputValue(), '请您代办：{谁不在}')
  await look(page, '3-template-refused')
  // the page opens anew, as after an upgrade
  await page.reload()
  await row.getByRole('button', { name: '修改' }).click()
  await sheet.getByText('已恢复上次没有提交的内容。').waitFor()
  assert.equal(await title.inputValue(), '请您代办：{谁不在}')
  await title.fill('请您代办：{person}')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row.getByText('请您代办：{person}').waitFor()
  await row.getByText('钱一鸣').waitFor()
  await row.getByRole('button', { name: '修改' }).click()
  await sheet.getByRole('button', { name: '恢复原文' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row.getByText('原文').waitFor()
})
