// A rule in words: 每两周的周一、周四,休息日顺延.
import type { PlanRule, Say } from '@houqin/web-kit'

export const weekdayText = (day: number, say: Say): string => say(`周${'一二三四五六日'[day - 1] ?? ''}`, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day - 1] ?? '')
export const daysOffText = (off: PlanRule['daysOff'], say: Say): string =>
  ({ keep: say('休息日照办', 'days off too'), skip: say('休息日不办', 'not on days off'), before: say('逢休息日提前', 'before a day off'), after: say('逢休息日顺延', 'after a day off') })[off]

export function ruleText({ every, interval, weekdays = [], on, daysOff }: PlanRule, say: Say): string {
  const base = {
    'working-day': say('每个工作日', 'Every working day'),
    day: interval === 1 ? say('每天', 'Every day') : say(`每 ${interval} 天`, `Every ${interval} days`),
    week: `${interval === 1 ? say('每周', 'Every week on ') : say(`每 ${interval} 周的`, `Every ${interval} weeks on `)}${weekdays.map((day) => weekdayText(day, say)).join(say('、', ', '))}`,
    month: `${interval === 1 ? say('每月', 'Every month on ') : say(`每 ${interval} 个月的`, `Every ${interval} months on `)}${on === 'last' ? say('最后一天', 'the last day') : on === 'last-working' ? say('最后一个工作日', 'the last working day') : say(`${on ?? 1} 日`, `day ${on ?? 1}`)}`,
  }[every]
  return every === 'working-day' || on === 'last-working' ? base : `${base}${say('，', ', ')}${daysOffText(daysOff, say)}`
}
