// What the audit tells of 审计的动作, in words: the beginnings of deeds' names, as whoever looks for something would call them.
/** A beginning of deeds' names, and what they are called in Chinese and English. */
export type AuditArea = readonly [begins: string, zh: string, en: string]

/** Deeds of the house itself; those of a subsystem begin with its id. Of two that fit, the longer says more. */
export const auditAreas: readonly AuditArea[] = Object.freeze<AuditArea[]>([
  ['access.sign-in', '登录', 'Signing in'],
  ['access.', '账号', 'Accounts'],
  ['access.grant', '授予角色', 'Granting roles'],
  ['access.withdraw', '收回角色', 'Withdrawing roles'],
  ['access.reset-password', '重置密码', 'Resetting passwords'],
  ['second-factor.', '动态口令', 'Second factor'],
  ['identity.', '统一身份', 'Unified identity'],
  ['api-key.', '接口密钥', 'API keys'],
  ['personal.', '查看个人信息', 'Looking at personal data'],
  ['files.', '文件', 'Files'],
  ['signature.', '签名', 'Signatures'],
  ['approval.', '审批路线与代理', 'Approval routes and deputies'],
  ['standard.', '规定的标准值', 'Figures of standards'],
  ['alarm.', '告警', 'Alarms'],
  ['due.', '到期', 'What ends'],
  ['plan.', '计划', 'Plans'],
  ['notice.', '通知', 'Notices'],
  ['channel.', '通知渠道', 'Notice channels'],
  ['backup.', '备份与恢复', 'Backup and restore'],
  ['crypto.', '密码算法', 'Cryptography'],
  ['kernel.', '系统运行', 'The system itself'],
])

/** What a deed such as `access.sign-in` belongs to; undefined where nobody has named it. */
export function areaOf(action: string, areas: readonly AuditArea[]): AuditArea | undefined {
  return areas.filter(([begins]) => action.startsWith(begins)).toSorted(([one], [other]) => other.length - one.length)[0]
}
