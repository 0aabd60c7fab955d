// What WeCom answers 企业微信的答复: `errcode` and `errmsg`, the same for robots and applications.
// Source: the global return codes (developer.work.weixin.qq.com/document/path/90313), read from a copy; go by errcode, errmsg may change.
import type { Sentence } from '@houqin/problem'
import type { Answer } from '../call.ts'
import { later, never, quoted } from '../failures.ts'
import { at, textAt } from '../reading.ts'

export const errcodeOf = ({ json }: Answer): number | undefined => {
  const code = at(json, 'errcode')
  return typeof code === 'number' ? code : undefined
}

/** Nobody can mend these by waiting: the message itself, or whom it is for, is wrong. */
const hopeless: ReadonlySet<number> = new Set([40003, 40008, 40031, 40058, 44004, 45002, 81013])

/** @throws ChannelFailure unless the code is 0. */
export function requireOk(answer: Answer, who: Sentence): void {
  const code = errcodeOf(answer)
  if (code === 0) return
  if (code === undefined) throw later(`${who.zh}答复了 ${answer.status}，不是约定的格式，请系统管理员核对网址`, `${who.en} answered ${answer.status} in another form than agreed; the system administrator checks the address`)
  const words = `${code} ${quoted(textAt(answer.json, 'errmsg'))}`
  if (code === 45009 || code === 45033) throw later(`${who.zh}：发送过于频繁，稍后再试（${words}）`, `${who.en}: too many messages, later again (${words})`)
  if (code === -1) throw later(`${who.zh}繁忙，稍后再试`, `${who.en} is busy, later again`)
  if (hopeless.has(code)) throw never(`${who.zh}拒绝这条消息：${words}`, `${who.en} refuses this message: ${words}`)
  throw later(`${who.zh}不接受：${words}。请系统管理员核对渠道的设置`, `${who.en} does not take it: ${words}. The system administrator checks the settings of the channel`)
}
