// A forgotten password on the machine itself: for any role, while the server runs and while it does not, and never unseen.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { launch, newFolder, ready } from './launch.ts'

const password = 'Vr7-lantern-moth-quartz'
const administrators = [
  { role: 'kernel.system-admin', username: 'qian', name: '钱一鸣', password },
  { role: 'kernel.security-admin', username: 'feng', name: '冯岚', password: `${password}-2` },
  { role: 'kernel.audit-admin', username: 'shi', name: '石磊', password: `${password}-3` },
]

async function reset(t: TestContext, ...args: string[]): Promise<{ code: unknown; said: string; given: string }> {
  const { child, said } = launch(t, ['--then', 'apps/all/src/account-reset.ts', ...args])
  const [code] = await once(child, 'close')
  return { code, said: said(), given: /password: +(\S+)/.exec(said())?.[1] ?? '' }
}
const post = (url: string, body: object, token?: string): Promise<Response> =>
  fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) } })
const signIn = async (address: string, username: string, secret: string) => {
  const response = await post(`${address}/api/session`, { username, password: secret })
  return { status: response.status, body: await response.json() as { token: string; mustChangePassword: boolean } }
}

describe('account:reset', () => {
  it('makes a password to hand over for an overseer, ends his sessions, and is in the audit', async (t) => {
    const data = newFolder()
    // the second factor of administrators has a story of its own
    const server = await ready(t, ['--data', data, '--demo', 'off', '--second-factor', 'off'])
    const link = /(http\S+)\/setup\/(\S+)/.exec(server.said())
    assert.equal((await post(`${link?.[1]}/api/setup/${link?.[2]}`, { administrators })).status, 201)
    const before = await signIn(server.address, 'shi', `${password}-3`)

    const running = await reset(t, 'SHI', '--data', data)
    assert.equal(running.code, 0, running.said)
    assert.match(running.said, /^shi（石磊）的一次性密码/)
    assert.equal((await fetch(`${server.address}/api/me`, { headers: { authorization: `Bearer ${before.body.token}` } })).status, 401)
    assert.equal((await signIn(server.address, 'shi', `${password}-3`)).status, 401)
    assert.equal((await signIn(server.address, 'shi', running.given)).body.mustChangePassword, true)

    server.child.kill('SIGTERM')
    await once(server.child, 'exit')
    const stopped = await reset(t, 'shi', '--data', data)
    assert.equal(stopped.code, 0, stopped.said)
    assert.match(stopped.said, /^· 服务没有运行，暂时启动内嵌数据库/)
    assert.notEqual(stopped.given, running.given)

    const again = await ready(t, ['--data', data, '--second-factor', 'off'])
    const { token } = (await signIn(again.address, 'shi', stopped.given)).body
    const next = 'Qp4-harbour-thistle-loom'
    assert.equal((await post(`${again.address}/api/me/password`, { current: stopped.given, next }, token)).status, 204)
    const audit = await fetch(`${again.address}/api/audit?action=access.reset-password`, { headers: { authorization: `Bearer ${token}` } })
    const { rows } = await audit.json() as { rows: { summary: string; actorName: string }[] }
    assert.deepEqual(rows.map(({ summary, actorName }) => [actorName, summary]), Array.from({ length: 2 }, () => ['系统', '重置账号 shi（石磊）的密码，其登录会话已结束']))
  })

  it('says what is wrong in one sentence: no name, an unknown one, no database', async (t) => {
    const data = newFolder()
    const nothing = await reset(t, 'shi', '--data', data)
    assert.deepEqual([nothing.code, nothing.said.trim().split('\n').length], [1, 2])
    assert.match(nothing.said, /^目录 \S+ 里没有数据库：/)
    assert.match((await reset(t, '--data', data)).said, /^请给出一个用户名/)
    const server = await ready(t, ['--data', data, '--demo', 'off'])
    const unknown = await reset(t, 'nobody', '--data', data)
    assert.equal(unknown.code, 1)
    assert.match(unknown.said, /^没有用户名为“nobody”的账号：/)
    assert.equal((await fetch(`${server.address}/api/health`)).status, 200)
    const { child, said } = launch(t, ['--then', 'apps/all/src/account-reset.ts', '--help'])
    assert.deepEqual(await once(child, 'close'), [0, null])
    assert.match(said(), /npm run account:reset/)
  })
})
