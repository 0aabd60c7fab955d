// A lost phone 动态口令重置: the system administrator asks, the audit administrator finds it on his own page and agrees.
import { test } from 'node:test'
import { systemClock } from '@houqin/clock'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'
import { Secret, TOTP } from 'otpauth'
import { newcomer } from './newcomer.ts'

const look = async (page: Page, name: string): Promise<void> => void (await (await browser()).screenshot({ page, name: `second-factor-reset-${name}` }))

test('asked for by one, agreed to by the auditor’s administrator, who has no page of accounts', async (t) => {
  const { openAs, address } = await demonstration()
  const guest = await newcomer({ test: t, address, name: '钱小丢' })
  const own = await openAs({ test: t, ...guest, path: '/second-factor', size: telephone, expectedErrors: [/status of 401/] })
  await own.getByRole('button', { name: '开始绑定' }).click()
  await own.getByRole('img', { name: '绑定用的二维码' }).waitFor()
  const secret = ((await own.locator('.hq-second-secret').textContent()) ?? '').replaceAll(' ', '')
  await own.getByLabel('动态口令').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: systemClock.now().getTime() }))
  await own.getByRole('button', { name: '绑定', exact: true }).click()
  await own.getByRole('button', { name: '已存好，继续' }).click()
  await own.getByRole('link', { name: /^报修/ }).first().waitFor()

  const system = await openAs({ test: t, username: 'qian.yiming', path: '/administration/accounts', size: desk })
  await system.getByRole('searchbox', { name: '搜索用户名或姓名' }).fill(guest.username)
  await system.getByRole('row').filter({ hasText: guest.username }).getByRole('button', { name: '重置动态口令' }).click()
  await system.getByRole('dialog').getByRole('textbox', { name: /原因/ }).fill('手机丢失')
  await system.getByRole('dialog').getByRole('button', { name: '申请重置' }).click()
  const asked = system.getByRole('region', { name: '待同意的动态口令重置' }).getByRole('listitem').filter({ hasText: guest.username })
  await asked.getByText('须由另一位管理员同意').waitFor()

  const audit = await openAs({ test: t, username: 'shi.lei', path: '/', size: telephone })
  const waiting = audit.getByRole('region', { name: '待同意的动态口令重置' }).getByRole('listitem').filter({ hasText: guest.username })
  await waiting.getByText('手机丢失').waitFor()
  await audit.goto(`${address}/administration/second-factor-resets`)
  await waiting.getByRole('button', { name: '同意重置' }).waitFor()
  await look(audit, '1-waiting')
  await waiting.getByRole('button', { name: '同意重置' }).click()
  await waiting.waitFor({ state: 'detached' })
  // his session ended with it: he enrols anew at his next sign-in
  await own.getByText('登录已经结束').waitFor()
})
