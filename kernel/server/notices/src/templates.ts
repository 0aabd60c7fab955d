// Templates 通知模板: the words of each kind in both languages, the house's own where an officer has written some.
import { requireRole, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import { systemAdmin } from '@houqin/define'
import { badInput } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { FieldIssue, Locale } from '@houqin/problem'
import type { TemplateRow, Wording } from '@houqin/wire'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { noticeKinds } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { namesIn } from './template.ts'

interface Stored {
  readonly kind: string
  readonly words: Wording
  readonly version: number
  readonly changed_at: Date
  readonly changed_by: string
}

/** The words to send: the house's own, unless they name what is not there. */
export async function templateOf(tx: Tx, kind: Kind): Promise<Wording> {
  const { rows: [stored] } = await sql<Stored>`select kind, words, version, changed_at, changed_by from notice.template where kind = ${kind}`.execute(tx)
  return stored && unknownIn(kind, stored.words).length === 0 ? stored.words : noticeKinds[kind]
}

const keep = { roles: [systemAdmin], deed: say('维护通知模板', 'keep the templates of notices') }

/** @throws Problem not-allowed. */
export async function listTemplates(db: Db | Tx, actor: Actor): Promise<{ readonly rows: readonly TemplateRow<Date, Kind>[] }> {
  requireRole(actor.principal, keep)
  const { rows } = await sql<Stored>`select kind, words, version, changed_at, changed_by from notice.template`.execute(db)
  // The keys of the table of kinds.
  return { rows: (Object.keys(noticeKinds) as Kind[]).map((kind) => rowOf(kind, rows.find((one) => one.kind === kind), actor.locale)) }
}

/** @throws Problem not-allowed, not-found, bad-input for a name the kind does not know, stale-version. */
export async function keepTemplate(tx: Tx, desk: Desk, { actor, kind: id, words, version }: { actor: Actor; kind: string; words: Wording; version: number }): Promise<TemplateRow<Date, Kind>> {
  requireRole(actor.principal, keep)
  const kind = kindNamed(id)
  requireNames(kind, words)
  const at = desk.clock.now()
  const { rows: [stored] } = await sql<Stored>`
    insert into notice.template as t (kind, words, changed_at, changed_by)
    select ${kind}, ${JSON.stringify(words)}::jsonb, ${at}, ${actor.principal.name} where ${version} = 0 or exists (select from notice.template where kind = ${kind})
    on conflict (kind) do update set words = excluded.words, changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = t.version + 1 where t.version = ${version}
    returning kind, words, version, changed_at, changed_by`.execute(tx)
  if (stored === undefined) throw stale()
  await record(tx, { at, ...signature(actor), action: 'notice.template', subject: { kind: 'notice.template', id: kind }, summary: `修改通知模板“${noticeKinds[kind].label.zh}”`, after: { ...words } })
  return rowOf(kind, stored, actor.locale)
}

/** Back to the declared words. @throws Problem not-allowed, not-found, stale-version. */
export async function dropTemplate(tx: Tx, desk: Desk, { actor, kind: id, version }: { actor: Actor; kind: string; version: number }): Promise<TemplateRow<Date, Kind>> {
  requireRole(actor.principal, keep)
  const kind = kindNamed(id)
  const { rows: [gone] } = await sql<{ words: Wording }>`delete from notice.template where kind = ${kind} and version = ${version} returning words`.execute(tx)
  if (gone === undefined) throw stale()
  await record(tx, { at: desk.clock.now(), ...signature(actor), action: 'notice.template-drop', subject: { kind: 'notice.template', id: kind }, summary: `通知模板“${noticeKinds[kind].label.zh}”恢复原文`, before: { ...gone.words } })
  return rowOf(kind, undefined, actor.locale)
}

function rowOf(kind: Kind, stored: Stored | undefined, locale: Locale): TemplateRow<Date, Kind> {
  const { label, importance, names, zh, en } = noticeKinds[kind]
  return {
    id: kind, label: label[locale], importance, names, words: stored?.words ?? { zh, en }, declared: { zh, en }, version: stored?.version ?? 0,
    changedAt: stored?.changed_at ?? null, changedBy: stored?.changed_by ?? null, unknown: stored ? unknownIn(kind, stored.words) : [],
  }
}

function unknownIn(kind: Kind, words: Wording): readonly string[] {
  const known: readonly string[] = noticeKinds[kind].names
  return [...new Set([...namesIn(words.zh), ...namesIn(words.en)])].filter((name) => !known.includes(name))
}

function requireNames(kind: Kind, words: Wording): void {
  const known: readonly string[] = noticeKinds[kind].names
  const issues: FieldIssue[] = (['zh', 'en'] as const).flatMap((locale) => {
    const wrong = namesIn(words[locale]).filter((name) => !known.includes(name))
    const all = known.map((name) => `{${name}}`).join(' ')
    return [
      ...(words[locale].title.trim() === '' ? [{ at: `words.${locale}.title`, says: say('标题不能为空', 'The title may not be empty') }] : []),
      ...(wrong.length === 0 ? [] : [{ at: `words.${locale}`, says: say(`没有 ${wrong.map((name) => `{${name}}`).join('、')}；这类通知可用的有 ${all}`, `There is no ${wrong.map((name) => `{${name}}`).join(', ')}; this kind knows ${all}`) }]),
    ]
  })
  if (issues.length > 0) throw badInput(issues)
}

function kindNamed(id: string): Kind {
  // Just looked up among the keys.
  if (Object.hasOwn(noticeKinds, id)) return id as Kind
  throw new Problem('not-found', say('没有这种通知。', 'There is no such kind of notice.'))
}
const stale = (): Problem => new Problem('stale-version', say('模板已被他人改过，请刷新后再改。', 'Somebody changed this template meanwhile: reload first.'))
