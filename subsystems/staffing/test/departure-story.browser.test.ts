// The story of somebody who leaves 离岗: asked on a telephone, agreed to, handed over line by line, and on the day his own screen asks him to sign in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `departure-${name}` })
}
async function choose(page: Page, label: string | RegExp, typed: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(typed)
  await page.locator('.ant-select-item-option:visible').filter({ hasText: option }).first().click()
}
async function write(page: Page, address: string, path: string, data: object): Promise<unknown> {
  const { csrf } = (await (await page.request.get(`${address}/api/me`)).json()) as { csrf: string }
  const answer = await page.request.post(`${address}${path}`, { headers: { 'x-csrf-token': csrf }, data })
  if (!answer.ok()) throw new Error(await answer.text())
  const made: unknown = await answer.json()
  return made
}

test('somebody leaves: listed, handed over, and gone everywhere at once', async (t) => {
  const { address, openAs } = await demonstration()
  const day = (await fetch(`${address}/api/health`)).headers.get('houqin-time') ?? ''
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(day))
  const officer = await openAs({ test: t, username: 'xu.jing', path: '/', size: telephone, expectedErrors: [/409/] })
  // Somebody whom no other story knows.
  const { rows } = (await (await officer.request.get(`${address}/api/registers/people.person?q=${encodeURIComponent('黄文博')}`)).json()) as { rows: { id: string; name: string; organ: { name: string } }[] }
  const leaver = rows.find(({ organ }) => organ.name.includes('财政局'))
  assert.ok(leaver, 'the demonstration has no 黄文博')
  const admin = await openAs({ test: t, username: 'qian.yiming', path: '/', size: desk })
  const account = (await write(admin, address, '/api/accounts', { username: 'leaver.story', name: leaver.name, person: leaver.id })) as { handoverPassword: string }
  const own = await openAs({ test: t, username: 'leaver.story', password: account.handoverPassword, path: '/', size: desk, expectedErrors: [/401/, /403/] })
  await own.getByLabel('现在的密码').fill(account.handoverPassword)
  await own.getByLabel('新密码', { exact: true }).fill('Qx7-lantern-moth-quartz')
  await own.getByLabel('再输一次新密码').fill('Qx7-lantern-moth-quartz')
  await own.getByRole('button', { name: '修改密码' }).click()
  await own.getByRole('heading', { name: `${leaver.name}，您好` }).waitFor()
  const asked = (await write(own, address, '/api/matters/people.correction', { input: { what: '我的职级登记错了，请核对' } })) as { number: string }

  await officer.goto(`${address}/matters/staffing.departure/new`)
  await choose(officer, '谁离岗', leaver.name, /黄文博.*财政局/)
  await officer.getByText('退休', { exact: true }).click()
  await officer.getByLabel('离岗日期').fill(today)
  await officer.getByLabel('原因').fill('到龄退休')
  await look(officer, '1-asking')
  await officer.getByRole('button', { name: '报批' }).click()
  await officer.getByText(/LG-/).first().waitFor()
  const path = new URL(officer.url()).pathname

  const leader = await openAs({ test: t, username: 'gu.mingyuan', path, size: desk })
  await leader.getByRole('region', { name: '审批', exact: true }).getByRole('button', { name: '同意', exact: true }).click()
  await leader.getByRole('dialog').getByRole('button', { name: '同意' }).click()
  // It is his day, so the house does it within the minute; his own screen, which lies open, shows the door.
  await own.getByRole('heading', { name: '登录' }).waitFor({ timeout: 90_000 })
  await look(own, '5-door')

  await officer.reload()
  const items = officer.getByRole('region', { name: '交接清单' })
  const left = items.locator('.st-departure-item').filter({ hasText: '我的职级登记错了，请核对' })
  await left.waitFor()
  await look(officer, '2-items')
  assert.ok((await officer.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width, 'it scrolls sideways')
  await left.getByRole('button', { name: '移交' }).click()
  const sheet = officer.getByRole('dialog')
  await choose(officer, '交给谁', '吴婷', /吴婷.*财政局/)
  await look(officer, '3-handing')
  await sheet.getByRole('button', { name: '移交' }).click()
  await sheet.waitFor({ state: 'detached' })
  await left.waitFor({ state: 'detached' })
  const successor = await openAs({ test: t, username: 'wu.ting', path: `/matters/people.correction/${asked.number}`, size: desk })
  await successor.getByText(new RegExp(`因离岗.*由${leaver.name}交吴婷`)).waitFor()

  await items.getByText('没有未结的了，可以结清。').waitFor()
  await officer.getByRole('button', { name: '结清' }).first().click()
  await officer.getByRole('dialog').getByRole('button', { name: '结清' }).click()
  await officer.getByRole('region', { name: '谁在办' }).getByText('已结束').waitFor()
  await look(officer, '4-closed')
})
