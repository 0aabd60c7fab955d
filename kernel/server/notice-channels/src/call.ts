// A call 调用: one HTTP request to a host the administrator named, with an end in time and in size.
import { later } from './failures.ts'

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** May hold a secret, so it is never written anywhere; sentences name its host. */
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds. */
  readonly patience: number
  readonly signal: AbortSignal
}
export interface Answer {
  readonly status: number
  readonly text: string
  /** Undefined when it is not JSON. */
  readonly json: unknown
}

/** Nobody answers a message with more; what is more is not read. */
const mostBytes = 64 * 1024

/** No redirect is followed: it would carry message and secrets to a host nobody named. @throws ChannelFailure that may pass. */
export async function call({ method, url, headers = {}, body, patience, signal }: Call): Promise<Answer> {
  const silence = AbortSignal.timeout(patience)
  try {
    const response = await fetch(url, {
      method, redirect: 'manual', signal: AbortSignal.any([signal, silence]),
      headers: { 'accept': 'application/json', 'user-agent': 'houqin', ...headers },
      ...(body !== undefined && { body }),
    })
    const text = await bounded(response, url.host)
    if (response.status >= 300 && response.status < 400)
      throw later(`${url.host} 要求转到别的地址（${response.status}），为安全不跟随，请系统管理员核对网址`, `${url.host} answers with a redirect (${response.status}), which is not followed; the system administrator checks the address`)
    return { status: response.status, text, json: parsed(text) }
  } catch (error) {
    if (silence.aborted) throw later(`${url.host} ${patience / 1000} 秒内没有答复`, `${url.host} did not answer within ${patience / 1000} seconds`)
    if (signal.aborted) throw later(`${url.host} 到时限仍没有答复`, `${url.host} did not answer before the time was up`)
    throw unreachable(url.host, error)
  }
}

async function bounded(response: Response, host: string): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    // leaving the loop ends the connection
    if (bytes > mostBytes) throw later(`${host} 的答复超过 64 kB，未读完，可能不是消息接口，请系统管理员核对网址`, `${host} answered with more than 64 kB and was not heard out; it may not be an interface for messages: the system administrator checks the address`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Why a connection was not made or did not hold, by Node's code. */
function unreachable(host: string, error: unknown): Error {
  if (error instanceof Error && error.name === 'ChannelFailure') return error
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return later(`找不到主机 ${host}，请系统管理员核对网址和域名解析`, `The host ${host} cannot be found; the system administrator checks the address and the name service`, error)
  if (code === 'ECONNREFUSED') return later(`${host} 拒绝连接，请系统管理员核对地址和端口`, `${host} refuses the connection; the system administrator checks address and port`, error)
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code)) return later(`${host} 的证书不受信任（${code}），请系统管理员核对`, `The certificate of ${host} is not trusted (${code}); the system administrator checks it`, error)
  if (cause instanceof Error && cause.message === 'bad port') return later(`${host} 的端口是浏览器和 Node 都不连接的端口，请系统管理员换一个端口`, `Neither browsers nor Node connect to the port of ${host}; the system administrator chooses another`, error)
  return later(`与 ${host} 的连接中断${code && `（${code}）`}`, `The connection to ${host} broke${code && ` (${code})`}`, error)
}
