// The ways out of the house 通知渠道: e-mail, SMS, WeCom and DingTalk, spoken as those who hear them expect it.
export { kinds } from './kinds.ts'
export type { Field, Kind, Send, Values, Wire } from './kind.ts'
