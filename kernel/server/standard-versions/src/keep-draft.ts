// Keeping a draft 编制草案: figures written down with where they stand, changed by who prepares them, given up or put forward.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { isDate } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { AnyStandard } from '@houqin/define'
import { newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { FieldIssue, Sentence } from '@houqin/problem'
import type { WireDraft } from '@houqin/wire'
import { sql } from 'kysely'
import { draftById } from './draft.ts'
import type { FigureGiven } from './draft.ts'

export interface DraftGiven {
  readonly startsOn: string
  readonly unitCost?: string | null | undefined
  readonly figures: readonly FigureGiven[]
}

/** @param id of the draft that is changed, with the version it was seen in. @throws Problem bad-input, conflict, stale-version. */
export async function keepDraft(tx: Tx, { standard, actor, clock, given, changes }: {
  standard: AnyStandard
  actor: Actor
  clock: Clock
  given: DraftGiven
  changes?: { readonly id: string; readonly version: number }
}): Promise<WireDraft> {
  requireGood(standard, given)
  const before = changes && (await draftById(tx, changes.id, { lock: true }))
  if (before) requireOwn(before, { actor, version: changes?.version ?? 0, states: ['draft'] })
  await requireFreeDay(tx, { standard, day: given.startsOn, besides: before?.id ?? null })
  const id = before?.id ?? newId(clock)
  const at = clock.now()
  await (before
    ? sql`update standard_version.draft set starts_on = ${given.startsOn}, unit_cost = ${given.unitCost ?? null}, version = version + 1 where id = ${id}`
    : sql`
      insert into standard_version.draft (id, standard, starts_on, unit_cost, state, made_by, made_name, made_at)
      values (${id}, ${standard.id}, ${given.startsOn}, ${given.unitCost ?? null}, 'draft', ${actor.principal.account}, ${actor.principal.name}, ${at})`).execute(tx)
  await sql`delete from standard_version.figure where draft = ${id}`.execute(tx)
  await sql`
    insert into standard_version.figure (draft, parameter, key, value, level, document, number, clause, mark)
    select ${id}::uuid, f.parameter, coalesce(f.key, ''), f.value, f.level, f.document, nullif(f.number, ''), nullif(f.clause, ''), f.mark
    from jsonb_to_recordset(${JSON.stringify(given.figures)}::jsonb) as f(parameter text, key text, value numeric, level text, document text, number text, clause text, mark text)`.execute(tx)
  await record(tx, {
    ...signature(actor), at, action: 'standard.draft', subject: { kind: standard.id, id }, summary: `${before ? '修改' : '起草'}《${standard.title}》标准值，拟自 ${given.startsOn} 起`,
    ...(before && { before: { startsOn: before.startsOn, figures: before.figures } }), after: given,
  })
  return draftById(tx, id)
}

/** @throws Problem stale-version, not-allowed for another's draft, conflict for what is no longer open. */
export function requireOwn(draft: WireDraft, { actor, version, states }: { actor: Actor; version: number; states: readonly WireDraft['state'][] }): void {
  requireState(draft, { version, states })
  if (draft.madeBy !== actor.principal.account) throw new Problem('not-allowed', say(`这份草案由${draft.madeName}编制，只有本人可以修改。`, `This draft is ${draft.madeName}’s; nobody else changes it.`))
}
const stateWords: Readonly<Record<WireDraft['state'], Sentence>> = {
  draft: say('还在编制', 'still being prepared'), proposed: say('已提交复核', 'waiting to be confirmed'), issued: say('已发布', 'issued'), discarded: say('已作废', 'discarded'),
}
export function requireState(draft: WireDraft, { version, states }: { version: number; states: readonly WireDraft['state'][] }): void {
  if (draft.version !== version) throw new Problem('stale-version', say('草案已被改过，请刷新后再办。', 'The draft was changed meanwhile; reload first.'), { more: { version: draft.version } })
  if (!states.includes(draft.state)) throw new Problem('conflict', say(`这份草案${stateWords[draft.state].zh}，不能这样办。`, `This draft is ${stateWords[draft.state].en}; that is not possible.`))
}

/** @throws Problem conflict in a sentence: two versions of one rule on one day. */
export async function requireFreeDay(tx: Tx, { standard, day, besides, parameters }: { standard: AnyStandard; day: string; besides: string | null; parameters?: readonly string[] }): Promise<void> {
  const { rows: [other] } = await sql<{ name: string; at: string }>`
    select made_name as name, to_char(made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as at from standard_version.draft
    where standard = ${standard.id} and starts_on = ${day}::date and state <> 'discarded' and id is distinct from ${besides}::uuid`.execute(tx)
  if (other)
    throw new Problem('conflict', say(
      `《${standard.title}》自 ${day} 起已有一个版本（${other.name} ${other.at} 编制）。同一天不能有两个版本：请改那一份，或者另定施行日期。`,
      `There is a version of “${standard.title}” from ${day} already (by ${other.name} on ${other.at}). Two versions cannot begin on one day: change that one, or choose another day.`,
    ))
  if (parameters === undefined) return
  const { rows: [row] } = await sql<{ parameter: string }>`
    select parameter from standard.parameter where standard = ${standard.id} and lower(valid) = ${day}::date
      and parameter || '.' || key = any(${[...parameters]}::text[]) limit 1`.execute(tx)
  if (row)
    throw new Problem('conflict', say(
      `“${standard.parameters[row.parameter]?.title ?? row.parameter}”在 ${day} 已有一个标准值开始施行。同一天不能有两个版本，请另定施行日期。`,
      `“${standard.parameters[row.parameter]?.title ?? row.parameter}” has a value that begins on ${day} already. Two versions cannot begin on one day; choose another.`,
    ))
}

function requireGood(standard: AnyStandard, { startsOn, unitCost, figures }: DraftGiven): void {
  const issues: FieldIssue[] = []
  const wrong = (at: string, zh: string, en: string): number => issues.push({ at, says: say(zh, en) })
  if (!isDate(startsOn)) wrong('startsOn', '请写施行日期，如 2027-01-01', 'Give the day it begins, such as 2027-01-01')
  if (unitCost != null && !isExact(unitCost, 2)) wrong('unitCost', '应为金额，最多两位小数', 'An amount of money with at most two decimals')
  if (figures.length === 0) wrong('figures', '至少改一个标准值', 'Change at least one figure')
  const seen = new Set<string>()
  for (const [place, { parameter, key = '', value, document, clause, mark }] of figures.entries()) {
    const declared = standard.parameters[parameter]
    const at = `figures[${place}]`
    if (!declared || (declared.by ? !Object.hasOwn(declared.by, key) : key !== '')) wrong(`${at}.parameter`, `《${standard.title}》没有这一项`, `“${standard.title}” has no such figure`)
    else if (!isExact(value, declared.scale)) wrong(`${at}.value`, `应为数字，最多 ${declared.scale} 位小数`, `A number with at most ${declared.scale} decimals`)
    if (seen.has(`${parameter}.${key}`)) wrong(`${at}.parameter`, '同一项只能有一个值', 'One value for one figure')
    seen.add(`${parameter}.${key}`)
    issues.push(...sourceIssues({ document, clause, mark }, `${at}.`))
  }
  if (issues.length > 0) throw new Problem('bad-input', say('草案填写有误，请看各项说明。', 'Some values of the draft are not right.'), { issues })
}
/** What is wrong with where a value is said to stand. @param at the path before the field. */
export function sourceIssues({ document, clause, mark }: Pick<FigureGiven, 'document' | 'clause' | 'mark'>, at: string): readonly FieldIssue[] {
  const issues: FieldIssue[] = []
  if (document.trim() === '') issues.push({ at: `${at}document`, says: say('请写出处', 'Say where it is written') })
  if (!/^(V2?|K|U)(\/(V2?|K|U))*$/.test(mark)) issues.push({ at: `${at}mark`, says: say('应为 V、V2、K 或 U', 'One of V, V2, K and U') })
  else if (mark === 'V' && !clause?.trim()) issues.push({ at: `${at}clause`, says: say('见过原文的，请写条号', 'Read in the text itself: say which article') })
  return issues
}
export function isExact(value: string, scale: number): boolean {
  try {
    decimal.toUnits(value, scale)
    return value.length <= 20
  } catch {
    // no number, or more digits than are kept
    return false
  }
}
