// The accounts 演示账号 of the demonstration: one for each role, all with the same password, printed at the start.
import type { DemoAccount } from '@houqin/compose'
import { approvalOfficer, auditAdmin, auditor, securityAdmin, systemAdmin } from '@houqin/define'
import type { Role } from '@houqin/define'
import { bureauLeader, liaison, peopleOfficer } from '@houqin/people'
import type { NamedKey } from '@houqin/people/seed'
import { placesOfficer, steward } from '@houqin/places'
import { dispatcher, serviceOfficer, worker } from '../src/contract/index.ts'

/** Satisfies the policy for passwords; of the demonstration alone. */
export const demoPassword = 'Qingxi-2026'

export interface SeedAccount {
  readonly username: string
  readonly person: NamedKey
  readonly name: string
  readonly role: string
  readonly tries: string
  readonly grants: readonly { readonly role: Role; readonly organ?: string; /** A site's name, or all of them. */ readonly sites?: readonly string[] | 'all' }[]
}
export const seedAccounts: readonly SeedAccount[] = [
  { username: 'liu.min', person: 'staff', name: '刘敏', role: '职工', tries: '报修一盏灯，看它走到哪里，最后点“修好了”', grants: [] },
  { username: 'zhou.jianguo', person: 'steward', name: '周建国', role: '驻点负责人', tries: '打开“驻点一日”，给机关大院的报修派单', grants: [{ role: steward, sites: ['机关大院'] }] },
  { username: 'shen.lihua', person: 'dispatcher', name: '沈丽华', role: '维修调度', tries: '从待派单里派出最急的一件，合并重复的', grants: [{ role: dispatcher, sites: 'all' }] },
  { username: 'chen.zhiqiang', person: 'worker', name: '陈志强', role: '维修人员', tries: '在手机上到场、记用料、完工', grants: [{ role: worker, sites: ['机关大院', '东仓办公楼', '文昌行政楼'] }] },
  { username: 'sun.xiaowen', person: 'officer', name: '孙晓雯', role: '科长（服务科）', tries: '看超时的报修和及时率，受理一件投诉', grants: [{ role: serviceOfficer }] },
  { username: 'he.wei', person: 'places', name: '何伟', role: '科长（房产科）', tries: '核对 92 处场所、494,231.27 ㎡', grants: [{ role: placesOfficer }] },
  { username: 'xu.jing', person: 'people', name: '许静', role: '人员管理', tries: '把重复登记的两个人合并，再撤销；在“审批路线”里试一试谁来审', grants: [{ role: peopleOfficer }, { role: approvalOfficer }] },
  { username: 'gu.mingyuan', person: 'leader', name: '顾明远', role: '局领导', tries: '从首页的五个数点到底下的明细', grants: [{ role: bureauLeader }] },
  { username: 'wu.ting', person: 'liaison', name: '吴婷', role: '单位联络员', tries: '看本单位的人员和报修，催办一件', grants: [{ role: liaison, organ: '财政局' }] },
  { username: 'zheng.liqun', person: 'auditor', name: '郑立群', role: '审计人员', tries: '只读查看全部业务及其经过', grants: [{ role: auditor }] },
  { username: 'qian.yiming', person: 'systemAdmin', name: '钱一鸣', role: '系统管理员', tries: '给任一单位的主要负责人重置密码（账号已开，尚无密码），再用它登录', grants: [{ role: systemAdmin }] },
  { username: 'feng.lan', person: 'securityAdmin', name: '冯岚', role: '安全管理员', tries: '授予一个角色，再收回', grants: [{ role: securityAdmin }] },
  { username: 'shi.lei', person: 'auditAdmin', name: '石磊', role: '安全审计员', tries: '验证审计记录完整', grants: [{ role: auditAdmin }] },
]
export const demoAccounts: readonly DemoAccount[] = seedAccounts.map(({ username, name, role, tries }) => ({ username, password: demoPassword, name, role, tries }))
