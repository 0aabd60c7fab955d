// 推迟与知悉: what is due is put off to a day or said to be seen to, with the reason, by whoever may write the row.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { addDays } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { badInput, tableSqlOf } from '@houqin/fields'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { expiringOf, reachOf } from './expiring.ts'

export interface PuttingAside {
  /** `open` takes it back. */
  readonly action: 'snooze' | 'acknowledge' | 'open'
  /** Of `snooze`: the day it comes back, YYYY-MM-DD. */
  readonly until?: string
  readonly reason: string
}
/** Longer than a quarter is forgetting. */
const longestDays = 90

/** @throws Problem `not-found`, `not-allowed`, `bad-input`, `conflict` for putting off what has ended. */
export async function putAside(tx: Tx, system: System, actor: Actor, id: string, { action, until, reason }: PuttingAside): Promise<void> {
  const { catalogue, clock } = system
  const { rows: [kept] } = await sql<{ register: string; row: string; field: string; day: string }>`
    select register, row, field, day::text from due.expiry where id = ${id}::uuid for update`.execute(tx)
  const expiring = expiringOf(catalogue).find(({ register, field }) => register.id === kept?.register && field === kept.field)
  const { rows: [row] } = kept && expiring
    ? await sql<{ label: string; writable: boolean }>`
      select t.label, ${reachOf(actor.principal, expiring.register, 'write')} as writable from ${tableSqlOf(expiring.register.id)} t
      where t.id = ${kept.row}::uuid and ${reachOf(actor.principal, expiring.register, 'read')}`.execute(tx)
    : { rows: [] }
  if (!kept || !expiring || !row) throw new Problem('not-found', say('没有这条到期提醒，可能已办理或您无权查看。', 'There is no such due row: it was seen to, or you may not see it.'))
  if (!row.writable) throw new Problem('not-allowed', say(`只有能维护这条${expiring.register.title}的人可以推迟或知悉。`, 'Only those who may write the row put it aside.'))
  const today = clock.today()
  if (action === 'snooze') {
    if (kept.day < today) throw new Problem('conflict', say(`已于 ${kept.day} 到期，不能再推迟。请续办，或登记新的日期。`, `It ended on ${kept.day} and cannot be put off; renew it or enter a new day.`))
    if (until === undefined || until <= today || until > addDays(today, longestDays))
      throw badInput([{ at: 'until', says: say(`“推迟到”应在明天至 ${addDays(today, longestDays)} 之间`, `“until” must lie between tomorrow and ${addDays(today, longestDays)}`) }])
  }
  const how = action === 'open' ? null : action === 'snooze' ? 'snoozed' : 'acknowledged'
  await sql`
    update due.expiry set put_aside = ${how}, put_aside_until = ${action === 'snooze' ? until : null}::date, put_aside_reason = ${how === null ? null : reason},
      put_aside_by = ${how === null ? null : actor.principal.name}, put_aside_at = ${how === null ? null : clock.now()}
    where id = ${id}::uuid`.execute(tx)
  const said = { snooze: `推迟到 ${until ?? ''}`, acknowledge: '知悉', open: '恢复提醒' }[action]
  await record(tx, {
    at: clock.now(), ...signature(actor), action: `due.${action}`, subject: { kind: kept.register, id: kept.row },
    summary: `到期提醒（${expiring.label.zh} ${kept.day}）：${said}：${reason}`, after: { field: kept.field, day: kept.day, until: until ?? null, reason },
  })
}
