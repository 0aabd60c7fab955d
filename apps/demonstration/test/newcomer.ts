// Somebody of one story alone 故事里的新人: an account nobody else's story looks at, made by the administrators of the demonstration.
import { request } from 'playwright-core'
import type { APIRequestContext } from 'playwright-core'

export interface Newcomer {
  readonly username: string
  readonly password: string
}
const administratorsPassword = 'Qingxi-2026'
let made = 0

/**
 * @param role of the whole district, granted by the security administrator; none for plain staff.
 * @param handedOver leaves the one-time password as it was handed over, to be changed at the first sign-in.
 */
export async function newcomer({ test, address, name, role, handedOver = false }: {
  test: { after(done: () => Promise<void>): void }
  address: string
  name: string
  role?: string
  handedOver?: boolean
}): Promise<Newcomer> {
  made += 1
  const username = `newcomer.${process.pid}.${made}`
  const as = (who: string, password: string) => signedIn({ test, address, username: who, password })
  const system = await as('qian.yiming', administratorsPassword)
  const { id, handoverPassword } = await system('POST', '/api/accounts', { username, name })
  if (role !== undefined) await (await as('feng.lan', administratorsPassword))('POST', '/api/grants', { account: id, role, reason: '故事' })
  if (handedOver) return { username, password: String(handoverPassword) }
  const password = `Lantern-${made}-moth-quartz`
  await (await as(username, String(handoverPassword)))('POST', '/api/me/password', { current: handoverPassword, next: password })
  return { username, password }
}

type Ask = (method: string, path: string, body: object) => Promise<Record<string, unknown>>

async function signedIn({ test, address, username, password }: {
  test: { after(done: () => Promise<void>): void }
  address: string
  username: string
  password: string
}): Promise<Ask> {
  const context: APIRequestContext = await request.newContext({ baseURL: address })
  test.after(() => context.dispose())
  const opened = await context.post('/api/session', { data: { username, password } })
  if (!opened.ok()) throw new Error(`${username} could not sign in: ${await opened.text()}`)
  const { csrf } = await opened.json() as { csrf: string }
  return async (method, path, body) => {
    const answer = await context.fetch(path, { method, data: body, headers: { 'x-csrf-token': csrf } })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`)
    return answer.status() === 204 ? {} : await answer.json() as Record<string, unknown>
  }
}
