// The purchase story 采购审批 at the desk: approved by the desk and a leader who reads nothing else of it, while the officer changes the route.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `purchase-story-${name}` })
}

test('the purchase of the demonstration is approved, while the route is changed behind it', async (t) => {
  const { openAs } = await demonstration()

  // 孙晓雯 finds it in her inbox, with what is asked and whom it goes to after her.
  const section = await openAs({ test: t, username: 'sun.xiaowen', path: '/inbox', size: desk })
  await section.getByRole('link', { name: /更换会议室地插/ }).click()
  const panel = section.getByRole('region', { name: '审批', exact: true })
  await panel.getByText('3,680.00').waitFor()
  await panel.getByRole('row', { name: /服务科审核.*孙晓雯/ }).waitFor()
  await panel.getByRole('row', { name: /局领导审批.*局领导/ }).waitFor()
  await look(section, '1-panel')

  // 许静 asks who would decide such a purchase, then lets the next ones go to the desk alone; this one keeps its route.
  const officer = await openAs({ test: t, username: 'xu.jing', path: '/approval/routes', size: desk })
  const table = officer.getByRole('table', { name: '采购维修材料 · 报批' })
  await table.getByRole('row', { name: /2000 元至不满 20000 元/ }).waitFor()
  await look(officer, '2-routes')
  await officer.getByRole('tab', { name: '谁来审' }).click()
  await officer.getByRole('combobox', { name: '哪一步' }).click()
  await officer.locator('.ant-select-item-option:visible').filter({ hasText: '采购维修材料 · 报批' }).click()
  await officer.getByRole('textbox', { name: '金额，元' }).fill('3680')
  await officer.getByRole('button', { name: '看看谁来审' }).click()
  const answer = (await officer.getByRole('heading', { name: '会这样审' }).locator('..').textContent()) ?? ''
  for (const words of ['服务科审核', '孙晓雯', '局领导审批', '顾明远']) assert.ok(answer.includes(words), `it does not say ${words}: ${answer}`)
  await look(officer, '3-who-decides')
  await officer.getByRole('tab', { name: '路线表' }).click()
  await table.getByRole('row', { name: /2000 元至不满 20000 元/ }).getByRole('button', { name: '修改' }).click()
  const sheet = officer.getByRole('dialog')
  await sheet.getByRole('table', { name: '审批环节' }).getByRole('row').nth(2).getByRole('button', { name: '删除' }).click()
  await look(officer, '4-editor')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  await table.getByRole('row', { name: /2000 元至不满 20000 元.*第 2 版/ }).waitFor()

  await panel.getByRole('button', { name: '同意', exact: true }).click()
  await section.getByRole('dialog').getByRole('button', { name: '同意' }).click()
  await panel.getByRole('row', { name: /局领导审批.*顾明远.*待办/ }).waitFor()

  // 顾明远 decides on his telephone.
  const leader = await openAs({ test: t, username: 'gu.mingyuan', path: '/inbox', size: telephone })
  await leader.getByRole('link', { name: /更换会议室地插/ }).click()
  await leader.getByRole('button', { name: '同意', exact: true }).waitFor()
  await look(leader, '5-telephone')
  await leader.getByRole('button', { name: '同意', exact: true }).click()
  await leader.getByRole('dialog').getByRole('textbox').fill('同意，按最低价')
  await leader.getByRole('dialog').getByRole('button', { name: '同意' }).click()
  await leader.getByText('待采购').first().waitFor()
  await leader.getByRole('region', { name: '审批', exact: true }).getByText('同意，按最低价').waitFor()
  await look(leader, '6-passed')

  const worker = await openAs({ test: t, username: 'chen.zhiqiang', path: '/approval/deputies', size: desk })
  await worker.getByText('没有代理').waitFor()
})
