// 单位编制 in the browser: 235 organs, unfolded and found, each figure opening exactly the persons it counted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'

test('the tree of organs opens down to the persons a figure counted', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'xu.jing', path: '/people/establishment', size: desk })
  await page.getByRole('link', { name: /单位 235 家/ }).waitFor()
  await (await browser()).screenshot({ page, name: 'establishment' })

  await page.getByRole('button', { name: '展开清溪区财政局' }).click()
  const finance = page.getByRole('row', { name: /^收起清溪区财政局/ })
  const figure = finance.getByRole('link').nth(2)
  const counted = Number((await figure.textContent())?.replaceAll(',', ''))
  assert.ok(counted > 10)
  await figure.click()
  await page.waitForURL(/people\.person\?/)
  await page.getByText(`共 ${counted}`).waitFor()
})

test('a sum opens exactly the organs it counted, and their figures add up to it, in one category as in all', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'xu.jing', path: '/people/establishment', size: desk })
  const totals = page.getByRole('region', { name: '合计' })
  const column = { 在编在岗: 2, 空编: 3, 超编: 3 }
  const addsUp = async (name: keyof typeof column): Promise<void> => {
    const figure = totals.getByRole('link', { name: new RegExp(`^${name}`) })
    const sum = Number(/[\d,]+/.exec((await figure.textContent()) ?? '')?.[0].replaceAll(',', ''))
    assert.ok(sum > 0, name)
    await figure.click()
    const said = (await page.getByText(new RegExp(`${name}的? \\d+ 家，合计`)).textContent()) ?? ''
    const cells = await page.locator(`tbody tr > :nth-child(${column[name] + 1})`).allTextContents()
    assert.equal(cells.length, Number(/(\d+) 家/.exec(said)?.[1]))
    const figures = cells.map((cell) => Number(/[\d,]+/.exec(cell)?.[0].replaceAll(',', '')))
    assert.ok(figures.every((each) => each > 0), 'none of them that added nothing')
    assert.equal(figures.reduce((all, each) => all + each, 0), sum)
    await page.goBack()
    await page.getByRole('button', { name: '全部展开' }).waitFor()
  }
  await addsUp('空编')
  await addsUp('超编')
  await page.getByRole('combobox', { name: '类别' }).selectOption({ index: 1 })
  await page.waitForURL(/category=/)
  await addsUp('在编在岗')
  await addsUp('空编')
})

test('a word finds an organ and the way to it, on a telephone', async (t) => {
  const { openAs } = await demonstration()
  const page = await openAs({ test: t, username: 'liu.min', path: '/people/establishment', size: telephone })
  await page.getByRole('searchbox', { name: '找单位' }).fill('财政')
  await page.getByRole('link', { name: '清溪区财政局', exact: true }).waitFor()
  await page.getByRole('link', { name: '清溪区教育局', exact: true }).waitFor({ state: 'detached' })
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'nothing hangs over the edge')
  await (await browser()).screenshot({ page, name: 'establishment-telephone' })
})
