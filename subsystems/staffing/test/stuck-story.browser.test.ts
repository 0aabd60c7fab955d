// The story of an approval that is stuck 卡住的审批: nobody holds the role it asks, the page says so, and the officer names who decides.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `stuck-story-${name}` })
}
/** What a page's own session sends without a screen. */
async function send<Answer>(page: Page, address: string, { path, data, status }: { path: string; data: object; status: number }): Promise<Answer> {
  const { csrf } = (await (await page.request.get(`${address}/api/me`)).json()) as { csrf: string }
  const answer = await page.request.post(`${address}/api${path}`, { headers: { 'x-csrf-token': csrf }, data })
  assert.equal(answer.status(), status, await answer.text())
  return (await answer.json()) as Answer
}

test('what nobody can decide stands on the page with its reason, until the officer names somebody', async (t) => {
  const { address, openAs } = await demonstration()
  const officer = await openAs({ test: t, username: 'xu.jing', path: '/approval/routes', size: desk })
  const day = (await fetch(`${address}/api/health`)).headers.get('houqin-time') ?? ''
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(day))
  const { rows: [lin] } = (await (await officer.request.get(`${address}/api/registers/people.person?q=${encodeURIComponent('林帆')}&limit=1`)).json()) as { rows: { organ: { id: string } }[] }
  // Of her organ and of more than half a year, which nobody else asks for; a role that nobody holds.
  await send(officer, address, {
    path: '/approval/routes', status: 201,
    data: {
      route: 'staffing.leave-days', organ: lin?.organ.id, kind: 'staff', amountFrom: '130', amountBelow: null, from: today, to: null, source: '本局考勤规定：长假',
      stages: [{ title: '长假审批', mode: 'any', who: [{ role: 'kernel.gateway' }] }],
    },
  })
  const asker = await openAs({ test: t, username: 'lin.fan', path: '/me', size: desk })
  const asked = await send<{ number: string; version: number }>(asker, address, {
    path: '/staffing/leaves', status: 201, data: { input: { kind: 'sick', from: '2031-01-06', to: '2031-09-26', reason: '住院治疗' }, handover: [] },
  })

  await officer.reload()
  await officer.getByRole('tab', { name: '卡住的审批' }).click()
  const row = officer.getByRole('table', { name: '卡住的审批' }).getByRole('row', { name: new RegExp(asked.number) })
  await row.getByText('没有人担任').waitFor()
  await look(officer, '1-stuck')
  await row.getByRole('button', { name: '处理' }).click()
  const sheet = officer.getByRole('dialog')
  await sheet.getByText('指定审批人', { exact: true }).click()
  await sheet.getByRole('combobox', { name: /审批人/ }).click()
  await officer.keyboard.type('顾明远')
  await officer.locator('.ant-select-item-option:visible').filter({ hasText: '顾明远' }).first().click()
  await sheet.getByRole('textbox', { name: /原因/ }).fill('长假由局领导审批')
  await look(officer, '2-help')
  await sheet.getByRole('button', { name: '确定' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row.waitFor({ state: 'detached' })

  await asker.goto(`${address}/matters/staffing.leave/${asked.number}`)
  const panel = asker.getByRole('region', { name: '审批', exact: true })
  await panel.getByRole('row', { name: /长假审批.*顾明远.*待办/ }).waitFor()
  await look(asker, '3-goes-on')
  await panel.getByRole('button', { name: '撤回审批' }).click()
  await asker.getByRole('dialog').getByRole('button', { name: '撤回审批' }).click()
  await panel.getByText('已撤回').first().waitFor()
})
