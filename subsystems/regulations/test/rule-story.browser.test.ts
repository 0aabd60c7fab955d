// A rule from draft to issue 制度制定 on the screen: faults told while drafting, a comment by staff, a refusal that is kept, approval read on a telephone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `rule-story-${name}` })
}
const draft = `第一条 为规范机关茶水间使用，节约用水用电，制定本规程。
第二条 茶水间由驻点负责人每日检查。
第三条 下班后应当关闭开水器电源。
第四条 本规程自印发之日起施行。`
const title = '清溪区机关茶水间操作规程'

/** No line of text runs out of a telephone's screen. */
async function assertFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(wide, 0, `the page is ${wide} px too wide`)
}
/** Typed into the calendar's own field, and taken when it is left. */
async function fillDay(dialog: ReturnType<Page['getByRole']>, label: string, day: string): Promise<void> {
  await dialog.getByLabel(label).fill(day)
  await dialog.getByLabel(label).press('Tab')
}
async function pressIn(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: step, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('a rule is drafted, commented on, refused with a reason, mended, approved and in force', async (t) => {
  const { openAs } = await demonstration()

  // 许静 begins it, writes a draft with a gap, is told so, and mends it.
  const drafter = await openAs({ test: t, username: 'xu.jing', path: '/matters/regulations.rule-making/new', size: desk })
  await drafter.getByLabel('制度名称').fill(title)
  await drafter.getByText('新订', { exact: true }).click()
  await drafter.getByText('操作规程', { exact: true }).click()
  await drafter.getByLabel('为什么').fill('开水器整夜不关，费电也不安全')
  await drafter.getByRole('button', { name: '提交' }).click()
  await drafter.getByRole('button', { name: '写草案' }).click()
  const box = drafter.getByRole('dialog').getByLabel('草案')
  await box.fill(draft.replace('第三条', '第四条').replace('\n第四条 本规程', '\n第五条 本规程'))
  await drafter.getByRole('dialog').getByText('第二条之后是第四条，条号不连续').waitFor()
  await look(drafter, '1-gap')
  await box.fill(draft)
  await drafter.getByRole('dialog').getByText('切成 4 条，条号连续。').waitFor()
  await drafter.getByRole('dialog').getByRole('button', { name: '保存草案' }).click()
  await drafter.getByRole('dialog').waitFor({ state: 'detached' })
  const address = new URL(drafter.url()).pathname
  await drafter.getByRole('button', { name: '征求意见' }).click()
  await fillDay(drafter.getByRole('dialog'), '意见征求至', '2027-01-15')
  await drafter.getByRole('dialog').getByRole('button', { name: '征求意见', exact: true }).click()
  await drafter.getByRole('dialog').waitFor({ state: 'detached' })

  // 刘敏 reads it on his telephone and says what is missing.
  const staff = await openAs({ test: t, username: 'liu.min', path: address, size: telephone })
  await staff.getByRole('region', { name: '草案' }).getByText('下班后应当关闭开水器电源。').waitFor()
  await assertFits(staff)
  await look(staff, '2-staff')
  await staff.getByRole('button', { name: '提意见' }).click()
  await staff.getByRole('dialog').getByLabel('对哪一条').fill('第三条')
  await staff.getByRole('dialog').getByLabel('意见', { exact: true }).fill('写明几点关')
  await staff.getByRole('dialog').getByRole('button', { name: '提交意见' }).click()
  await staff.getByText('写明几点关').first().waitFor()

  await drafter.getByText('写明几点关').first().waitFor()
  await drafter.getByRole('button', { name: '处理意见' }).click()
  const sheet = drafter.getByRole('dialog')
  await sheet.getByText('部分采纳').click()
  await sheet.getByLabel('理由').fill('时间由各驻点定，规程里写上下班后半小时内')
  await look(drafter, '3-handle')
  await sheet.getByRole('button', { name: '保存处理' }).click()
  await sheet.waitFor({ state: 'detached' })
  await drafter.getByRole('button', { name: '送法制审核' }).click()
  await drafter.getByRole('dialog').getByRole('textbox').fill('安全隐患，急用，提前结束')
  await drafter.getByRole('dialog').getByRole('button', { name: '送法制审核' }).click()
  await drafter.getByText('法制审核', { exact: true }).first().waitFor()

  const reviewer = await openAs({ test: t, username: 'he.wei', path: address, size: desk })
  const review = async (): Promise<void> => {
    await reviewer.getByRole('button', { name: '审核通过' }).click()
    await reviewer.getByRole('dialog').getByLabel('法制审核意见').fill('与上位规定不抵触')
    await reviewer.getByRole('dialog').getByRole('button', { name: '审核通过' }).click()
    await reviewer.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await review()

  const ask = async (): Promise<void> => {
    await drafter.getByRole('button', { name: '报批印发' }).click()
    const form = drafter.getByRole('dialog')
    await form.getByLabel('文号').fill('清机管〔2026〕21号')
    await fillDay(form, '施行日期', '2027-02-01')
    await fillDay(form, '何时评估', '2028-02-01')
    await form.getByRole('button', { name: '报批印发' }).click()
    await form.waitFor({ state: 'detached' })
  }
  await ask()

  // 顾明远 refuses on his telephone; who and why stays to be read.
  const leader = await openAs({ test: t, username: 'gu.mingyuan', path: '/inbox', size: telephone })
  await leader.getByRole('link', { name: new RegExp(title) }).click()
  await leader.getByRole('region', { name: '草案' }).getByText('下班后应当关闭开水器电源。').waitFor()
  await assertFits(leader)
  await look(leader, '4-leader')
  await leader.getByRole('button', { name: '不同意', exact: true }).click()
  await leader.getByRole('dialog').getByRole('textbox').fill('第三条要写明时限')
  await leader.getByRole('dialog').getByRole('button', { name: '不同意' }).click()
  await leader.getByRole('region', { name: '审批', exact: true }).getByText('第三条要写明时限').first().waitFor()
  await drafter.getByRole('region', { name: '审批', exact: true }).getByText('第三条要写明时限').first().waitFor()
  await look(drafter, '5-refused')

  // It goes round once more, with the article mended.
  await drafter.getByRole('button', { name: '写草案' }).click()
  await drafter.getByRole('dialog').getByLabel('草案').fill(draft.replace('下班后应当', '下班后半小时内应当'))
  await drafter.getByRole('dialog').getByRole('button', { name: '保存草案' }).click()
  await drafter.getByRole('dialog').waitFor({ state: 'detached' })
  await pressIn(drafter, '征求意见')
  await drafter.getByRole('button', { name: '送法制审核' }).click()
  await drafter.getByRole('dialog').getByRole('textbox').fill('按领导意见改了一条')
  await drafter.getByRole('dialog').getByRole('button', { name: '送法制审核' }).click()
  await drafter.getByRole('dialog').waitFor({ state: 'detached' })
  await review()
  await ask()
  await leader.getByRole('button', { name: '同意', exact: true }).click()
  await leader.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()
  await leader.getByText('施行中').first().waitFor()
  await leader.getByRole('link', { name: title }).first().click()
  await leader.waitForURL(/regulations\.document/)
  await leader.getByRole('region', { name: '第三条' }).getByText('下班后半小时内应当关闭开水器电源。').waitFor()
  await look(leader, '6-issued')
})

test('whoever comments on a revision sees at 390 px what it changes', async (t) => {
  const { openAs } = await demonstration()
  const staff = await openAs({ test: t, username: 'wu.ting', path: '/matters/regulations.rule-making', size: telephone })
  await staff.getByRole('link', { name: /会议室管理办法/ }).click()
  const panel = staff.getByRole('region', { name: '草案' })
  await panel.getByText('修改 2 条，新增 2 条，删去 1 条，未变 4 条。').waitFor()
  assert.deepEqual((await panel.locator('ins').allTextContents()).slice(0, 1), ['两个'])
  await assertFits(staff)
  await look(staff, '7-revision')
})
