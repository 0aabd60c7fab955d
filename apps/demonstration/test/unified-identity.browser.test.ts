// The city's identity on a telephone 统一身份登录: entered and tried by the administrator, linked once by the password, home; then out, in again, and unlinked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk, telephone } from '@houqin/demonstration'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'
import { openCityIdentity } from '@houqin/testing/city-identity'
import { newcomer } from './newcomer.ts'

// its own, so that a story that broke off leaves no button that this one could take for its own
const title = `市统一身份${process.pid}`
const look = async (page: Page, name: string): Promise<void> => {
  await (await browser()).screenshot({ page, name: `unified-identity-${name}` })
}
/** The provider's own pages, as it made them. */
async function vouchAt(page: Page, citizen: string): Promise<void> {
  await page.locator('input[name=login]').fill(citizen)
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('from the button to the provider, linked, home, out and in again', async (t) => {
  const { openAs, address } = await demonstration()
  const city = await openCityIdentity({ citizens: { qian: { name: '钱小统' } }, redirects: [`${address}/`], leaves: [`${address}/sign-in`] })
  t.after(() => city.close())

  const keeper = await openAs({ test: t, username: 'qian.yiming', path: '/administration/identity', size: desk })
  await keeper.getByRole('button', { name: '登记身份平台' }).click()
  const sheet = keeper.getByRole('dialog')
  await sheet.getByRole('textbox', { name: '按钮上的名字' }).fill(title)
  await sheet.getByRole('textbox', { name: '签发者网址' }).fill(city.issuer)
  await sheet.getByRole('textbox', { name: '客户端编号' }).fill(city.clientId)
  await sheet.getByLabel('客户端密码').fill(city.clientSecret)
  await look(keeper, '1-provider')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  const row = keeper.getByRole('listitem').filter({ hasText: city.issuer })
  await row.getByRole('button', { name: '试连' }).click()
  await keeper.getByRole('dialog').getByText(/读到了.*发现文档/).waitFor()
  await look(keeper, '2-tried')
  city.register((await keeper.getByRole('dialog').locator('code').textContent()) ?? '')
  await keeper.getByRole('dialog').getByRole('button', { name: '关闭' }).click()

  const guest = await newcomer({ test: t, address, name: '钱小统' })
  // the provider's pages ask the wide world for a typeface, and the house for its icon
  const phone = await (await browser()).openPage({ test: t, ...telephone, expectedErrors: [/ERR_|googleapis|favicon|status of 40[14]/] })
  await phone.goto(`${address}/inbox`)
  const button = phone.getByRole('link', { name: `用${title}登录` })
  await button.waitFor()
  await look(phone, '3-sign-in')
  assert.equal(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'nothing hangs over the edge')
  await button.click()
  await vouchAt(phone, 'qian')
  await phone.getByRole('heading', { name: '找不到对应的账号' }).waitFor()
  await phone.getByText('钱小统').waitFor()
  await look(phone, '4-unknown')
  await phone.getByRole('textbox', { name: '用户名' }).fill(guest.username)
  await phone.getByLabel('密码').fill(guest.password)
  await phone.getByRole('button', { name: '绑定并登录' }).click()
  // where he was going when the door stopped him
  await phone.waitForURL(`${address}/inbox`)
  await phone.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '我的' }).click()
  const mine = phone.getByRole('region', { name: '统一身份' })
  await mine.getByText('钱小统').waitFor()
  await look(phone, '5-mine')

  await phone.getByRole('button', { name: '退出登录' }).click()
  await phone.getByRole('button', { name: /Yes/ }).click()
  await phone.getByRole('heading', { name: '登录', exact: true }).waitFor()
  await button.click()
  await vouchAt(phone, 'qian')
  await phone.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '我的' }).click()
  await phone.getByText(`经${title}`).first().waitFor()
  const linked = mine.getByRole('listitem').filter({ hasText: title })
  await linked.getByRole('button', { name: '解除绑定' }).click()
  await linked.getByRole('button', { name: '绑定', exact: true }).waitFor()

  // the button goes from the sign-in page of all the other stories
  await row.getByRole('button', { name: '修改' }).click()
  await sheet.getByRole('group', { name: /启用/ }).getByText('否', { exact: true }).click()
  await sheet.getByRole('button', { name: '保存' }).click()
  await row.getByText('停用').waitFor()
  await phone.goto(`${address}/sign-in?identity=denied`)
  await phone.getByText('您在统一身份平台取消了登录').waitFor()
  assert.equal(await button.count(), 0)
})
