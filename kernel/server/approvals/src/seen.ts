// What an approver has before him 审批内容: form, facts, lines, what is asked for and what the standards say, as one content with a fingerprint.
import type { Json } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import type { Fields } from '@houqin/define'
import { readLines } from '@houqin/matter-records'
import type { AtMatter } from '@houqin/matter-records'
import { targetsOf, wantedBy, withReferences } from '@houqin/rows'
import { sql } from 'kysely'
import type { Desk } from '@houqin/approval-routes'
import type { Instance } from './instance.ts'

type Values = Readonly<Record<string, unknown>>

/** With the names that references have today. The same for every reader, so that two who see the same sign the same. */
export async function seenOf(db: Db | Tx, { catalogue }: Desk, { matter, stored, instance }: Pick<AtMatter, 'matter' | 'stored'> & { instance: Instance }): Promise<Json> {
  const lines = await readLines(db, matter, stored.id)
  const input = matter.steps[instance.step]?.input ?? {}
  const wanted = wantedBy(matter.form, matter.id, [stored.form])
  wantedBy(matter.facts, matter.id, [stored.facts], wanted)
  wantedBy(input, matter.id, [instance.input], wanted)
  for (const [set, rows] of Object.entries(lines)) wantedBy(matter.lines[set]?.fields ?? {}, matter.id, rows.map(({ values }) => values), wanted)
  const targets = await targetsOf(db, wanted)
  const named = (fields: Fields, values: Values): Values => withReferences({ catalogue, fields, owner: matter.id, values, targets })
  const { rows: findings } = await sql<{ finding: unknown }>`select finding from matter.finding where matter = ${stored.id}::uuid order by id`.execute(db)
  const content = {
    matter: matter.id,
    number: stored.number,
    step: instance.step,
    askedBy: instance.pressedName,
    askedAt: instance.openedAt,
    form: named(matter.form, stored.form),
    facts: named(matter.facts, stored.facts),
    lines: Object.fromEntries(Object.entries(lines).map(([set, rows]) => [set, rows.map(({ values }) => named(matter.lines[set]?.fields ?? {}, values))])),
    input: named(input, instance.input),
    linesToCome: instance.lines,
    comment: instance.comment,
    findings: findings.map(({ finding }) => finding),
  }
  // As it will be stored: days as text, nothing undefined.
  return JSON.parse(JSON.stringify(content)) as Json
}
