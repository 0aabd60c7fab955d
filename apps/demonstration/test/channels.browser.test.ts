// Notice channels 通知渠道: the administrator sets one up, tries it, reads what went wrong, mends it; the key is never shown again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import { fakeWeb } from '@houqin/testing/fake-web'
import type { Page } from '@houqin/testing'

const path = '/administration/channels'
const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `channels-${name}` })
}

test('a robot is set up, refused, mended and tried; removed in the end', async (t) => {
  const web = await fakeWeb(({ url }) => ({ json: url.searchParams.get('key') === 'right-robot-key' ? { errcode: 0, errmsg: 'ok' } : { errcode: 93000, errmsg: 'invalid webhook url' } }))
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'qian.yiming', path, size: desk, expectedErrors: [/status of 422/] })
  const sheet = page.getByRole('dialog')
  const panel = page.getByRole('region', { name: '总值班群' })

  await page.getByRole('button', { name: '新增渠道' }).click()
  await sheet.getByLabel('类型').click()
  await page.getByTitle('企业微信群机器人').click()
  await sheet.getByLabel('名称').fill('总值班群')
  await sheet.getByLabel('接口地址').fill('not an address')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.getByText('应以 https:// 或 http:// 开头', { exact: true }).waitFor()
  assert.equal(await sheet.getByLabel('名称').inputValue(), '总值班群', 'what was typed stays')
  await look(page, '1-refused')
  await sheet.getByLabel('接口地址').fill(web.host)
  await sheet.getByLabel('机器人 key').fill('wrong-robot-key')
  await sheet.getByRole('switch').click()
  await sheet.getByRole('button', { name: '保存' }).click()

  await panel.getByText('在用').waitFor()
  await panel.getByRole('button', { name: '发一条试试' }).click()
  await sheet.getByRole('button', { name: '发送测试消息' }).click()
  await sheet.getByText(/93000 invalid webhook url/).waitFor()
  await look(page, '2-not-sent')
  await page.keyboard.press('Escape')
  await panel.getByText('最近的错误').waitFor()

  await panel.getByRole('button', { name: '修改' }).click()
  assert.equal(await sheet.getByLabel('机器人 key').inputValue(), '', 'a key that was set is not shown')
  await sheet.getByLabel('机器人 key').fill('right-robot-key')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  await panel.getByRole('button', { name: '发一条试试' }).click()
  await sheet.getByRole('button', { name: '发送测试消息' }).click()
  await sheet.getByText('对方回执：ok').waitFor()
  await page.keyboard.press('Escape')
  await panel.getByText('发出 1 条，失败 1 条').waitFor()
  assert.equal(await panel.getByText('最近的错误').count(), 0)
  assert.ok(!(await page.content()).includes('robot-key'))
  assert.match(web.heard.at(-1)?.body ?? '', /智慧后勤测试消息/)

  const phone = await openAs({ test: t, username: 'qian.yiming', path, size: telephone })
  await phone.getByRole('region', { name: '总值班群' }).waitFor()
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth), telephone.width)
  await look(phone, '3-telephone')
  await panel.getByRole('button', { name: '删除' }).click()
  await sheet.getByRole('button', { name: '删除' }).click()
  await panel.waitFor({ state: 'detached' })
})

test('the administrator enters the account of somebody who cannot', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'qian.yiming', path: '/administration/accounts', size: desk })
  await page.getByRole('searchbox', { name: '搜索用户名或姓名' }).fill('liu.min')
  await page.getByRole('row').filter({ hasText: 'liu.min' }).getByRole('button', { name: '通知地址' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('企业微信账号').fill('liu.min')
  await sheet.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  await look(page, '4-addresses')
  await sheet.getByLabel('企业微信账号').fill('')
  await sheet.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').nth(1).waitFor()
})

test('staff keep the addresses they are reached under', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'liu.min', path: '/me', size: telephone, expectedErrors: [/status of 422/] })
  await page.getByLabel('邮箱').fill('liu.min')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('不是邮箱地址', { exact: true }).waitFor()
  await page.getByLabel('邮箱').fill('liu.min@qingxi.example')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  await page.reload()
  assert.equal(await page.getByLabel('邮箱').inputValue(), 'liu.min@qingxi.example')
  await page.getByLabel('邮箱').fill('')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
})
