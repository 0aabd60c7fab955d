// The story of a new employee 新员工入职: one page of the officer's, and the newcomer signs in with what is printed, changes the password and finds his own desk.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { identityCheck } from '@houqin/people'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `new-employee-${name}` })
}
const identity = '32010219960712305'
/** Chosen from a list that the server searches. */
async function choose(page: Page, label: string, typed: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(typed)
  await page.locator('.ant-select-item-option:visible').filter({ hasText: option }).first().click()
}

test('a new employee is entered in one go, and signs in', async (t) => {
  const { address, openAs } = await demonstration()
  const officer = await openAs({ test: t, username: 'xu.jing', path: '/staffing/new-employee', size: telephone, expectedErrors: [/422/, /409/] })
  await officer.getByRole('textbox', { name: '姓名' }).fill('韩秋实')
  await officer.getByRole('textbox', { name: '手机' }).fill('19912340712')
  await officer.getByRole('textbox', { name: '公民身份号码' }).fill(`${identity}${identityCheck(identity) === '1' ? '2' : '1'}`)
  await officer.getByText('这个号码的校验位不对').waitFor()
  await officer.getByRole('textbox', { name: '公民身份号码' }).fill(`${identity}${identityCheck(identity)}`)
  await officer.getByText('男，1996-07-12 出生').waitFor()
  await choose(officer, '到哪个单位', '财政局', /清溪区财政局/)
  await officer.getByRole('textbox', { name: '职务' }).fill('一级科员')
  await officer.getByLabel('报到日期').fill('2031-03-03')
  await officer.getByRole('radio', { name: /空 1/ }).first().check()
  await officer.getByText('han.qiushi').waitFor()
  await officer.getByRole('button', { name: '加一个角色' }).click()
  await officer.getByRole('combobox', { name: '第 1 个角色' }).click()
  await officer.keyboard.type('单位联络员')
  await officer.keyboard.press('Enter')
  await look(officer, '1-page')
  // The role needs an organ: told beside the line, and nothing typed is lost.
  await officer.getByRole('button', { name: '办理入职' }).click()
  await officer.getByRole('group', { name: '角色 1' }).getByText('“单位联络员”须指明单位').waitFor()
  assert.equal(await officer.getByRole('textbox', { name: '姓名' }).inputValue(), '韩秋实')
  await choose(officer, '管哪个单位（含下级）', '财政局', /清溪区财政局/)
  await officer.getByRole('button', { name: '再办一次' }).click()
  await officer.getByText('韩秋实的入职已办好').waitFor()
  await look(officer, '2-sheet')
  const sheet = officer.getByRole('region', { name: '入职单' })
  const password = ((await sheet.getByLabel('首次密码').textContent()) ?? '').trim()
  assert.ok(password.length >= 10, `the first password is ${password}`)
  await sheet.getByText('我要报修').waitFor()
  assert.ok(await officer.getByRole('link', { name: /角色申请 JS-.* 已报批/ }).isVisible())
  assert.ok((await officer.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width, 'it scrolls sideways')

  const own = await (await browser()).openPage({ test: t, ...desk, expectedErrors: [/403/, /401/] })
  await own.goto(`${address}/`)
  await own.getByRole('textbox', { name: '用户名' }).fill('han.qiushi')
  await own.getByLabel('密码', { exact: true }).fill(password)
  await own.getByRole('button', { name: '登录' }).click()
  await own.getByLabel('现在的密码').fill(password)
  await own.getByLabel('新密码', { exact: true }).fill('Vr7-lantern-moth')
  await own.getByLabel('再输一次新密码').fill('Vr7-lantern-moth')
  await own.getByRole('button', { name: '修改密码' }).click()
  await own.getByRole('heading', { name: '韩秋实，您好' }).waitFor()
  await own.goto(`${address}/inbox`)
  await own.getByRole('link', { name: /韩秋实入职/ }).click()
  await look(own, '3-arriving')
  await own.getByRole('button', { name: '确认报到' }).first().click()
  await own.getByText('已报到').first().waitFor()
})
