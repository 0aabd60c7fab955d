// A WeCom application 企业微信应用消息 and its government edition 政务微信: a card to one person.
// Sources: developer.work.weixin.qq.com/document/path/91039 (gettoken), /90236 (message/send), /90313 (codes), read from copies.
// 政务微信 is the same interface on a host of the city's own; no public paper of it was to be had, so its host is a setting.
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { call } from '../call.ts'
import type { Answer } from '../call.ts'
import { later, never } from '../failures.ts'
import type { Field, Kind, Send, Wire } from '../kind.ts'
import { at, textAt } from '../reading.ts'
import { cut, escapedHtml } from '../texts.ts'
import { errcodeOf, requireOk } from './wecom-answer.ts'

const host = { name: 'host', type: 'host', title: say('接口地址', 'Interface') } as const satisfies Field
const fields: readonly Field[] = [
  { name: 'corp', type: 'text', title: say('企业 ID（corpid）', 'Corp id') },
  { name: 'agent', type: 'integer', title: say('应用 AgentId', 'AgentId of the application') },
]
const secrets: readonly Field[] = [{ name: 'secret', type: 'text', title: say('应用 Secret', 'Secret of the application') }]
const address = say('成员账号（userid）', 'Account of the member (userid)')

export const wecomApp: Kind = {
  kind: 'wecom-app', title: say('企业微信应用', 'WeCom application'), address, group: false, perMinute: 200, secrets,
  fields: [{ ...host, standard: 'https://qyapi.weixin.qq.com' }, ...fields],
  open: (wire) => sender(wire, say('企业微信', 'WeCom')),
}
export const govwecomApp: Kind = {
  kind: 'govwecom-app', title: say('政务微信应用', 'Government WeCom application'), address, group: false, perMinute: 200, secrets,
  fields: [{ ...host, hint: say('政务微信本地部署的接口地址', 'Address of the government edition installed in the city') }, ...fields],
  open: (wire) => sender(wire, say('政务微信', 'Government WeCom')),
}

/** Asked a little before it ends. */
const beforeEnd = 300_000
/** What the interface says of a token that is no longer good. */
const stale: ReadonlySet<number> = new Set([40014, 42001, 40001, 42007, 42009])

function sender({ settings: { host: base = '', corp = '', agent = '0' }, secrets: { secret = '' }, clock, patience }: Wire, who: Sentence): Send {
  let held: { readonly token: string; readonly until: number } | undefined
  const token = async (signal: AbortSignal): Promise<string> => {
    if (held && held.until > clock.now().getTime()) return held.token
    const url = new URL('/cgi-bin/gettoken', base)
    url.searchParams.set('corpid', corp)
    url.searchParams.set('corpsecret', secret)
    const answer = await call({ method: 'GET', url, patience, signal })
    if (errcodeOf(answer) !== 0) throw refusedToken(answer, who)
    const seconds = at(answer.json, 'expires_in')
    held = { token: textAt(answer.json, 'access_token') ?? '', until: clock.now().getTime() + (typeof seconds === 'number' ? seconds * 1000 : 0) - beforeEnd }
    return held.token
  }
  return async ({ to, title, text, url }, signal) => {
    if (!/^[\w.@-]{1,64}$/.test(to.value)) throw never(`“${to.value}”不是${who.zh}账号`, `"${to.value}" is not an account of ${who.en}`)
    const body = JSON.stringify({
      touser: to.value, agentid: Number(agent),
      ...(url === null
        ? { msgtype: 'text', text: { content: cut(`${title}\n${text}`, 2048) } }
        : { msgtype: 'textcard', textcard: { title: cut(title, 128), description: escapedHtml(cut(text, 480)), url, btntxt: '办理' } }),
      // the other side keeps back the same message within four hours, which is how long an attempt is repeated
      enable_duplicate_check: 1, duplicate_check_interval: 14_400,
    })
    const post = async (): Promise<Answer> => {
      const target = new URL('/cgi-bin/message/send', base)
      target.searchParams.set('access_token', await token(signal))
      return call({ method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body, patience, signal })
    }
    let answer = await post()
    if (stale.has(errcodeOf(answer) ?? 0)) {
      held = undefined
      answer = await post()
    }
    requireOk(answer, who)
    const missing = textAt(answer.json, 'invaliduser') || textAt(answer.json, 'unlicenseduser')
    if (missing) throw never(`${who.zh}里没有账号“${to.value}”，或不在应用的可见范围内`, `${who.en} has no account "${to.value}", or the application may not see it`)
    return { receipt: textAt(answer.json, 'msgid') ?? 'ok' }
  }
}

function refusedToken(answer: Answer, who: Sentence): Error {
  const code = errcodeOf(answer)
  if (code === 40013 || code === 40001) return later(`${who.zh}不认企业 ID 或应用 Secret（${code}），请系统管理员核对`, `${who.en} does not know this corp id or secret (${code}); the system administrator checks them`)
  if (code === 60020) return later(`${who.zh}不允许本服务器的 IP 地址（60020），请在应用的“企业可信 IP”中登记`, `${who.en} does not allow this server's address (60020); enter it among the trusted addresses of the application`)
  try {
    requireOk(answer, who)
  } catch (error) {
    return error as Error // it throws nothing else
  }
  return later(`${who.zh}没有给出凭证`, `${who.en} gave no token`)
}
