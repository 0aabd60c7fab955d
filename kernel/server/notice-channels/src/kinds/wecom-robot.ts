// A WeCom group robot 企业微信群机器人: speaks into the one group it was added to.
// Source: developer.work.weixin.qq.com/document/path/91770, read from copies: POST /cgi-bin/webhook/send?key=, text of at most 2048 bytes,
// Markdown of at most 4096 bytes, at most 20 messages a minute and robot.
import { say } from '@houqin/problem'
import { call } from '../call.ts'
import type { Kind } from '../kind.ts'
import { cut, escapedMarkdown } from '../texts.ts'
import { requireOk } from './wecom-answer.ts'

export const wecomRobot: Kind = {
  kind: 'wecom-robot',
  title: say('企业微信群机器人', 'WeCom group robot'),
  address: say('群（渠道名称）', 'Group (title of the channel)'),
  group: true,
  perMinute: 20,
  fields: [
    { name: 'host', type: 'host', title: say('接口地址', 'Interface'), standard: 'https://qyapi.weixin.qq.com', hint: say('政务微信填本地部署的地址', 'The local address for the government edition') },
    {
      name: 'form', type: 'choice', title: say('消息形式', 'Form'), standard: 'markdown',
      options: [{ value: 'markdown', title: say('Markdown', 'Markdown') }, { value: 'text', title: say('纯文本', 'Plain text') }],
    },
  ],
  secrets: [{ name: 'key', type: 'text', title: say('机器人 key', 'Key of the robot'), hint: say('Webhook 地址里 key= 后面的部分', 'What follows key= in the webhook address') }],
  open({ settings: { host = '', form }, secrets: { key: secret = '' }, patience }) {
    return async ({ title, text, url }, signal) => {
      const target = new URL('/cgi-bin/webhook/send', host)
      target.searchParams.set('key', secret)
      const body = form === 'text'
        ? { msgtype: 'text', text: { content: cut([title, text, ...(url === null ? [] : [url])].join('\n'), 2048) } }
        : { msgtype: 'markdown', markdown: { content: markdown({ title, text, url }) } }
      const answer = await call({ method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), patience, signal })
      requireOk(answer, say('企业微信', 'WeCom'))
      return { receipt: 'ok' }
    }
  },
}

/** The link keeps its place when the text is cut. */
function markdown({ title, text, url }: { title: string; text: string; url: string | null }): string {
  const link = url === null ? '' : `\n[打开办理](${url})`
  return `${cut(`**${escapedMarkdown(title)}**\n${escapedMarkdown(text)}`, 4096 - Buffer.byteLength(link))}${link}`
}
