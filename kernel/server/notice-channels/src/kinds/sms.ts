// SMS by an HTTP gateway 短信网关: every bureau has another one, so its request and its answer are described by the administrator.
import { say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import { call } from '../call.ts'
import type { Answer } from '../call.ts'
import { later, never, quoted } from '../failures.ts'
import type { Kind, Values } from '../kind.ts'
import { filled, filledJson, placesIn } from '../places.ts'
import type { Places } from '../places.ts'
import { textAt } from '../reading.ts'

const known: ReadonlySet<string> = new Set(['phone', 'text', 'key', 'secret', 'time'])
const header = /^([\w-]{1,60}):[ \t]*([^\r\n]{1,500})$/
/** The message itself is wrong; anything else may be mended. */
const hopelessStatus: ReadonlySet<number> = new Set([400, 413, 422])

export const sms: Kind = {
  kind: 'sms',
  title: say('短信', 'SMS'),
  address: say('手机号', 'Mobile number'),
  group: false,
  perMinute: 100,
  fields: [
    { name: 'url', type: 'url', title: say('网关地址', 'Address of the gateway') },
    { name: 'method', type: 'choice', title: say('方法', 'Method'), standard: 'POST', options: ['POST', 'GET', 'PUT'].map((value) => ({ value, title: say(value, value) })) },
    {
      name: 'form', type: 'choice', title: say('内容格式', 'Form of the body'), standard: 'json',
      options: [{ value: 'json', title: say('JSON', 'JSON') }, { value: 'form', title: say('表单', 'Form') }, { value: 'query', title: say('放在网址里（没有内容）', 'In the address, no body') }],
    },
    { name: 'headers', type: 'area', optional: true, title: say('请求头', 'Headers'), hint: say('每行一个，如 Authorization: Bearer {secret}', 'One a line, such as Authorization: Bearer {secret}') },
    {
      name: 'body', type: 'area', optional: true, title: say('内容模板', 'Template of the body'), standard: '{"mobile":"{phone}","content":"{text}","id":"{key}"}',
      hint: say('可用 {phone} {text} {key} {secret} {time}（秒）；表单写作 a={phone}&b={text}', '{phone} {text} {key} {secret} {time} (seconds); a form as a={phone}&b={text}'),
    },
    { name: 'signature', type: 'text', optional: true, title: say('短信签名', 'Signature'), hint: say('如 【青溪机关事务】；网关自己加签名时留空', 'Such as 【青溪机关事务】; empty when the gateway adds it') },
    {
      name: 'placement', type: 'choice', title: say('签名位置', 'Place of the signature'), standard: 'before',
      options: [{ value: 'before', title: say('正文前', 'Before the text') }, { value: 'after', title: say('正文后', 'After the text') }],
    },
    { name: 'success', type: 'text', title: say('成功标志', 'Sign of success'), standard: 'code=0', hint: say('答复里的位置=值，多个值用 | 分开，如 data.status=OK|0', 'Path=value in the answer, several values apart by |, as in data.status=OK|0') },
    { name: 'refused', type: 'text', optional: true, title: say('不必重试的值', 'Values never tried again'), hint: say('同一位置上表示号码无效等的值，用 | 分开', 'Values there that mean a wrong number and the like, apart by |') },
    { name: 'receipt', type: 'text', optional: true, title: say('回执位置', 'Path of the receipt'), hint: say('如 data.messageId', 'Such as data.messageId') },
    { name: 'words', type: 'text', optional: true, title: say('说明位置', 'Path of the explanation'), standard: 'message' },
  ],
  secrets: [{ name: 'secret', type: 'text', optional: true, title: say('网关密钥', 'Secret of the gateway'), hint: say('模板和请求头里写作 {secret}', 'Written {secret} in template and headers') }],
  check: issuesOf,
  open({ settings, secrets: { secret = '' }, clock, patience }) {
    return async ({ to, title, text, key }, signal) => {
      const phone = to.value.replace(/[\s-]/g, '')
      if (!/^\+?\d{6,15}$/.test(phone)) throw never(`“${to.value}”不是手机号`, `"${to.value}" is not a mobile number`)
      const places: Places = { phone, text: signedText(settings, `${title}：${text}`.replace(/\s+/g, ' ')), key, secret, time: String(Math.floor(clock.now().getTime() / 1000)) }
      const { url, headers, body } = requestOf(settings, places)
      const method = settings['method'] === 'GET' ? 'GET' : settings['method'] === 'PUT' ? 'PUT' : 'POST'
      const answer = await call({ method, url, headers, ...(body !== undefined && method !== 'GET' && { body }), patience, signal })
      return { receipt: receiptOf(settings, answer) }
    }
  },
}

function signedText({ signature, placement }: Values, text: string): string {
  if (signature === undefined) return text
  return placement === 'after' ? `${text}${signature}` : `${signature}${text}`
}

function requestOf({ url = '', form, headers = '', body = '' }: Values, places: Places): { url: URL; headers: Record<string, string>; body?: string } {
  const target = new URL(filled(url, places, encodeURIComponent))
  // a text of several lines would end the header and begin another
  const lines = headers.split('\n').flatMap((line) => {
    const [, name, value] = header.exec(line.trim()) ?? []
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), filled(value, places).replace(/[\r\n]+/g, ' ')] as const]
  })
  const own = Object.fromEntries(lines)
  if (form === 'query') return { url: target, headers: own }
  if (form === 'form') return { url: target, headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...own }, body: filled(body, places, encodeURIComponent) }
  return { url: target, headers: { 'content-type': 'application/json; charset=utf-8', ...own }, body: JSON.stringify(filledJson(JSON.parse(body), places)) }
}

function receiptOf({ success = '', refused = '', receipt, words }: Values, { status, text, json }: Answer): string {
  const [path = '', values = ''] = success.split('=', 2)
  const found = textAt(json, path.trim())
  const says = quoted((words === undefined ? undefined : textAt(json, words)) ?? (json === undefined ? text : ''))
  if (status >= 200 && status < 300 && found !== undefined && listed(values, found)) return (receipt === undefined ? undefined : textAt(json, receipt)) ?? 'ok'
  if (found !== undefined && listed(refused, found)) throw never(`短信网关拒绝：${quoted(found)} ${says}`, `The SMS gateway refuses it: ${quoted(found)} ${says}`)
  if (hopelessStatus.has(status)) throw never(`短信网关不接受这条短信（${status}）：${says}`, `The SMS gateway does not take this message (${status}): ${says}`)
  if (status === 429) throw later('短信网关：发送过于频繁，稍后再试', 'The SMS gateway: too many messages, later again')
  const what = found === undefined ? String(status) : `${status} ${quoted(found)}`
  throw later(`短信网关没有确认成功（${what}）：${says}`, `The SMS gateway did not confirm it (${what}): ${says}`)
}
const listed = (values: string, found: string): boolean => values !== '' && values.split('|').some((one) => one.trim() === found)

function issuesOf({ url = '', form, headers = '', body = '', success = '', method }: Values, has: (secret: string) => boolean): readonly FieldIssue[] {
  const used = placesIn(`${url}${headers}${body}`)
  const strange = used.find((name) => !known.has(name))
  const badHeader = headers.split('\n').find((line) => line.trim() !== '' && !header.test(line.trim()))
  const inUrl = form === 'query' || method === 'GET'
  return [
    ...(strange === undefined ? [] : [{ at: 'settings.body', says: say(`没有 {${strange}} 这个占位`, `There is no place {${strange}}`) }]),
    ...(badHeader === undefined ? [] : [{ at: 'settings.headers', says: say(`“${quoted(badHeader)}”不是“名称: 值”`, `"${quoted(badHeader)}" is not "name: value"`) }]),
    ...(form === 'json' && !inUrl && !isJson(body) ? [{ at: 'settings.body', says: say('不是合法的 JSON', 'This is not JSON') }] : []),
    ...(placesIn(inUrl ? url : body).includes('phone') ? [] : [{ at: inUrl ? 'settings.url' : 'settings.body', says: say('要有 {phone} 和 {text}', 'It needs {phone} and {text}') }]),
    ...(/^[^=]+=.+$/.test(success) ? [] : [{ at: 'settings.success', says: say('写作 位置=值，如 code=0', 'Written path=value, such as code=0') }]),
    ...(used.includes('secret') && !has('secret') ? [{ at: 'secrets.secret', says: say('模板用了 {secret}，请填写密钥', 'The template names {secret}: enter it') }] : []),
  ]
}
function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
