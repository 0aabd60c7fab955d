// A number asked for 查看号码 on the screen: masked for whoever opens the person, shown to the officer who says why, and found in the audit.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const { address, openAs } = await demonstration()
const shot = async (page: Page, name: string): Promise<void> => void (await (await browser()).screenshot({ page, name: `reveal-${name}` }))
const masked = /\d{3}\*{4}\d{4}/
const whole = /(?<!\d)1\d{10}(?!\d)/

test('an officer sees a number masked, says why and sees it whole; a clerk has nothing to tap; the audit tells who asked', async (t) => {
  const officer = await openAs({ test: t, username: 'xu.jing', path: '/', size: telephone })
  const list = await (await officer.request.get(`${address}/api/registers/people.person?where.phone.null=false&where.standing=active&limit=1&sort=-number`)).json() as { rows: { id: string; name: string }[] }
  const one = list.rows[0]
  assert.ok(one)
  const path = `/registers/people.person/${one.id}`
  await officer.goto(`${address}${path}`)
  const facts = officer.getByRole('region', { name: '人员', exact: true })
  await facts.getByText(masked).first().waitFor()
  assert.doesNotMatch(await facts.innerText(), whole)
  await shot(officer, '1-masked')
  await facts.getByRole('button', { name: '查看手机' }).click()
  await officer.getByText('谁、何时、为何查看都记入审计').waitFor()
  await shot(officer, '2-why')
  await officer.getByRole('button', { name: '联系本人' }).click()
  await facts.getByText(whole).first().waitFor()
  assert.equal(await facts.getByRole('button', { name: /^查看/ }).count(), 0)
  assert.ok((await officer.evaluate(() => document.documentElement.scrollWidth)) <= telephone.width)
  await shot(officer, '3-whole')

  const clerk = await openAs({ test: t, username: 'liu.min', path, size: desk })
  await clerk.getByText('部分内容按权限隐去').waitFor()
  assert.doesNotMatch(await clerk.getByRole('main').innerText(), whole)
  assert.equal(await clerk.getByRole('button', { name: /^查看/ }).count(), 0)

  const auditor = await openAs({ test: t, username: 'shi.lei', path: '/administration/audit', size: desk })
  await auditor.getByText(`查看人员“${one.name}”的`).first().waitFor()
  const told = await auditor.getByText(`查看人员“${one.name}”的`).first().innerText()
  assert.match(told, /：联系本人/)
  await shot(auditor, '4-audit')
})
