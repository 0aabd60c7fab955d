// E-mail 电子邮件: by SMTP (RFC 5321) with nodemailer, text and simple HTML.
import { createHash } from 'node:crypto'
import { say } from '@houqin/problem'
import { createTransport } from 'nodemailer'
import { later, never, quoted } from '../failures.ts'
import type { Kind } from '../kind.ts'
import { escapedHtml } from '../texts.ts'

const mailbox = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/

export const email: Kind = {
  kind: 'email',
  title: say('电子邮件', 'E-mail'),
  address: say('邮箱地址', 'Mailbox'),
  group: false,
  perMinute: 60,
  fields: [
    { name: 'host', type: 'text', title: say('邮件服务器', 'Mail server'), hint: say('如 smtp.example.gov.cn', 'Such as smtp.example.gov.cn') },
    { name: 'port', type: 'integer', title: say('端口', 'Port'), standard: '587', hint: say('STARTTLS 一般为 587，TLS 为 465，不加密为 25', '587 with STARTTLS, 465 with TLS, 25 without') },
    {
      name: 'security', type: 'choice', title: say('加密', 'Encryption'), standard: 'starttls',
      options: [
        { value: 'starttls', title: say('STARTTLS', 'STARTTLS') },
        { value: 'tls', title: say('TLS', 'TLS') },
        { value: 'none', title: say('不加密（仅限内网）', 'None (inner network only)') },
      ],
    },
    { name: 'user', type: 'text', optional: true, title: say('用户名', 'Username'), hint: say('服务器不要求登录时留空', 'Empty when the server asks for none') },
    { name: 'from', type: 'text', title: say('发件邮箱', 'Sender mailbox') },
    { name: 'name', type: 'text', optional: true, title: say('发件人名称', 'Sender name'), standard: '智慧后勤' },
  ],
  secrets: [{ name: 'password', type: 'text', optional: true, title: say('密码或授权码', 'Password') }],
  check: ({ from, user, host }, has) => [
    ...(from !== undefined && !mailbox.test(from) ? [{ at: 'settings.from', says: say('应是一个邮箱地址', 'This must be a mailbox') }] : []),
    ...(host !== undefined && !/^[\w.:-]+$/.test(host) ? [{ at: 'settings.host', says: say('只填主机名或 IP 地址', 'A host name or an IP address only') }] : []),
    ...(user !== undefined && !has('password') ? [{ at: 'secrets.password', says: say('填了用户名就要填密码', 'A username needs its password') }] : []),
  ],
  open({ settings: { host = '', port = '587', security, user, from = '', name = '' }, secrets: { password = '' }, patience }) {
    const transport = createTransport({
      host, port: Number(port), secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
      ...(user !== undefined && { auth: { user, pass: password } }),
      connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience,
      disableFileAccess: true, disableUrlAccess: true,
    })
    return async ({ to, title, text, url, key }, signal) => {
      if (!mailbox.test(to.value)) throw never(`“${to.value}”不是邮箱地址`, `"${to.value}" is not a mailbox`)
      const silence = AbortSignal.timeout(patience)
      try {
        const { response } = await transport.sendMail({
          from: { name, address: from },
          to: { name: to.name, address: to.value },
          subject: title,
          text: url === null ? text : `${text}\n\n${url}`,
          html: html({ title, text, url }),
          // the same in every attempt, so that a mailbox shows what arrived twice once
          messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${from.split('@')[1]}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.any([signal, silence]),
        })
        return { receipt: quoted(response) }
      } catch (error) {
        throw explained(error, { host, patience })
      }
    }
  },
}

function html({ title, text, url }: { title: string; text: string; url: string | null }): string {
  const lines = text.split('\n').map((line) => `<p>${escapedHtml(line)}</p>`).join('')
  const link = url === null ? '' : `<p><a href="${escapedHtml(url)}">打开办理 Open</a></p>`
  return `<!doctype html><html><body><h3>${escapedHtml(title)}</h3>${lines}${link}</body></html>`
}

/** What nodemailer says of it: a code, and the server's answer where there is one. */
function explained(error: unknown, { host, patience }: { host: string; patience: number }): Error {
  const { code = '', originalCode = '', responseCode, response, permanent } = error as { code?: string; originalCode?: string; responseCode?: number; response?: string; permanent?: boolean } // as its papers say
  const words = quoted(response)
  switch (code) {
    case 'EABORT': case 'ETIMEDOUT':
      return later(`邮件服务器 ${host} ${patience / 1000} 秒内没有办完`, `The mail server ${host} did not finish within ${patience / 1000} seconds`, error)
    case 'EAUTH': case 'ENOAUTH':
      return later(`邮件服务器 ${host} 不接受登录${words && `（${words}）`}，请系统管理员核对用户名和密码`, `The mail server ${host} refuses the sign-in${words && ` (${words})`}; the system administrator checks username and password`, error)
    case 'ETLS':
      return later(`邮件服务器 ${host} 不能加密连接，请系统管理员核对加密方式和证书`, `The mail server ${host} cannot be reached encrypted; the system administrator checks encryption and certificate`, error)
    case 'EDNS':
      return later(`找不到邮件服务器 ${host}，请系统管理员核对`, `The mail server ${host} cannot be found; the system administrator checks it`, error)
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(originalCode)) return later(`邮件服务器 ${host} 的证书不受信任（${originalCode}），没有发送，请系统管理员核对`, `The certificate of the mail server ${host} is not trusted (${originalCode}), so nothing was sent; the system administrator checks it`, error)
  if (responseCode === undefined) return later(`连不上邮件服务器 ${host}，请系统管理员核对地址和端口`, `The mail server ${host} cannot be reached; the system administrator checks address and port`, error)
  return permanent === true ? never(`邮件服务器拒收：${words}`, `The mail server refused it: ${words}`, error) : later(`邮件服务器暂不接收：${words}`, `The mail server does not take it now: ${words}`, error)
}
