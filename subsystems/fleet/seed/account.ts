// The account of whoever keeps the cars 演示账号.
export const seedAccount = Object.freeze({
  username: 'guo.chengyu', name: '郭承宇', role: '科长（业务二科，管公务用车）', tries: '看三百辆公务车的账、保险和年检到期，登记一次节假日封存',
} as const)
/** As every account of the demonstration. */
export const demoPassword = 'Qingxi-2026'
