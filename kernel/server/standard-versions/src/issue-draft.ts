// Issuing a draft 发布: the second pair of eyes; its figures become dated rows, and those they follow end the day before.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { AnyStandard } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import type { WireDraft } from '@houqin/wire'
import { sql } from 'kysely'
import { draftById } from './draft.ts'
import { requireFreeDay, requireOwn, requireState } from './keep-draft.ts'

interface Deed {
  readonly standard: AnyStandard
  readonly actor: Actor
  readonly clock: Clock
  readonly id: string
  readonly version: number
}

/** Hands it to another to confirm. @throws Problem stale-version, not-allowed, conflict. */
export async function proposeDraft(tx: Tx, deed: Deed): Promise<WireDraft> {
  const draft = await draftById(tx, deed.id, { lock: true })
  requireOwn(draft, { ...deed, states: ['draft'] })
  return moved(tx, { deed, draft, to: 'proposed', words: '提交复核' })
}

/** @throws Problem not-allowed for whoever prepared it, conflict when another version begins on that day. */
export async function issueDraft(tx: Tx, deed: Deed): Promise<WireDraft> {
  const { standard, actor, clock } = deed
  const draft = await draftById(tx, deed.id, { lock: true })
  requireState(draft, { ...deed, states: ['proposed'] })
  if (draft.madeBy === actor.principal.account)
    throw new Problem('not-allowed', say('编制人不能自己发布，请由另一位有权限的人复核发布。', 'Who prepared it does not issue it; another keeper of the figures does.'))
  await requireFreeDay(tx, { standard, day: draft.startsOn, besides: draft.id, parameters: draft.figures.map(({ parameter, key }) => `${parameter}.${key}`) })
  const at = clock.now()
  const { account } = actor.principal
  for (const { parameter, key, value, level, document, number, clause, mark } of draft.figures) {
    // the row in force on that day ends the day before; the new one lasts as long as that row would have, or until the next one begins
    const { rows: [held] } = await sql<{ until: string | null }>`
      update standard.parameter as p set valid = daterange(lower(p.valid), ${draft.startsOn}::date), edited_at = ${at}, edited_by = ${account}::uuid
      from (select id, upper(valid) as until from standard.parameter
            where standard = ${standard.id} and parameter = ${parameter} and key = ${key} and valid @> ${draft.startsOn}::date for update) as now
      where p.id = now.id returning now.until`.execute(tx)
    const { rows: [next] } = await sql<{ begins: string | null }>`
      select min(lower(valid)) as begins from standard.parameter
      where standard = ${standard.id} and parameter = ${parameter} and key = ${key} and lower(valid) > ${draft.startsOn}::date`.execute(tx)
    await sql`
      insert into standard.parameter (standard, parameter, key, value, unit, level, document, number, clause, mark, valid, edited_at, edited_by)
      values (${standard.id}, ${parameter}, ${key}, ${value}, ${standard.parameters[parameter]?.unit ?? ''}, ${level}, ${document}, ${number}, ${clause}, ${mark},
              daterange(${draft.startsOn}::date, ${held?.until ?? next?.begins ?? null}::date), ${at}, ${account}::uuid)`.execute(tx)
  }
  return moved(tx, { deed, draft, to: 'issued', words: '发布' })
}

/** By who prepared it, or by another keeper to whom it was put forward. */
export async function discardDraft(tx: Tx, deed: Deed): Promise<WireDraft> {
  const draft = await draftById(tx, deed.id, { lock: true })
  if (draft.state === 'draft') requireOwn(draft, { ...deed, states: ['draft'] })
  else requireState(draft, { ...deed, states: ['proposed'] })
  return moved(tx, { deed, draft, to: 'discarded', words: '作废' })
}

async function moved(tx: Tx, { deed: { standard, actor, clock }, draft, to, words }: { deed: Deed; draft: WireDraft; to: WireDraft['state']; words: string }): Promise<WireDraft> {
  const at = clock.now()
  const isDecision = to !== 'proposed'
  await sql`
    update standard_version.draft set state = ${to}, version = version + 1, decided_by = ${isDecision ? actor.principal.account : null}::uuid,
      decided_name = ${isDecision ? actor.principal.name : null}, decided_at = ${isDecision ? at : null} where id = ${draft.id}`.execute(tx)
  await record(tx, {
    ...signature(actor), at, action: `standard.${to}`, subject: { kind: standard.id, id: draft.id }, summary: `${words}《${standard.title}》标准值，自 ${draft.startsOn} 起`,
    before: { state: draft.state }, after: { state: to, figures: draft.figures },
  })
  return draftById(tx, draft.id)
}
