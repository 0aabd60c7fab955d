// Notices 通知: somebody's phone rings because of what happened, on the ways he chose.
export { ChannelFailure, channelKinds, handlerOf, personalKinds, topicOf } from './channel.ts'
export type { Address, Channel, ChannelKind, Message, WaysOut } from './channel.ts'
export { createNotices } from './notices.ts'
export type { Notices } from './notices.ts'
export { noticeTables } from './tables.ts'
