// Calls to the server without signing in, and what went wrong in a sentence.
import { isEnglish, say } from './words.ts'

export interface Fault {
  readonly fault: string
  /** Sentences by the path of the value they speak of, such as `input.what`. */
  readonly issues: Readonly<Record<string, string>>
}
export function isFault(answer: unknown): answer is Fault {
  return typeof answer === 'object' && answer !== null && 'fault' in answer
}

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.prototype.map.call(bytes, (byte: number) => `0${byte.toString(16)}`.slice(-2)).join('')
}

/** @param path below `/api/q/`. @param body sent as JSON, a form as it is. @returns the answer as docs/api.md shapes it, or what went wrong. */
export async function ask<T>(path: string, { body, key }: { body?: unknown; key?: string } = {}): Promise<T | Fault> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': isEnglish() ? 'en' : 'zh-CN' }
  if (key !== undefined) headers['idempotency-key'] = key
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  try {
    const answer = await fetch(`/api/q/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      credentials: 'omit',
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    if (answer.ok) return (await answer.json()) as T // the contract of docs/api.md
    return await faultOf(answer)
  } catch {
    return { fault: say('没有连上服务器。填写的内容还在，网络恢复后再试一次。', 'The server could not be reached. What you typed is kept; try again when the network is back.'), issues: {} }
  }
}

async function faultOf(answer: Response): Promise<Fault> {
  const document: { detail?: string; issues?: readonly { at: string; says: string }[] } = await answer.json().catch(() => ({}))
  const issues: Record<string, string> = {}
  for (const { at, says } of document.issues ?? []) issues[at] = says
  const wait = answer.headers.get('retry-after')
  const later = wait ? ` ${say(`请在 ${wait} 秒后再试。`, `Try again in ${wait} seconds.`)}` : ''
  return { fault: (document.detail ?? say('服务器没有正常回答，请稍后再试。', 'The server did not answer properly; try again later.')) + later, issues }
}
