// The ways out of the house 通知渠道: e-mail, SMS, WeCom and DingTalk, spoken as those who hear them expect it.
export { personalKinds } from './addresses.ts'
export { createChannels } from './channels.ts'
export type { ChannelNeeds, Channels } from './channels.ts'
export { kinds } from './kinds.ts'
export type { Field, Kind, Send, Values, Wire } from './kind.ts'
export type { NewSetup, SetupChanges } from './setups.ts'
export { channelSecrets, channelTables } from './tables.ts'
