// A DingTalk group robot 钉钉群机器人, signed (加签).
// Source: open.dingtalk.com/document/robots/custom-robot-access and /customize-robot-security-settings, read from copies: sign is Base64 of
// HMAC-SHA256 under the secret over "timestamp\nsecret", the time in milliseconds at most one hour off; 20 messages a minute, then ten minutes of silence.
import { createHmac } from 'node:crypto'
import { say } from '@houqin/problem'
import { call } from '../call.ts'
import { later, quoted } from '../failures.ts'
import type { Kind } from '../kind.ts'
import { textAt } from '../reading.ts'
import { cut, escapedMarkdown } from '../texts.ts'

export const dingtalkRobot: Kind = {
  kind: 'dingtalk-robot',
  title: say('钉钉群机器人', 'DingTalk group robot'),
  address: say('群（渠道名称）', 'Group (title of the channel)'),
  group: true,
  perMinute: 20,
  fields: [{ name: 'host', type: 'host', title: say('接口地址', 'Interface'), standard: 'https://oapi.dingtalk.com' }],
  secrets: [
    { name: 'token', type: 'text', title: say('access_token', 'access_token'), hint: say('Webhook 地址里 access_token= 后面的部分', 'What follows access_token= in the webhook address') },
    { name: 'secret', type: 'text', title: say('加签密钥', 'Secret of the signature'), hint: say('以 SEC 开头', 'Begins with SEC') },
  ],
  open({ settings: { host = '' }, secrets: { token = '', secret = '' }, clock, patience }) {
    return async ({ title, text, url }, signal) => {
      const timestamp = String(clock.now().getTime())
      const target = new URL('/robot/send', host)
      target.searchParams.set('access_token', token)
      target.searchParams.set('timestamp', timestamp)
      target.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
      const link = url === null ? '' : `\n\n[打开办理](${url})`
      const words = `### ${escapedMarkdown(title)}\n\n${escapedMarkdown(text).replaceAll('\n', '\n\n')}`
      const body = { msgtype: 'markdown', markdown: { title: cut(title, 128), text: `${cut(words, 4096 - Buffer.byteLength(link))}${link}` } }
      const answer = await call({ method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), patience, signal })
      const code = textAt(answer.json, 'errcode')
      if (code === '0') return { receipt: 'ok' }
      throw explained({ code, words: quoted(textAt(answer.json, 'errmsg')), status: answer.status })
    }
  },
}

function explained({ code, words, status }: { code: string | undefined; words: string; status: number }): Error {
  if (code === undefined) return later(`钉钉答复了 ${status}，不是约定的格式，请系统管理员核对网址`, `DingTalk answered ${status} in another form than agreed; the system administrator checks the address`)
  if (code === '310000') return later(`钉钉的安全设置没有通过（${words}）：请系统管理员核对加签密钥和服务器时间`, `DingTalk's security settings refuse it (${words}): the system administrator checks the secret and the clock of the server`)
  if (code === '130101' || code === '410100' || code === '90030') return later(`钉钉：发送过于频繁，十分钟后再试`, `DingTalk: too many messages, later again`)
  return later(`钉钉不接受：${code} ${words}。请系统管理员核对渠道的设置`, `DingTalk does not take it: ${code} ${words}. The system administrator checks the settings of the channel`)
}
