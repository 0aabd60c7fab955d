// Open matters 在办事项: each told to those it waits for who have not heard of it, as it is when a house takes up notices.
import { holdersOf } from '@houqin/access'
import { formatInstant } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { tell } from './tell.ts'

interface Open {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly subject: string
  readonly state: string
  readonly version: number
  readonly requester: string | null
  readonly organ: string | null
  readonly site: string | null
  readonly holder_person: string | null
  readonly holder_role: string | null
  readonly due_at: Date | null
  readonly overdue_at: Date | null
  readonly state_since: Date
  readonly by_person: string | null
  readonly by_name: string
  readonly step: string | null
}

/** @param since matters that have stood so for longer are left to the inbox. @returns how many notices were written. */
export async function tellOfOpenMatters(tx: Tx, desk: Desk, { since }: { since: Date }): Promise<number> {
  const { rows } = await sql<Open>`
    select m.*, e.by_person, e.by_name, e.step from matter.matter m
    join lateral (select by_person, by_name, step from matter.event e where e.matter = m.id and e.what in ('start', 'step') order by e.id desc limit 1) e on true
    where m.closed_at is null and m.state_since >= ${since} and not exists (select from notice.notice n where n.matter = m.id)
    order by m.state_since`.execute(tx)
  let told = 0
  for (const now of rows) told += (await tellOne(tx, desk, now)).length
  return told
}

async function tellOne(tx: Tx, desk: Desk, now: Open): Promise<readonly string[]> {
  const { catalogue, clock, told, word } = desk
  const matter = catalogue.matters.get(now.kind)
  const role = now.holder_role === null ? undefined : catalogue.roles.get(now.holder_role)
  const persons = now.holder_person !== null ? [now.holder_person] : role ? await holdersOf(tx, catalogue, { role, organ: now.organ, site: now.site, day: clock.today() }) : []
  if (matter === undefined) return []
  const kind = now.overdue_at !== null ? 'matter.overdue' : now.holder_person !== null && now.holder_person === now.requester ? 'matter.answer' : 'matter.yours'
  return tell(tx, desk, {
    kind, key: `${now.id}:${now.version}:waits`, persons, matter: now.id, path: `/matters/${now.kind}/${now.number}`, by: now.by_person, at: now.state_since, silent: true, ...(role && now.holder_person === null && { role: role.role }),
    values: (locale) => ({
      subject: told(matter, now.subject, locale), number: now.number, title: word(`${matter.id}.title`, matter.title, locale),
      state: word(`${matter.id}.states.${now.state}`, matter.states[now.state]?.title ?? now.state, locale),
      step: now.step === null ? (locale === 'zh' ? '发起' : 'asked') : word(`${matter.id}.steps.${now.step}`, matter.steps[now.step]?.label ?? now.step, locale),
      by: now.by_name, comment: '', due: now.due_at === null ? '' : formatInstant(now.due_at),
    }),
  })
}
