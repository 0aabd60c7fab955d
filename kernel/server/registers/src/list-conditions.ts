// 列表条件: which columns a register's list can be asked by, and what a query asks of them.
import type { Actor } from '@houqin/access'
import { targetOf } from '@houqin/define'
import type { Field, Register } from '@houqin/define'
import { columnSql, isGuarded, isNullable, tableSqlOf } from '@houqin/fields'
import { columnMap, filtersSql } from '@houqin/listing'
import type { ListColumn, ListColumns, ListQuery } from '@houqin/listing'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { mayReveal, scopeSql } from '@houqin/register-rights'
import { guardsName, isLive, sameRows, validFrom, validTo } from '@houqin/rows'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { House } from './house.ts'

interface Conditions {
  readonly columns: ListColumns
  readonly where: readonly RawBuilder<boolean>[]
  readonly sort: string
}

/** Everything but the reader's scope and the search. @throws Problem `bad-request`, `not-allowed` for a filter on what he sees masked. */
export function conditionsOf({ catalogue }: House, { actor, register, query }: { actor: Actor; register: Register; query: ListQuery }): Conditions {
  const guardedName = guardsName(catalogue, register)
  const columns = listColumns({ actor, register, guardedName })
  const sort = query.sort ?? ownSort({ register, guardedName })
  const filters = query.where ?? []
  const where: RawBuilder<boolean>[] = []
  if (!query.retired) where.push(isLive)
  if (query.asOf !== undefined) {
    if (!register.dated) {
      throw new Problem('bad-request', say(`${register.title}不按日期记录，不能用 asOf。`, `${register.id} keeps no dated rows, so asOf means nothing here.`))
    }
    where.push(sql<boolean>`t.valid @> ${query.asOf}::date`)
  }
  where.push(...filtersSql(columns, filters))
  // Who sees some rows whole learns nothing of the others by asking for a value.
  const asked = [...filters.map(({ field }) => field), (query.sort ?? '').replace(/^-/, ''), ...(query.q?.trim() ? ['name'] : [])]
  if (asked.some((key) => (key === 'name' ? guardedName : isGuardedKey(register, key)))) where.push(scopeSql(actor, register, 'reveal'))
  return { columns, where, sort }
}

/** The declared order, unless it would tell what some readers see masked. */
function ownSort({ register, guardedName }: { register: Register; guardedName: boolean }): string {
  const key = register.sort.replace(/^-/, '')
  if (key === 'name' ? !guardedName : !isGuardedKey(register, key)) return register.sort
  return guardedName ? '-createdAt' : 'name'
}
function isGuardedKey(register: Register, key: string): boolean {
  const field = Object.hasOwn(register.fields, key) ? register.fields[key] : undefined
  return field !== undefined && isGuarded(field)
}

// Asked for every page of every list; who reads makes no difference but whether what is guarded is open to him.
const known = new WeakMap<Register, Map<string, ListColumns>>()
function listColumns({ actor, register, guardedName }: { actor: Actor; register: Register; guardedName: boolean }): ListColumns {
  const open = mayReveal(actor, register)
  const of = known.get(register) ?? new Map<string, ListColumns>()
  const key = `${open} ${guardedName}`
  const columns = of.get(key) ?? makeColumns({ register, open, guardedName })
  known.set(register, of.set(key, columns))
  return columns
}
function makeColumns({ register, open, guardedName }: { register: Register; open: boolean; guardedName: boolean }): ListColumns {
  const label = sql<string>`t.label`
  const instant = (key: string, name: string, nullable = false): ListColumn => ({ key, field: { kind: 'instant', label: name }, column: columnSql(key, 't'), nullable })
  const day = (key: string, name: string, column: RawBuilder<unknown>, nullable: boolean): ListColumn => ({ key, field: { kind: 'date', label: name }, column, nullable })
  return columnMap([
    { key: 'id', field: { kind: 'ref', to: 'self', label: '标识' }, column: sql`t.id`, nullable: false, same: (ids) => sameRows(register.id, ids) },
    { key: 'name', field: { kind: 'text', max: 300, label: '名称' }, column: label, nullable: false, ...(guardedName && !open && { closed: closedTo('name', '名称') }) },
    instant('createdAt', '登记时间'),
    instant('updatedAt', '更新时间'),
    instant('retiredAt', '停用时间', true),
    ...(register.dated ? [day('from', '起始日期', validFrom, false), day('to', '截止日期', validTo, true)] : []),
    ...Object.entries(register.fields).map(([key, field]) => fieldColumn(register, { key, field, open })),
  ])
}
function fieldColumn(register: Register, { key, field, open }: { key: string; field: Field; open: boolean }): ListColumn {
  const column = columnSql(key, 't')
  const target = targetOf(field, register.id)
  return {
    key,
    field,
    column,
    nullable: isNullable(field),
    ...(isGuarded(field) && !open && { closed: closedTo(key, field.label) }),
    ...(target !== undefined && { same: (ids: readonly string[]) => sameRows(target, ids), sortText: nameThrough(target, column) }),
    // A list by name is a list by the row's name: that index stands.
    ...(key === 'name' && field.kind === 'text' && !isGuarded(field) && { sortText: sql<string>`t.label`, nullable: false }),
  }
}
function closedTo(key: string, label: string): Sentence {
  return say(`“${label}”是敏感信息，您不能按它筛选或排序。`, `“${key}” is sensitive; you may neither filter nor sort by it.`)
}
/** The name of what a column points to; of a merged row, its survivor's. */
function nameThrough(target: string, column: RawBuilder<unknown>): RawBuilder<string> {
  const table = tableSqlOf(target)
  return sql<string>`(select coalesce(survivor.label, pointed.label) from ${table} pointed left join ${table} survivor on survivor.id = pointed.merged_into where pointed.id = ${column})`
}
