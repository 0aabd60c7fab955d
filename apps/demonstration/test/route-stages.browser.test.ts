// The editor of a route on a telephone: each stage is a card, nothing scrolls sideways, and every part of it can be changed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, telephone } from '../src/demonstration.ts'

test('a stage is added, named, timed and taken out with a thumb', async (t) => {
  const { openAs } = await demonstration()
  const keeper = await openAs({ test: t, username: 'xu.jing', path: '/approval/routes', size: telephone })
  await keeper.getByRole('button', { name: '修改', exact: true }).first().click()
  const stages = keeper.getByRole('table', { name: '审批环节' })
  await stages.waitFor()
  const before = await stages.getByLabel('环节名称').count()
  await keeper.getByRole('button', { name: '加一个环节' }).click()
  const name = stages.getByLabel('环节名称').nth(before)
  await name.fill('分管领导审核')
  await stages.getByRole('spinbutton', { name: '工作小时' }).nth(before).fill('16')
  assert.ok(await stages.getByRole('combobox', { name: '超时' }).nth(before).isEnabled())
  const widths = await stages.evaluate((table) => ({ content: table.scrollWidth, room: table.parentElement?.clientWidth ?? 0, heights: [...table.querySelectorAll('button, input')].map((one) => one.closest('.ant-select, .ant-input-number')?.clientHeight ?? one.clientHeight) }))
  assert.ok(widths.content <= widths.room, `${widths.content} in ${widths.room}`)
  assert.ok(Math.min(...widths.heights) >= 24, widths.heights.join())
  await stages.getByRole('button', { name: '删除' }).nth(before).click()
  assert.equal(await stages.getByLabel('环节名称').count(), before)
})
