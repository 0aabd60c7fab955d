// Names 名称 of the rows a matter points to, whatever registers they lie in: one question for all, since every step asks it.
import type { Db, Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Fields } from '@houqin/define'
import { badInput, tableSqlOf } from '@houqin/fields'
import { say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import { sql } from 'kysely'

export interface Reference {
  readonly id: string
  readonly name: string
}
export interface Pointer {
  readonly register: string
  readonly id: string
}
/** What the rows are called; one that was merged has the name of its survivor. */
export interface RefNames {
  readonly of: (register: string | undefined, id: unknown) => Reference | null
  readonly isLive: (pointer: Pointer) => boolean
}

export async function readNames(db: Db | Tx, pointers: readonly Pointer[]): Promise<RefNames> {
  const found = new Map<string, { name: string; live: boolean }>()
  const wanted = Map.groupBy(pointers, ({ register }) => register)
  if (wanted.size > 0) {
    const parts = [...wanted].map(([register, some]) => sql`
      select ${register}::text as register, r.id, coalesce(s.label, r.label) as name, r.retired_at is null and r.merged_into is null as live
      from ${tableSqlOf(register)} r left join ${tableSqlOf(register)} s on s.id = r.merged_into
      where r.id = any(${[...new Set(some.map(({ id }) => id))]}::uuid[])`)
    const { rows } = await sql<Pointer & { name: string; live: boolean }>`${sql.join(parts, sql` union all `)}`.execute(db)
    for (const { register, id, name, live } of rows) found.set(`${register} ${id}`, { name, live })
  }
  return Object.freeze<RefNames>({
    of: (register, id) => (typeof id === 'string' ? { id, name: found.get(`${register} ${id}`)?.name ?? '—' } : null),
    isLive: ({ register, id }) => found.get(`${register} ${id}`)?.live ?? false,
  })
}

type Values = Readonly<Record<string, unknown>>

/** Where the references among `values` point. */
export function pointersIn(owner: string, fields: Fields, values: Values): readonly Pointer[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const register = targetOf(field, owner)
    const id = values[key]
    return register !== undefined && typeof id === 'string' ? [{ register, id }] : []
  })
}

/** The values as they are read: references carry their names. */
export function namedValues(owner: string, { fields, values, names }: { fields: Fields; values: Values; names: RefNames }): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, field.kind === 'ref' ? names.of(targetOf(field, owner), values[key]) : (values[key] ?? null)]),
  )
}

/** @throws Problem bad-input for a row that does not exist or was retired. */
export function requireLive(owner: string, { fields, values, names, at }: { fields: Fields; values: Values; names: RefNames; at: string }): void {
  const issues = Object.entries(fields).flatMap(([key, field]): FieldIssue[] => {
    const register = targetOf(field, owner)
    const id = values[key]
    if (register === undefined || typeof id !== 'string' || names.isLive({ register, id })) return []
    return [{ at: `${at}.${key}`, says: say(`“${field.label}”所选的记录不存在或已停用,请重新选择`, `“${field.label}” points to a row that is gone or retired, choose another`) }]
  })
  if (issues.length > 0) throw badInput(issues)
}
