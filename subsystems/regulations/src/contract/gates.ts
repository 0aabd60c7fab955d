// Gates of rule-making 关口: on which day a version may begin or end, asked when approval is asked for and again when it is given.
import { defineGate } from '@houqin/define'
import type { AtGate, SqlTag } from '@houqin/define'
import { ruleMaking } from './rule-making.ts'
import { versionDay } from './standards/version-day.ts'
import type { VersionDay } from './standards/version-day.ts'

type Making = AtGate<typeof ruleMaking>

const dayOf = (deed: VersionDay['deed'], on: (facts: Making['facts']) => string | null) => ({ form, facts, today }: Making, sql: SqlTag) => {
  const day = on(facts)
  if (day === null) return undefined
  const rule = facts.issued ?? form.document
  return sql<VersionDay>`
    select ${deed}::text as deed, ${form.aim}::text as aim, ${day}::text as "on", ${today}::text as today,
           (select d.title from regulations.document d where d.id = ${rule}::uuid) as rule,
           (select max(coalesce(v.in_force_on, v.made_on))::text from regulations.version v where v.document = ${rule}::uuid and v.retired_at is null) as latest`
}

export const gates = [
  defineGate(ruleMaking, ['issue'], versionDay, dayOf('issue', ({ inForceOn }) => inForceOn)),
  defineGate(ruleMaking, ['repeal'], versionDay, dayOf('repeal', ({ repealedOn }) => repealedOn)),
]
