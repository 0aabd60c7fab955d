// The draft of a hand-over note 交接草稿, written from what the day holds; the steward mends it and signs.
import { formatDate, localDate, localTime } from '@houqin/clock'
import type { FoundDay } from './steward-day.ts'

/** Plain sentences, the urgent first; an empty day says so. */
export function handoverDraft({ day, onDuty, matters, alarms, expiring }: Pick<FoundDay, 'day' | 'onDuty' | 'matters' | 'alarms' | 'expiring'>): string {
  const late = matters.filter((matter) => matter.overdue)
  const today = matters.filter((matter) => !matter.overdue && matter.dueAt !== null && localDate(new Date(matter.dueAt)) === day)
  const lines = [
    onDuty.length > 0 ? `值班：${onDuty.map(({ person }) => person.name).join('、')}。` : '值班表上今天没有人。',
    late.length > 0 ? `超时 ${late.length} 件：${late.map((matter) => brief(matter, day)).join('；')}。` : '没有超时事项。',
    today.length > 0 ? `今天到期 ${today.length} 件：${today.map((matter) => brief(matter, day)).join('；')}。` : '',
    matters.length > late.length + today.length ? `另有 ${matters.length - late.length - today.length} 件正在办理。` : '',
    alarms.length > 0 ? `告警未解除 ${alarms.length} 条。` : '',
    expiring.length > 0 ? `将到期：${expiring.map(({ row, day: until }) => `${row.name} ${until}`).join('；')}。` : '',
  ]
  return `${formatDate(day)}\n${lines.filter((line) => line !== '').join('\n')}`
}
function brief({ number, subject, dueAt }: FoundDay['matters'][number], day: string): string {
  if (dueAt === null) return `${number} ${subject}`
  const due = new Date(dueAt)
  return `${number} ${subject}（${localDate(due) === day ? '' : `${formatDate(localDate(due))} `}${localTime(due)} 前）`
}
