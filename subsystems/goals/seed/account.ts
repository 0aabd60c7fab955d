// The account of whoever counts 演示账号.
export const seedAccount = Object.freeze({
  username: 'lin.fan', name: '林帆', role: '科长（综合科）', tries: '向各单位发出本季度满意度测评，再打印工作报告',
} as const)
/** As every account of the demonstration. */
export const demoPassword = 'Qingxi-2026'
