// A role withdrawn at once everywhere 即时收回: one browser takes it away, in the other menu, buttons and page follow without a reload.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'
import { newcomer } from './newcomer.ts'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `rights-felt-${name}` })
}

test('the officer’s menu loses the screens, what he is typing is refused in words and kept, then the page says so', async (t) => {
  const { openAs, address } = await demonstration()
  const guest = await newcomer({ test: t, address, name: '钱小楼', role: 'places.officer' })
  const officer = await openAs({ test: t, ...guest, path: '/registers/places.building', size: desk, expectedErrors: [/status of 40[34]/] })
  const menu = officer.getByRole('navigation', { name: '主导航' })
  const buildings = menu.getByRole('link', { name: '楼栋', exact: true })
  await buildings.waitFor()
  await officer.getByRole('table').getByRole('link').first().click()
  await officer.getByRole('button', { name: '修改' }).click()
  const name = officer.getByRole('textbox', { name: '名称' }).first()
  await name.fill('改了一半的楼名')
  await look(officer, '1-typing')

  const security = await openAs({ test: t, username: 'feng.lan', path: '/administration/grants', size: desk })
  await security.getByRole('row', { name: /钱小楼/ }).first().getByRole('button', { name: '收回' }).click()
  const sheet = security.getByRole('dialog')
  await sheet.getByRole('textbox', { name: '收回的理由' }).fill('调离')
  await sheet.getByRole('button', { name: '收回' }).click()
  await sheet.waitFor({ state: 'detached' })

  await buildings.waitFor({ state: 'detached', timeout: 5_000 })
  await officer.getByText(/您不再担任「场所管理员」/).waitFor()
  assert.equal(await name.inputValue(), '改了一半的楼名')
  await officer.getByRole('button', { name: '保存' }).click()
  await officer.getByRole('alert').waitFor()
  assert.equal(await name.inputValue(), '改了一半的楼名')
  await look(officer, '2-refused')
  await officer.getByRole('button', { name: '取消' }).click()
  await officer.getByText('这一页不再对您开放').waitFor()
  await look(officer, '3-closed')
})

test('a closed account is shown the door at once', async (t) => {
  const { openAs, address } = await demonstration()
  const guest = await newcomer({ test: t, address, name: '钱小门' })
  const clerk = await openAs({ test: t, ...guest, path: '/', size: desk, expectedErrors: [/status of 401/] })
  await clerk.getByRole('link', { name: /^报修/ }).first().waitFor()

  const system = await openAs({ test: t, username: 'qian.yiming', path: '/administration/accounts', size: desk })
  await system.getByRole('searchbox', { name: '搜索用户名或姓名' }).fill(guest.username)
  await system.getByRole('row').filter({ hasText: guest.username }).getByRole('button', { name: '修改' }).click()
  await system.getByRole('dialog').getByRole('group', { name: /停用/ }).getByText('是', { exact: true }).click()
  await system.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await clerk.getByRole('heading', { name: '登录' }).waitFor({ timeout: 5_000 })
  await clerk.getByText('登录已经结束').waitFor()
  await look(clerk, '4-door')
})
