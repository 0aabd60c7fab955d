// When and where as the house writes it, told in English: weekdays, and degrees with their hemisphere. Names of places stay as they are.
const weekdays: Readonly<Record<string, string>> = Object.freeze({ 周一: 'Mon', 周二: 'Tue', 周三: 'Wed', 周四: 'Thu', 周五: 'Fri', 周六: 'Sat', 周日: 'Sun' })
const units: Readonly<Record<string, string>> = Object.freeze({ 分钟: 'min', 小时: 'h' })

/** Null from a reading without it. `2026-11-28 周六 15:21，东经 120.29273 北纬 31.50077` → `2026-11-28 Sat 15:21, 120.29273° E 31.50077° N`. */
export function evidenceInEnglish(evidence: string | null): string {
  return (evidence ?? '')
    .replaceAll(/周[一二三四五六日]/gu, (day) => weekdays[day] ?? day)
    .replaceAll(/东经 ([\d.]+) 北纬 ([\d.]+)/gu, '$1° E $2° N')
    .replaceAll(/派车单 (\S+) 去/gu, 'slip $1 to ')
    .replaceAll('派车单 ', 'slip ')
    .replaceAll('最后一次 ', 'last heard ')
    .replaceAll('进入“', 'inside “')
    .replaceAll('驶出“', 'outside “')
    .replaceAll(/，|,(?![ \d])/gu, ', ')
}
export const unitInEnglish = (unit: string): string => units[unit] ?? unit
