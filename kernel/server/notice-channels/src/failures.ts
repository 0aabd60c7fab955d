// Failures 发送失败: whether the message will never arrive, or may arrive when somebody has mended something.
import { ChannelFailure } from '@houqin/notices'
import { say } from '@houqin/problem'

/** The same message will never arrive. */
export const never = (zh: string, en: string, cause?: unknown): ChannelFailure => new ChannelFailure({ permanent: true, says: say(zh, en), cause })
/** It is tried again: the fault lies with the settings, the network or the other side's moment. */
export const later = (zh: string, en: string, cause?: unknown): ChannelFailure => new ChannelFailure({ permanent: false, says: say(zh, en), cause })

/** The other side's own words: one line, short, without control characters. */
export function quoted(text: unknown): string {
  const words = typeof text === 'string' ? text : typeof text === 'number' ? String(text) : ''
  return words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, 200)
}
