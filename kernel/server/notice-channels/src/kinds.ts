// The kinds of channels the house speaks.
import type { ChannelKind } from '@houqin/notices'
import type { Kind } from './kind.ts'
import { dingtalkRobot } from './kinds/dingtalk-robot.ts'
import { email } from './kinds/email.ts'
import { sms } from './kinds/sms.ts'
import { govwecomApp, wecomApp } from './kinds/wecom-app.ts'
import { wecomRobot } from './kinds/wecom-robot.ts'
import { zwddApp } from './kinds/zwdd-app.ts'

export const kinds: Readonly<Record<ChannelKind, Kind>> = Object.freeze({
  'email': email, 'sms': sms, 'wecom-app': wecomApp, 'wecom-robot': wecomRobot, 'govwecom-app': govwecomApp, 'zwdd-app': zwddApp, 'dingtalk-robot': dingtalkRobot,
})
