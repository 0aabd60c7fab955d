// The story of an absent chief 局长请假: his leave is approved, and what comes while he is away is decided by his deputy, marked 代.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `absent-chief-${name}` })
}
async function choose(page: Page, label: string | RegExp, typed: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(typed)
  await page.locator('.ant-select-item-option:visible').filter({ hasText: option }).first().click()
}
async function agree(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: '审批', exact: true })
  await panel.getByRole('button', { name: '同意', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '同意' }).click()
}

test('the deputy decides for a chief who is on leave', async (t) => {
  const { address, openAs } = await demonstration()
  const day = (await fetch(`${address}/api/health`)).headers.get('houqin-time') ?? ''
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(day))
  const chief = await openAs({ test: t, username: 'hou.zhenbang', path: '/matters/staffing.leave/new', size: telephone })
  await chief.getByText('外出学习', { exact: true }).click()
  await chief.getByLabel('自', { exact: true }).fill(today)
  await chief.getByLabel('至', { exact: true }).fill(today)
  await chief.getByLabel('事由').fill('参加市里的培训班')
  await choose(chief, /外出期间由谁代理/, '范睿', /范睿.*财政局/)
  await chief.getByRole('heading', { name: '手头的事交给谁' }).waitFor()
  await look(chief, '1-leave')
  await chief.getByRole('button', { name: '报批' }).click()
  await chief.getByText(/QJ-/).first().waitFor()

  const leader = await openAs({ test: t, username: 'gu.mingyuan', path: '/inbox', size: desk })
  await leader.getByRole('link', { name: /外出学习/ }).click()
  await agree(leader)
  await leader.getByText('已批准').first().waitFor()

  // Somebody of the organ asks for leave meanwhile: it goes to who stands in.
  const clerk = await openAs({ test: t, username: 'wu.ting', path: '/matters/staffing.leave/new', size: desk })
  const asked = await clerk.request.get(`${address}/api/me`)
  const { csrf } = (await asked.json()) as { csrf: string }
  const made = await clerk.request.post(`${address}/api/staffing/leaves`, {
    headers: { 'x-csrf-token': csrf }, data: { input: { kind: 'personal', from: '2031-03-04', to: '2031-03-04', reason: '家中有事' }, handover: [] },
  })
  assert.equal(made.status(), 201, await made.text())
  const { number } = (await made.json()) as { number: string }

  const deputy = await openAs({ test: t, username: 'fan.rui', path: '/inbox', size: telephone })
  await deputy.getByRole('link', { name: /2031-03-04/ }).click()
  await deputy.getByRole('region', { name: '审批', exact: true }).getByText(/范睿.*代.*侯振邦|代.*侯振邦/).first().waitFor()
  await look(deputy, '2-deputy')
  await agree(deputy)
  await deputy.getByText('已批准').first().waitFor()
  await look(deputy, '3-decided')
  assert.match(deputy.url(), new RegExp(number))

  // Back again: what the chief decided to hand over ends with his leave.
  await chief.reload()
  await chief.getByRole('button', { name: '销假' }).first().click()
  await chief.getByText('已销假').first().waitFor()
})
