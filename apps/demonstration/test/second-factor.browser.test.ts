// A second factor on the screen 动态口令: scanned, proved, ten codes kept; then the door asks for it, and a password alone opens nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemClock } from '@houqin/clock'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'
import { Secret, TOTP } from 'otpauth'
import { newcomer } from './newcomer.ts'

const look = async (page: Page, name: string): Promise<void> => void (await (await browser()).screenshot({ page, name: `second-factor-${name}` }))

test('enrolled on the telephone, asked for at the desk', async (t) => {
  const { openAs, address } = await demonstration()
  const guest = await newcomer({ test: t, address, name: '钱小安' })
  const page = await openAs({ test: t, ...guest, path: '/me', size: telephone, expectedErrors: [/status of 4(01|22)/] })
  await page.getByRole('link', { name: '动态口令' }).click()
  await page.getByRole('button', { name: '开始绑定' }).click()
  await page.getByRole('img', { name: '绑定用的二维码' }).waitFor()
  const secret = ((await page.locator('.hq-second-secret').textContent()) ?? '').replaceAll(' ', '')
  const shown = (steps = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: systemClock.now().getTime() + steps * 30_000 })
  await look(page, '1-scan')
  await page.getByLabel('动态口令').fill('000000')
  await page.getByRole('button', { name: '绑定', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '动态口令不正确' }).waitFor()
  await page.getByLabel('动态口令').fill(shown(-1))
  await page.getByRole('button', { name: '绑定', exact: true }).click()
  await page.getByText('只显示这一次').waitFor()
  assert.equal(await page.locator('.hq-second-codes li').count(), 10)
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width)
  await look(page, '2-recovery')
  await page.getByRole('button', { name: '已存好，继续' }).click()
  await page.getByRole('link', { name: /^报修/ }).first().waitFor()

  const door = await (await browser()).openPage({ test: t, ...desk, expectedErrors: [/status of 401/] })
  await door.goto(`${address}/sign-in`)
  await door.getByRole('textbox', { name: '用户名' }).fill(guest.username)
  await door.getByLabel('密码').fill(guest.password)
  await door.getByRole('button', { name: '登录', exact: true }).click()
  await door.getByLabel('动态口令').waitFor()
  await look(door, '3-asked')
  await door.getByLabel('动态口令').fill(shown(1))
  await door.getByRole('button', { name: '登录', exact: true }).click()
  await door.getByRole('link', { name: /报修/ }).first().waitFor()
})
