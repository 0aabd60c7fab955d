// Government DingTalk 政务钉钉（专有钉钉）: a work notification to one account, signed in its headers.
// The vendor's papers are for tenants only. The wire is told from several public clients that agree (GitHub, seen 2026-11): requests to
// openplatform.dg-work.cn or the province's own host; Base64 of HMAC-SHA256 under the application's secret over method, time, nonce, path and the
// parameters sorted as k=v&k=v, each on its line; POST /message/workNotification with tenantId, receiverIds, bizMsgId and msg.
import { createHash, createHmac, randomInt } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { localDate, localTime } from '@houqin/clock'
import { say } from '@houqin/problem'
import { call } from '../call.ts'
import type { Answer } from '../call.ts'
import { later, never, quoted } from '../failures.ts'
import type { Kind } from '../kind.ts'
import { at, textAt } from '../reading.ts'
import { cut, escapedMarkdown } from '../texts.ts'

const path = '/message/workNotification'

export const zwddApp: Kind = {
  kind: 'zwdd-app',
  title: say('政务钉钉应用', 'Government DingTalk application'),
  address: say('账号 ID（accountId）', 'Account id (accountId)'),
  group: false,
  perMinute: 200,
  fields: [
    { name: 'host', type: 'host', title: say('接口地址', 'Interface'), standard: 'https://openplatform.dg-work.cn', hint: say('各省自建的填本省地址，如浙政钉', 'Provinces with an installation of their own have their own address') },
    { name: 'key', type: 'text', title: say('应用 AppKey', 'AppKey of the application') },
    { name: 'tenant', type: 'integer', title: say('租户 ID（tenantId）', 'Tenant id') },
  ],
  secrets: [{ name: 'secret', type: 'text', title: say('应用 AppSecret', 'AppSecret of the application') }],
  open({ settings: { host = '', key: apiKey = '', tenant = '' }, secrets: { secret = '' }, clock, patience }) {
    return async ({ to, title, text, url, key }, signal) => {
      if (!/^[\w.@-]{1,64}$/.test(to.value)) throw never(`“${to.value}”不是政务钉钉账号 ID`, `"${to.value}" is not an account id of Government DingTalk`)
      const msg = url === null
        ? { msgtype: 'text', text: { content: cut(`${title}\n${text}`, 2048) } }
        : { msgtype: 'action_card', action_card: { title: cut(title, 128), markdown: cut(`### ${escapedMarkdown(title)}\n\n${escapedMarkdown(text)}`, 2048), single_title: '打开办理', single_url: url, single_pc_url: url } }
      const parameters = {
        // the same in every attempt
        bizMsgId: createHash('sha256').update(key).digest('hex').slice(0, 32),
        msg: JSON.stringify(msg), receiverIds: to.value, tenantId: tenant,
      }
      const headers = { ...signed({ apiKey, secret, now: clock.now(), parameters }), 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await call({ method: 'POST', url: new URL(path, host), headers, body: new URLSearchParams(parameters).toString(), patience, signal })
      return { receipt: receiptOf(answer) }
    }
  },
}

function signed({ apiKey, secret, now, parameters }: { apiKey: string; secret: string; now: Date; parameters: Readonly<Record<string, string>> }): Readonly<Record<string, string>> {
  const time = `${localDate(now)}T${localTime(now)}:${now.toISOString().slice(17, 23)}+08:00`
  const nonce = `${now.getTime()}${randomInt(1000, 10_000)}`
  const sorted = Object.entries(parameters).map(([name, value]) => `${name}=${value}`).toSorted().join('&')
  return {
    'apiKey': apiKey,
    'X-Hmac-Auth-Timestamp': time,
    'X-Hmac-Auth-Version': '1.0',
    'X-Hmac-Auth-Nonce': nonce,
    'X-Hmac-Auth-Signature': createHmac('sha256', secret).update(['POST', time, nonce, path, sorted].join('\n')).digest('base64'),
    ...ownAddress(),
  }
}

/** Asked for by the interface: from which machine the request comes. */
function ownAddress(): Readonly<Record<string, string>> {
  const found = Object.values(networkInterfaces()).flatMap((of) => of ?? []).find(({ internal, family }) => !internal && family === 'IPv4')
  return { 'X-Hmac-Auth-IP': found?.address ?? '127.0.0.1', 'X-Hmac-Auth-MAC': found?.mac ?? '00:00:00:00:00:00' }
}

/** `{success, content: {success, content: {msgId}}}`, the inner ones as objects or as JSON in a text, by the release of the platform. */
function receiptOf({ json, status }: Answer): string {
  const content = unfolded(at(json, 'content'))
  const inner = unfolded(at(content, 'content'))
  if (textAt(json, 'success') === 'true' && textAt(content, 'success') !== 'false') return textAt(inner, 'msgId') ?? textAt(content, 'msgId') ?? 'ok'
  if (typeof json !== 'object' || json === null) throw later(`政务钉钉答复了 ${status}，不是约定的格式，请系统管理员核对网址`, `Government DingTalk answered ${status} in another form than agreed; the system administrator checks the address`)
  const code = textAt(content, 'responseCode') ?? textAt(json, 'bizErrorCode') ?? textAt(json, 'Code') ?? textAt(json, 'errorCode') ?? String(status)
  const words = quoted(textAt(content, 'responseMessage') ?? textAt(json, 'errorMsg') ?? textAt(json, 'Message') ?? textAt(json, 'message'))
  throw later(`政务钉钉不接受：${quoted(code)} ${words}。请系统管理员核对 AppKey、AppSecret、租户和收件账号`, `Government DingTalk does not take it: ${quoted(code)} ${words}. The system administrator checks AppKey, AppSecret, tenant and the account`)
}
function unfolded(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
