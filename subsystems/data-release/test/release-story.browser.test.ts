// An export on the screen 导出的一生: what for is asked, above the measure it is asked for, the leader agrees, the file is fetched.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const { openAs } = await demonstration()
const shot = async (page: Page, name: string): Promise<void> => void (await (await browser()).screenshot({ page, name: `release-${name}` }))

test('许静 exports the staff: too many to take at once, 顾明远 agrees on his telephone, she fetches the file', async (t) => {
  const officer = await openAs({ test: t, username: 'xu.jing', path: '/registers/people.person', size: desk, expectedErrors: [/status of 409/] })
  await officer.getByRole('button', { name: '导出' }).click()
  const sheet = officer.getByRole('dialog')
  assert.equal(await sheet.getByRole('button', { name: '导出', exact: true }).isDisabled(), true, 'nothing leaves without a reason')
  await sheet.getByRole('textbox', { name: '用途' }).fill('组织年度体检')
  await shot(officer, '1-reason')
  await sheet.getByRole('button', { name: '导出', exact: true }).click()
  await sheet.getByText('须先经审批').waitFor()
  await shot(officer, '2-above')
  await sheet.getByRole('button', { name: '申请导出' }).click()
  await officer.getByRole('heading', { name: /^导出人员 \d+ 条$/ }).waitFor()
  const number = /DC-\d{8}-\d{4}/.exec(officer.url())?.[0] ?? ''
  assert.notEqual(number, '')

  const leader = await openAs({ test: t, username: 'gu.mingyuan', path: `/matters/data-release.release/${number}`, size: telephone })
  await leader.getByText('组织年度体检').first().waitFor()
  assert.ok((await leader.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width)
  await shot(leader, '3-leader')
  await leader.getByRole('button', { name: '同意导出' }).click()
  await leader.getByRole('dialog').getByRole('button', { name: '同意导出' }).click()
  await leader.getByRole('dialog').waitFor({ state: 'detached' })
  await leader.getByText('可下载').first().waitFor()

  await officer.reload()
  const panel = officer.getByRole('region', { name: '下载' })
  await shot(officer, '4-file')
  const [file] = await Promise.all([officer.waitForEvent('download'), panel.getByRole('link', { name: '下载 Excel' }).click()])
  assert.match(file.suggestedFilename(), /人员\.xlsx$/)
})
