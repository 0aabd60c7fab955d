// A key for a program 接口密钥: made with one scope on the screen, shown once, used by the program, and refused from the tap that revokes it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'
import { newcomer } from './newcomer.ts'

const look = async (page: Page, name: string): Promise<void> => void (await (await browser()).screenshot({ page, name: `api-keys-${name}` }))

test('made, shown once, used and revoked', async (t) => {
  const { openAs, address } = await demonstration()
  const program = await newcomer({ test: t, address, name: '门禁同步程序' })
  const title = `门禁同步 ${program.username}`
  const page = await openAs({ test: t, username: 'qian.yiming', path: '/administration/api-keys', size: desk })
  await page.getByRole('button', { name: '新建密钥' }).click()
  const sheet = page.getByRole('dialog')
  const submit = sheet.getByRole('button', { name: '建立' })
  assert.equal(await submit.isDisabled(), true)
  await sheet.getByRole('combobox', { name: '账号' }).fill(program.username)
  await page.locator('.ant-select-item-option').filter({ hasText: program.username }).click()
  await sheet.getByPlaceholder('如 一卡通同步').fill(title)
  await sheet.getByRole('combobox', { name: '范围' }).fill('单位 读')
  await page.locator('.ant-select-item-option').filter({ hasText: /^单位 读$/ }).click()
  await sheet.getByLabel('最后一天').fill('2026-12-31')
  await look(page, '1-new')
  await submit.click()
  const key = (await sheet.locator('output').textContent()) ?? ''
  assert.ok(key.length > 30, 'the key is shown')
  await sheet.getByRole('button', { name: '已存好' }).click()
  const card = page.getByRole('region', { name: title })
  await card.getByText('可用').waitFor()
  assert.equal((await page.content()).includes(key), false, 'and never again')
  assert.equal(await card.getByText(`…${key.slice(-4)}`).count(), 1)

  const ask = (path: string): Promise<number> => fetch(`${address}${path}`, { headers: { authorization: `Bearer ${key}` } }).then(async (answer) => {
    await answer.arrayBuffer()
    return answer.status
  })
  assert.equal(await ask('/api/registers/people.organ?limit=1'), 200)
  assert.equal(await ask('/api/registers/people.person?limit=1'), 403, 'outside its scope')
  await page.reload()
  await card.getByText('最近使用').waitFor()

  const phone = await openAs({ test: t, username: 'qian.yiming', path: '/administration/api-keys', size: telephone })
  const own = phone.getByRole('region', { name: title })
  await own.getByText('可用').waitFor()
  await own.getByText('单位 读').waitFor()
  assert.ok((await phone.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width)
  await look(phone, '2-telephone')
  await own.getByRole('button', { name: '作废' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: '作废' }).click()
  await own.getByText('已作废').waitFor()
  assert.equal(await ask('/api/registers/people.organ?limit=1'), 401)
})
