// Two more accounts of the demonstration 演示账号: the chief of another organ with who stands in for him, and the chief whose organ keeps the shared cars.
import type { DemoAccount } from '@houqin/compose'

export const seedAccounts = Object.freeze([
  { username: 'hou.zhenbang', name: '侯振邦', organ: '财政局', role: '单位主要负责人', tries: '批一张本单位的请假条；自己请假时指定代理人' },
  { username: 'fan.rui', name: '范睿', organ: '财政局', role: '单位副职', tries: '在待办里看看局长不在时代他审批的事项' },
  { username: 'liu.muyang', name: '刘沐阳', organ: '公车中心', role: '单位主要负责人（公车中心）', tries: '批准本单位车辆的维修：报价两千元以上的到他这里' },
] as const)
/** As every account of the demonstration. */
export const demoPassword = 'Qingxi-2026'
export const demoAccounts: readonly DemoAccount[] = seedAccounts.map(({ username, name, role, tries }) => ({ username, password: demoPassword, name, role, tries }))
