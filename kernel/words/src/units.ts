// Units in English 单位译名. What is only counted (人, 件, 间) has none: its label says it.
const measured: Readonly<Record<string, string>> = Object.freeze({
  元: 'CNY', 小时: 'h', 工作小时: 'working h', 分钟: 'min', 天: 'days', 个月: 'months', 月: 'months', 年: 'years', 车日: 'car days',
  时: 'o’clock', 分: 'points', 星: 'stars', 座: 'seats', 层: 'storeys', 步: 'steps',
})
const counted: ReadonlySet<string> = new Set(['人', '名', '位', '件', '个', '次', '处', '间', '辆', '份', '项', '条', '支', '栋', '本', '张', '家'])

/** Undefined for a Chinese unit that nobody has put into English. */
export function unitInEnglish(unit: string): string | undefined {
  if (counted.has(unit)) return ''
  return measured[unit] ?? (/\p{Script=Han}/u.test(unit) ? undefined : unit)
}
