// A channel 通知渠道: one way to a person's pocket. Notices ask it to send; how that is done is its own affair.
import type { Db, Tx } from '@houqin/db'
import type { Robot } from '@houqin/notice-groups'
import { DeliveryFailure } from '@houqin/outbox'
import type { Handler } from '@houqin/outbox'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'

/** E-mail, text message, and what WeCom, its government edition, 浙政钉 and DingTalk offer: a robot speaks into a group, an app to one person. */
export const channelKinds = Object.freeze(['email', 'sms', 'wecom-robot', 'wecom-app', 'govwecom-app', 'zwdd-app', 'dingtalk-robot'] as const)
export type ChannelKind = (typeof channelKinds)[number]

export const channelLabels: Readonly<Record<ChannelKind, Sentence>> = Object.freeze({
  'email': say('电子邮件', 'E-mail'),
  'sms': say('短信', 'Text message'),
  'wecom-robot': say('企业微信群机器人', 'WeCom robot'),
  'wecom-app': say('企业微信', 'WeCom'),
  'govwecom-app': say('政务微信', 'Government WeCom'),
  'zwdd-app': say('政务钉钉', 'Government DingTalk'),
  'dingtalk-robot': say('钉钉群机器人', 'DingTalk robot'),
})
/** Those that reach one person, in the order in which an unread notice goes from one to the next. */
export const personalKinds: readonly ChannelKind[] = Object.freeze(['wecom-app', 'govwecom-app', 'zwdd-app', 'email', 'sms'])

/** Where a message goes. */
export interface Address {
  /** As the channel understands it: a mailbox, a mobile number, a person's account in the app, the name of a robot's group. */
  readonly value: string
  /** The person's or the group's name, for a greeting. */
  readonly name: string
}
export interface Message {
  readonly to: Address
  readonly title: string
  /** Plain text in the reader's language, a few lines at most. */
  readonly text: string
  /** The whole address of the page in the console that a tap opens. */
  readonly url: string | null
  /** The same in every attempt: a channel that can tell two from one does so by it. */
  readonly key: string
}
export interface Channel {
  readonly kind: ChannelKind
  /** Whether it is set up at this moment, as `db` sees it; nothing is sent by one that is not. */
  isOpen(db: Db | Tx): Promise<boolean>
  /** @param signal raised when the time is up. @returns what the other side answered. @throws ChannelFailure. */
  send(message: Message, signal: AbortSignal): Promise<{ readonly receipt: string }>
}

/** The ways out of the house, and who is known under what on each. */
export interface WaysOut {
  readonly all: readonly Channel[]
  /** By person; those without an address are missing. */
  addressesOf(db: Db | Tx, asked: { readonly kind: ChannelKind; readonly persons: readonly string[] }): Promise<ReadonlyMap<string, Address>>
  /** The robots that are set up, each of which speaks into one group. */
  robots(db: Db | Tx): Promise<readonly Robot[]>
}

/** Why a message did not arrive, and whether it is tried again. Any other error is taken for a passing one. */
export class ChannelFailure extends DeliveryFailure {
  override readonly name = 'ChannelFailure'
}

/** The topic of the outbox under which a channel's messages wait. */
export const topicOf = (kind: ChannelKind): string => `notice.${kind}`

/** The channel as the outbox asks it. */
export function handlerOf(channel: Channel): Handler {
  // Its payload was posted as a message.
  return { send: ({ payload, key }, signal) => channel.send({ ...(payload as Omit<Message, 'key'>), key }, signal) }
}
