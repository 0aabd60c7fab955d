// A tab without a screen 无界面的标签页: follows redirects between our house, which answers in this process, and a provider on the wire, keeping the cookies of both.
import assert from 'node:assert/strict'
import { callerOf } from '@houqin/testing/subsystem'
import type { Answer } from '@houqin/testing/subsystem'

type Body = Record<string, unknown>
export interface Tab {
  /** Where one stands once nobody redirects any more: a path of our console, or a page of the provider. */
  follow(address: string): Promise<string>
  /** Signs in and consents at the provider; ends on a path of ours. */
  goThrough(address: string, citizen: string): Promise<string>
  /** The same, stopping at the address the provider sends the browser back to. */
  comeBack(address: string, citizen: string): Promise<string>
  ask<B = Body>(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<B | null>>
  /** Is signed in with this session from here on. */
  carry(token: string): void
}

/** @param home our public address, which nobody listens at. */
export function createTab(app: Parameters<typeof callerOf>[0], home: string): Tab {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (origin: string): Map<string, string> => {
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }
  const cookieOf = (origin: string): string => [...jarOf(origin)].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (origin: string, lines: readonly string[]): void => {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jarOf(origin).delete(name)
      else jarOf(origin).set(name, value)
    }
  }
  const ask = async <B>(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer<B | null>> => {
    const answer = await callerOf(app).call<B | null>(method, path, { headers: { ...headers, cookie: cookieOf(home) }, ...(body !== undefined && { body }) })
    keep(home, [answer.headers['set-cookie'] ?? []].flat().map(String))
    return answer
  }
  const visit = async (address: URL, form?: URLSearchParams): Promise<{ to: string | undefined; text: string }> => {
    if (address.origin === home) {
      if (!address.pathname.startsWith('/api/')) return { to: undefined, text: '' }
      const { status, headers, text } = await ask('GET', address.pathname + address.search)
      assert.ok(status < 400, `${address.href}: ${status} ${text}`)
      const { location } = headers
      return { to: typeof location === 'string' ? location : undefined, text }
    }
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie: cookieOf(address.origin) }, ...(form && { method: 'POST', body: form }) })
    keep(address.origin, answer.headers.getSetCookie())
    const text = await answer.text()
    assert.ok(answer.status < 400, `${address.href}: ${answer.status} ${text}`)
    return { to: answer.headers.get('location') ?? undefined, text }
  }
  /** @param stop whether this address is not to be visited any more. */
  const walk = async (from: string, stop: (address: URL) => boolean, form?: URLSearchParams): Promise<{ at: URL; text: string }> => {
    let at = new URL(from, home)
    let sending = form
    for (let steps = 0; steps < 20; steps += 1) {
      if (stop(at)) return { at, text: '' }
      const { to, text } = await visit(at, sending)
      if (to === undefined) return { at, text }
      at = new URL(to, at)
      sending = undefined
    }
    throw new Error(`redirected without end, at last to ${at.href}`)
  }
  const shown = (at: URL): string => (at.origin === home ? at.pathname + at.search : at.href)
  const through = async (address: string, citizen: string, stop: (address: URL) => boolean): Promise<URL> => {
    let page = await walk(address, stop)
    while (page.at.pathname.startsWith('/interaction/')) {
      const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(page.text) ?? []
      const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page.text) ?? []
      assert.ok(['login', 'consent'].includes(prompt), page.text)
      page = await walk(new URL(action, page.at).href, stop, new URLSearchParams({ prompt, ...(prompt === 'login' && { login: citizen, password: 'any' }) }))
    }
    return page.at
  }
  return Object.freeze<Tab>({
    ask,
    follow: async (address) => shown((await walk(address, () => false)).at),
    goThrough: async (address, citizen) => shown(await through(address, citizen, () => false)),
    comeBack: async (address, citizen) => (await through(address, citizen, (at) => at.origin === home && at.pathname.endsWith('/callback'))).href,
    carry: (token) => void jarOf(home).set('houqin_session', token),
  })
}
