// Who asks, approves, dispatches and drives in the demonstration 用车的演示账号.
import type { DemoAccount } from '@houqin/compose'
import type { Role } from '@houqin/define'
import { dutyDriver, fleetDispatcher, fleetOfficer } from '../../src/contract/index.ts'
import { demoPassword } from '../account.ts'

export interface OfficeAccount {
  readonly username: string
  readonly name: string
  readonly organ: string
  readonly role: string
  readonly tries: string
  readonly grants: readonly Role[]
}
/** The one who drives is a driver of the ledger whatever the day gives. */
export const theDriver = Object.freeze({ organ: '公车中心', name: '陆帆' })
export const officeAccounts: readonly OfficeAccount[] = [
  { username: 'chen.hongxia', name: '陈红霞', organ: '发改委', role: '单位负责人（发改委副主任）', tries: '批准刘敏的用车申请', grants: [] },
  { username: 'zhou.yichen', name: '周奕辰', organ: '公车中心', role: '车辆调度（公车中心）', tries: '在派车台把一件用车拖到一辆车上，或用建议的车一点派出', grants: [fleetDispatcher] },
  { username: 'xie.xiaolin', name: '谢晓琳', organ: '机关事务局', role: '公车管理员（业务二科，与郭承宇互为复核）', tries: '确认郭承宇下给终端的新服务器地址；核对年度公示', grants: [fleetOfficer] },
  { username: 'lu.fan', name: theDriver.name, organ: theDriver.organ, role: '出车驾驶员', tries: '在手机上接单、出车、记过路费、收车', grants: [dutyDriver] },
]
export const officeDemoAccounts: readonly DemoAccount[] = officeAccounts.map(({ username, name, role, tries }) => ({ username, password: demoPassword, name, role, tries }))
