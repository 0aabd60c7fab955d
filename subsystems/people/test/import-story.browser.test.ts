// An officer and a messy ledger in the browser 导入台账: columns confirmed, a wrong name chosen, imported, seen again after a reload, taken back.
import { test } from 'node:test'
import { demonstration, desk } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'
import { workbookOf } from '@houqin/testing/ledger-file'

const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `import-${name}` })
}
const head = [
  ['清溪区机关工作人员花名册', null, null, null, null, null, null],
  ['序号', '姓名', '职工号', '性别', '工作单位', '基本情况', null],
  [null, null, null, null, null, '编制类型', '入职日期'],
]
const merged = ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:G2']
const ledger = async (mark: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name: `花名册${mark}.xlsx`, mimeType: '',
  buffer: await workbookOf([{ name: '封面', rows: [['机关事务管理局']] }, {
    name: '花名册', merged,
    rows: [
      ...head,
      [1, `导甲${mark}`, `DR${mark}1`, '女', '清溪区财政局', '公务员', '2024-1-5'], [2, `导乙${mark}`, `DR${mark}2`, '男', '清溪区民政剧', '公务员', '2024年1月5日'],
      [3, `导丙${mark}`, `DR${mark}1`, '男', '清溪区财政局', '公务员', '20240105'], ['合计', null, null, null, null, null, 3],
    ],
  }]),
})

async function tryOut(page: Page, mark: string): Promise<void> {
  await page.getByLabel('台账文件').setInputFiles(await ledger(mark))
  await page.getByText('表里没有的必填项').waitFor()
  await page.getByLabel('状态', { exact: true }).click()
  await page.locator('.ant-select-item-option-content').getByText('在职', { exact: true }).click()
  await page.getByRole('button', { name: '试算', exact: true }).click()
  await page.getByText('认不出的写法').waitFor({ timeout: 30_000 })
}

test('at the desk: from the list to the rows, and back', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'xu.jing', path: '/registers/people.person', size: desk, expectedErrors: [/status of 4(09|15)/] })
  await page.getByRole('link', { name: '导入', exact: true }).click()

  // what cannot be read is refused in words
  await page.getByLabel('台账文件').setInputFiles({ name: '旧表.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]) })
  await page.getByRole('alert').filter({ hasText: '另存为' }).waitFor()

  await tryOut(page, 'Z')
  await page.getByText('与第 4 行重复：工号相同').waitFor()
  await look(page, '1-trial')
  // another look, by its address alone
  await page.reload()
  await page.getByRole('button', { name: /清溪区民政局/ }).first().click()
  await page.getByRole('button', { name: '按选定的 1 处重新试算' }).click()
  await page.getByRole('button', { name: '导入 2 行' }).click()
  await page.getByText('已导入：新增 2 条，修改 0 条。').waitFor({ timeout: 30_000 })
  await look(page, '2-imported')

  await page.getByRole('button', { name: /^2\s*新增/ }).click()
  await page.getByRole('link', { name: '导乙Z' }).click()
  await page.getByRole('heading', { name: '导乙Z' }).waitFor()
  await page.goBack()

  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByText('已撤销：撤回 2 行').waitFor({ timeout: 30_000 })
  await look(page, '3-taken-back')
  await page.getByRole('link', { name: '看台账' }).click()
  await page.getByRole('searchbox', { name: '搜索人员' }).fill('导乙Z')
  await page.getByText('没有符合条件的记录').waitFor()
})
