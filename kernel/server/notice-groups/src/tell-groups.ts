// Telling groups 通知到群: each robot that is to hear of this happening is handed one message, once.
import { systemActor } from '@houqin/access'
import { formatInstant } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Catalogue, Matter } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { loadMatter } from '@houqin/matter-records'
import { post } from '@houqin/outbox'
import type { Locale } from '@houqin/problem'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { groupWords } from './group-words.ts'
import type { GroupNoticeKind } from './group-words.ts'
import type { GroupDesk } from './robot.ts'

export interface GroupNews {
  readonly kind: GroupNoticeKind
  /** Of the happening: a group is told of it once. */
  readonly key: string
  readonly matter: Matter
  readonly now: { readonly id: string; readonly number: string; readonly state: string; readonly organ: string | null; readonly due_at: Date | null }
}

/**
 * At once, whatever the hour: a group is muted by its members, and a team on duty must know at night. More than the robot's measure a minute
 * waits in the outbox; what the wire refuses is told there and with the channel.
 */
export async function tellGroups(tx: Tx, desk: GroupDesk, { kind, key, matter, now }: GroupNews): Promise<void> {
  const { rows } = await sql<{ id: string; robot: string; locale: Locale; about: string | null }>`
    ${aboveSql(desk.catalogue, now.organ)} select g.id, g.robot, g.locale, g.about from notice_group.rule g
    where ${kind} = any(g.kinds) and (g.matter is null or g.matter = ${matter.id}) and (g.organ is null or g.organ in (select id from above))`.execute(tx)
  if (rows.length === 0) return
  const stored = rows.some(({ about }) => about !== null) ? await loadMatter(tx, { matter, where: { id: now.id }, actor: systemActor }) : undefined
  const named = new Set(Object.values({ ...stored?.form, ...stored?.facts }))
  const robots = await desk.robots(tx)
  for (const { id, robot: chosen, locale, about } of rows) {
    const robot = robots.find((one) => one.id === chosen)
    if (!robot?.open || (about !== null && !named.has(about))) continue
    const { title, text } = groupWords({
      kind, locale, title: desk.word(`${matter.id}.title`, matter.title, locale), number: now.number,
      state: desk.word(`${matter.id}.states.${now.state}`, matter.states[now.state]?.title ?? now.state, locale), due: now.due_at === null ? null : formatInstant(now.due_at),
    })
    await post(tx, desk.clock, [{
      topic: robot.topic, key: `${id}:${kind}:${key}`,
      payload: { to: { value: robot.title, name: robot.title }, title, text, url: `${desk.publicUrl}/matters/${matter.id}/${now.number}` },
    }])
  }
}

/** The matter's organ and those it belongs to. */
function aboveSql({ dimensions: { organ: organs } }: Catalogue, organ: string | null): RawBuilder<unknown> {
  if (organs?.tree === undefined) return sql`with above as (select ${organ}::uuid as id)`
  return sql`with recursive above as (
    select id, ${columnSql(organs.tree)} as superior from ${tableSqlOf(organs.id)} where id = ${organ}::uuid
    union select o.id, ${columnSql(organs.tree, 'o')} from ${tableSqlOf(organs.id)} o join above on o.id = above.superior
  )`
}
