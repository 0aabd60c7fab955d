// Groups 群通知: which robot tells its group of which happenings, kept by the system administrator as the robots are.
import { requireRole, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { constraintOf } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { everyone, systemAdmin, targetOf } from '@houqin/define'
import type { Catalogue } from '@houqin/define'
import { badInput, isId, newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { FieldIssue, Locale } from '@houqin/problem'
import { referenceOf, targetsOf, want } from '@houqin/rows'
import type { Wanted } from '@houqin/rows'
import type { GroupList, RobotShown } from '@houqin/wire'
import { sql } from 'kysely'
import { groupKinds } from './group-words.ts'
import type { GroupNoticeKind } from './group-words.ts'
import type { GroupDesk, Robot } from './robot.ts'

export interface GroupRule {
  readonly robot: string
  readonly kinds: readonly GroupNoticeKind[]
  readonly locale: Locale
  /** Null: of any kind. */
  readonly matter: string | null
  /** Null: of any organ; else this one and those below it. */
  readonly organ: string | null
  /** A row that the matter must name, such as a team. */
  readonly about: { readonly register: string; readonly id: string } | null
}
interface Stored {
  readonly id: string
  readonly robot: string
  readonly kinds: readonly GroupNoticeKind[]
  readonly locale: Locale
  readonly matter: string | null
  readonly organ: string | null
  readonly about_register: string | null
  readonly about: string | null
  readonly written_at: Date
  readonly written_by: string
}

const mostRules = 200
const keep = { roles: [systemAdmin], deed: say('设置群通知', 'say what groups are told') }

/** @throws Problem not-allowed. */
export async function listGroups(db: Db | Tx, { catalogue, robots: robotsOf, word }: GroupDesk, actor: Actor): Promise<GroupList<Date, GroupNoticeKind>> {
  requireRole(actor.principal, keep)
  const { locale } = actor
  const { rows } = await sql<Stored>`select * from notice_group.rule order by written_at, id limit ${mostRules}`.execute(db)
  const wanted: Wanted = new Map()
  const organs = catalogue.dimensions.organ?.id
  for (const { organ, about, about_register: register } of rows) {
    if (organ !== null && organs !== undefined) want(wanted, organs, organ)
    if (about !== null && register !== null && catalogue.registers.has(register)) want(wanted, register, about)
  }
  const [targets, robots] = [await targetsOf(db, wanted), (await robotsOf(db)).map((robot) => shown(robot, locale))]
  return {
    rows: rows.map(({ id, robot, kinds, locale: language, matter, organ, about, about_register: register, written_at: writtenAt, written_by: writtenBy }) => ({
      id, kinds, locale: language, matter, writtenAt, writtenBy, robot: robots.find((one) => one.id === robot) ?? null,
      organ: organ === null ? null : referenceOf(targets, organ), about: about === null || register === null ? null : { ...referenceOf(targets, about), register },
    })),
    robots,
    // The keys of the table of kinds.
    kinds: (Object.keys(groupKinds) as GroupNoticeKind[]).map((kind) => ({ kind, label: groupKinds[kind].label[locale] })),
    matters: [...catalogue.matters.values()].map(({ id, title }) => ({ matter: id, title: word(`${id}.title`, title, locale) })),
    registers: namedByMatters(catalogue).map(({ id, title }) => ({ register: id, title: word(`${id}.title`, title, locale) })),
  }
}
const shown = ({ id, label, title, open, problem }: Robot, locale: Locale): RobotShown<Date> =>
  ({ id, title, label: label[locale], open, problem: problem && { at: problem.at, says: problem.says[locale] } })

/** Registers that everybody reads and some matter points to, persons and organs apart: the teams of a desk, buildings. */
function namedByMatters({ matters, registers, dimensions: { person, organ } }: Catalogue) {
  const named = new Set([...matters.values()].flatMap((matter) => Object.values({ ...matter.form, ...matter.facts }).map((field) => targetOf(field, matter.id))))
  return [...registers.values()].filter(({ id, access }) => named.has(id) && id !== person?.id && id !== organ?.id && access.read.includes(everyone))
}

/** @throws Problem not-allowed, bad-input, conflict where the group is told of the same matters already. */
export async function addGroup(tx: Tx, desk: GroupDesk, { actor, rule }: { actor: Actor; rule: GroupRule }): Promise<void> {
  requireRole(actor.principal, keep)
  const robot = (await desk.robots(tx)).find(({ id }) => id === rule.robot)
  const issues = await issuesOf(tx, desk, rule)
  if (robot === undefined) issues.push({ at: 'robot', says: say('请选择一个群机器人', 'Choose a robot of a group') })
  if (issues.length > 0 || robot === undefined) throw badInput(issues)
  const id = newId(desk.clock)
  const at = desk.clock.now()
  const { kinds, locale, matter, organ, about } = rule
  try {
    await sql`
      insert into notice_group.rule (id, robot, kinds, locale, matter, organ, about_register, about, written_at, written_by)
      values (${id}::uuid, ${rule.robot}::uuid, ${[...new Set(kinds)]}::text[], ${locale}, ${matter}, ${organ}::uuid, ${about?.register ?? null}, ${about?.id ?? null}::uuid, ${at}, ${actor.principal.name})`.execute(tx)
  } catch (error) {
    if (constraintOf(error)?.name !== 'rule_once') throw error
    throw new Problem('conflict', say(`“${robot.title}”对同样的事项已有一条。要改通知种类，请先删除那一条再加。`, `“${robot.title}” is told of the same matters already. To change the kinds, remove that row first.`))
  }
  await record(tx, {
    at, ...signature(actor), action: 'notice.group-add', subject: { kind: 'notice.group', id }, summary: `群通知：让“${robot.title}”知道${kinds.map((kind) => groupKinds[kind].label.zh).join('、')}`,
    after: { robot: rule.robot, kinds: [...kinds], locale, matter, organ, about: about && { ...about } },
  })
}

async function issuesOf(tx: Tx, { catalogue }: GroupDesk, { kinds, matter, organ, about }: GroupRule): Promise<FieldIssue[]> {
  const issues: FieldIssue[] = []
  const wrong = (at: string, zh: string, en: string): void => void issues.push({ at, says: say(zh, en) })
  if (kinds.length === 0) wrong('kinds', '请至少选一种通知', 'Choose at least one kind')
  if (matter !== null && !catalogue.matters.has(matter)) wrong('matter', '没有这类事项', 'There is no such matter')
  const organs = catalogue.dimensions.organ?.id
  const wanted: Wanted = new Map()
  if (organ !== null && organs !== undefined) want(wanted, organs, organ)
  const chosen = about === null ? undefined : namedByMatters(catalogue).find(({ id }) => id === about.register)
  if (about !== null && chosen) want(wanted, chosen.id, about.id)
  const targets = await targetsOf(tx, wanted)
  if (organ !== null && !targets.has(organ)) wrong('organ', '没有这个单位', 'There is no such organ')
  if (about !== null && (chosen === undefined || !targets.has(about.id))) wrong('about', '没有这条登记，请重新选择', 'There is no such row; choose again')
  const { rows: [counted] } = await sql<{ full: boolean }>`select count(*) >= ${mostRules} as full from notice_group.rule`.execute(tx)
  if (counted?.full) wrong('robot', `群通知最多 ${mostRules} 条，请先删除不用的`, `At most ${mostRules}: remove what is not used`)
  return issues
}

/** @throws Problem not-allowed, not-found. */
export async function removeGroup(tx: Tx, desk: GroupDesk, { actor, id }: { actor: Actor; id: string }): Promise<void> {
  requireRole(actor.principal, keep)
  const { rows: [gone] } = await sql<Stored>`delete from notice_group.rule where id = ${isId(id) ? id : null}::uuid returning *`.execute(tx)
  if (gone === undefined) throw new Problem('not-found', say('没有这条群通知，可能已被删除。', 'There is no such row; it may have been removed.'))
  await record(tx, {
    at: desk.clock.now(), ...signature(actor), action: 'notice.group-remove', subject: { kind: 'notice.group', id }, summary: '删除群通知',
    before: { robot: gone.robot, kinds: [...gone.kinds], matter: gone.matter, organ: gone.organ, about: gone.about },
  })
}
