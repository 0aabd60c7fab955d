// A password is reset 重置密码: the administrator hands over a new one, every old session ends, and its owner changes it before anything else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'
import { newcomer } from './newcomer.ts'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `reset-password-${name}` })
}
async function signIn(page: Page, { username, password }: { username: string; password: string }): Promise<void> {
  await page.getByRole('textbox', { name: '用户名' }).fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('reset, handed over once, signed in, changed by force, and at work', async (t) => {
  const { openAs, address } = await demonstration()
  const guest = await newcomer({ test: t, address, name: '钱小忘' })
  const forgotten = await openAs({ test: t, ...guest, path: '/', size: telephone, expectedErrors: [/status of 40[13]/] })
  await forgotten.getByRole('link', { name: /^报修/ }).first().waitFor()

  const system = await openAs({ test: t, username: 'qian.yiming', path: '/administration/accounts', size: desk })
  await system.getByRole('searchbox', { name: '搜索用户名或姓名' }).fill(guest.username)
  await system.getByRole('row').filter({ hasText: guest.username }).getByRole('button', { name: '重置密码' }).click()
  await system.getByRole('dialog').getByRole('button', { name: '重置密码' }).click()
  const handedOver = (await system.getByRole('dialog').locator('.hq-handover').textContent()) ?? ''
  assert.ok(handedOver.length >= 10)
  await look(system, '1-handed-over')
  await system.getByRole('dialog').getByRole('button', { name: '已抄下' }).click()
  await system.getByRole('row').filter({ hasText: guest.username }).filter({ hasText: '待改密码' }).waitFor()

  // the telephone that was signed in is sent to the door by itself, and the old password opens nothing
  await forgotten.getByText('登录已经结束').waitFor({ timeout: 5_000 })
  await signIn(forgotten, guest)
  await forgotten.getByRole('alert').filter({ hasText: '用户名或密码不正确' }).waitFor()

  await signIn(forgotten, { ...guest, password: handedOver })
  await forgotten.getByRole('heading', { name: '修改密码' }).waitFor()
  await look(forgotten, '2-must-change')
  // no way round: any address leads back here
  await forgotten.goto(`${address}/inbox`)
  await forgotten.getByRole('heading', { name: '修改密码' }).waitFor()
  const next = 'Lantern-renewed-moth-7'
  await forgotten.getByLabel('现在的密码').fill(handedOver)
  await forgotten.getByLabel('新密码', { exact: true }).fill(next)
  await forgotten.getByLabel('再输一次新密码').fill(next)
  await forgotten.getByRole('button', { name: '修改密码' }).click()
  await forgotten.getByRole('link', { name: /^报修/ }).first().waitFor()
  await look(forgotten, '3-at-work')

  const again = await (await browser()).openPage({ test: t, ...telephone, expectedErrors: [/status of 401/] })
  await again.goto(`${address}/sign-in`)
  await signIn(again, { ...guest, password: handedOver })
  await again.getByRole('alert').filter({ hasText: '用户名或密码不正确' }).waitFor()
  await signIn(again, { ...guest, password: next })
  await again.getByRole('link', { name: /^报修/ }).first().waitFor()
})

test('on a telephone an account’s card has one thing to press and the rest behind 更多', async (t) => {
  const { openAs, address } = await demonstration()
  const guest = await newcomer({ test: t, address, name: '孙小卡' })
  const page = await openAs({ test: t, username: 'qian.yiming', path: '/administration/accounts', size: telephone })
  await page.getByRole('searchbox', { name: '搜索用户名或姓名' }).fill(guest.username)
  const card = page.getByRole('row').filter({ hasText: guest.username })
  await card.getByRole('button', { name: '更多' }).waitFor()
  const titles = async (buttons: ReturnType<Page['getByRole']>): Promise<string[]> => (await buttons.allTextContents()).map((title) => title.replaceAll(/\s/g, ''))
  assert.deepEqual(await titles(card.getByRole('button')), ['重置密码', '更多'])
  await card.getByRole('button', { name: '更多' }).click()
  const more = page.getByRole('dialog')
  assert.deepEqual(await titles(more.getByRole('button').filter({ hasNotText: '×' })), ['修改', '重置动态口令'])
  await look(page, '4-more')
  await more.getByRole('button', { name: '修改' }).click()
  await page.getByRole('dialog', { name: `账号 ${guest.username}` }).waitFor()
})
