// The draft of a hand-over note 交接草稿, written from what the day holds; the steward mends it and signs.
import { formatDate, localDate, localTime } from '@houqin/clock'
import type { StewardDay } from './steward-day.ts'

/** Plain sentences, the urgent first; an empty day says so. */
export function handoverDraft({ day, onDuty, matters, alarms, expiring }: Pick<StewardDay, 'day' | 'onDuty' | 'matters' | 'alarms' | 'expiring'>): string {
  const late = matters.filter((matter) => matter.overdue)
  const today = matters.filter((matter) => !matter.overdue && matter.dueAt !== null && localDate(new Date(matter.dueAt)) === day)
  const lines = [
    onDuty.length > 0 ? `值班:${onDuty.map(({ person }) => person.name).join('、')}。` : '值班表上今天没有人。',
    late.length > 0 ? `超时 ${late.length} 件:${late.map(overdue).join(';')}。` : '没有超时事项。',
    today.length > 0 ? `今天到期 ${today.length} 件:${today.map(brief).join(';')}。` : '',
    matters.length > late.length + today.length ? `另有 ${matters.length - late.length - today.length} 件正在办理。` : '',
    alarms.length > 0 ? `告警未解除 ${alarms.length} 条。` : '',
    expiring.length > 0 ? `将到期:${expiring.map(({ row, day: until }) => `${row.name} ${until}`).join(';')}。` : '',
  ]
  return `${formatDate(day)}\n${lines.filter((line) => line !== '').join('\n')}`
}
function brief({ number, subject, dueAt }: StewardDay['matters'][number]): string {
  return `${number} ${subject}${dueAt === null ? '' : `(${localTime(new Date(dueAt))} 前)`}`
}
function overdue({ number, subject, dueAt }: StewardDay['matters'][number]): string {
  return `${number} ${subject}${dueAt === null ? '' : `(应于 ${localDate(new Date(dueAt)).slice(5)} ${localTime(new Date(dueAt))} 办完)`}`
}
