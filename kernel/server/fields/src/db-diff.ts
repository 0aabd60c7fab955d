// 库表核对: where the database and the declarations say different things, and the SQL that makes them agree.
import type { Db, Tx } from '@houqin/db'
import type { Catalogue } from '@houqin/define'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { expectedTables } from './expected-tables.ts'
import type { ExpectedNeed, ExpectedTable } from './expected-tables.ts'
import { storedTables } from './stored-tables.ts'
import type { StoredTable } from './stored-tables.ts'
import { columnLine, createTable, named, needSql, tableNamed } from './table-sql.ts'

export interface Difference {
  /** The declaration that asks for it. */
  readonly of: string
  readonly says: Sentence
  /** One statement; a comment where data would be lost and a person must decide. */
  readonly sql: string
}
export interface DbDiff {
  readonly differences: readonly Difference[]
  /** All of it in an order that runs; empty when nothing differs. */
  readonly sql: string
}

/** Compares every table the catalogue needs. Names of indexes and constraints are free, and so are tables nobody declared. */
export async function dbDiff(db: Db | Tx, catalogue: Catalogue): Promise<DbDiff> {
  const expected = expectedTables(catalogue)
  const stored = await storedTables(db, [...new Set(expected.map(({ schema }) => schema))])
  const tables: Difference[] = []
  const columns: Difference[] = []
  const needs: Difference[] = []
  for (const table of expected) {
    const found = stored.get(`${table.schema}.${table.table}`)
    if (found) columns.push(...columnDifferences(table, found))
    else tables.push({ of: table.of, says: say(`没有表 ${tableNamed(table)}`, `The table ${tableNamed(table)} is missing`), sql: createTable(table) })
    for (const need of table.needs) {
      const broughtByTable = !found && need.need === 'primary-key'
      if (!broughtByTable && !(found && isMet(need, found))) needs.push(needDifference(table, need))
    }
  }
  // A reference may point forward, so every table stands before the first foreign key.
  const differences = [...tables, ...columns, ...needs]
  return { differences, sql: script(differences, expected) }
}

function script(differences: readonly Difference[], expected: readonly ExpectedTable[]): string {
  if (differences.length === 0) return ''
  const made = new Set(differences.filter(({ sql }) => sql.startsWith('create table')).map(({ of }) => of))
  const schemas = new Set(expected.filter(({ of }) => made.has(of)).map(({ schema }) => schema))
  const head = [
    ...[...schemas].map((schema) => `create schema if not exists ${named(schema)};`),
    ...(differences.some(({ sql }) => sql.includes('exclude using gist')) ? ['create extension if not exists btree_gist;'] : []),
  ]
  return `${[...head, ...differences.map(({ sql }) => sql)].join('\n')}\n`
}

function columnDifferences(table: ExpectedTable, found: StoredTable): Difference[] {
  const { of } = table
  const on = tableNamed(table)
  const stored = new Map(found.columns.map((column) => [column.name, column]))
  const differences: Difference[] = []
  for (const column of table.columns) {
    const has = stored.get(column.name)
    const at = `${on}.${named(column.name)}`
    stored.delete(column.name)
    if (!has) {
      differences.push({ of, says: say(`没有列 ${at}`, `The column ${at} is missing`), sql: `alter table ${on} add column ${columnLine(column)};` })
      continue
    }
    if (has.type !== column.type) {
      differences.push({
        of,
        says: say(`列 ${at} 的类型是 ${has.type}，应为 ${column.type}`, `The column ${at} is ${has.type} and should be ${column.type}`),
        sql: `alter table ${on} alter column ${named(column.name)} type ${column.type} using ${named(column.name)}::${column.type};`,
      })
    }
    if (has.nullable !== column.nullable) {
      differences.push({
        of,
        says: column.nullable ? say(`列 ${at} 应可为空`, `The column ${at} should allow null`) : say(`列 ${at} 不应为空`, `The column ${at} should refuse null`),
        sql: `alter table ${on} alter column ${named(column.name)} ${column.nullable ? 'drop' : 'set'} not null;`,
      })
    }
    if (column.default !== undefined && !has.hasDefault) {
      differences.push({
        of,
        says: say(`列 ${at} 缺少默认值`, `The column ${at} lacks its default`),
        sql: `alter table ${on} alter column ${named(column.name)} set default ${column.default};`,
      })
    }
  }
  for (const column of stored.values()) {
    if (column.generated) continue
    differences.push({
      of,
      says: say(`列 ${on}.${named(column.name)} 没有声明`, `The column ${on}.${named(column.name)} is not declared`),
      sql: `-- alter table ${on} drop column ${named(column.name)};`,
    })
  }
  return differences
}

function isMet(need: ExpectedNeed, { indexes, foreignKeys, exclusions }: StoredTable): boolean {
  switch (need.need) {
    case 'primary-key':
      return indexes.some(({ primary, columns }) => primary && columns.length === 1 && columns[0] === need.column)
    case 'foreign-key':
      return foreignKeys.some(
        ({ columns, to, cascade }) =>
          columns.length === 1 && columns[0] === need.column && to.schema === need.to.schema && to.table === need.to.table && cascade === need.cascade,
      )
    case 'unique':
      return indexes.some(({ unique, columns }) => unique && columns.length === 1 && columns[0] === need.column)
    case 'index':
      return indexes.some(
        ({ method, columns, collation, where }) =>
          method === 'btree' && columns[0] === need.column && (need.collate === undefined || collation === need.collate) && (where === null || need.where !== undefined),
      )
    case 'gin':
      return indexes.some(({ method, columns }) => method === 'gin' && columns[0] === need.column)
    case 'no-overlap':
      return exclusions.some(
        ({ columns, operators }) =>
          columns.length === need.alike.length + 1 &&
          need.alike.every((column) => operators[columns.indexOf(column)] === '=') &&
          operators[columns.indexOf('valid')] === '&&',
      )
  }
}

function needDifference(table: ExpectedTable, need: ExpectedNeed): Difference {
  return { of: table.of, says: needSays(tableNamed(table), need), sql: needSql(table, need) }
}
function needSays(on: string, need: ExpectedNeed): Sentence {
  switch (need.need) {
    case 'primary-key':
      return say(`${on} 的主键应为 ${need.column}`, `The primary key of ${on} should be ${need.column}`)
    case 'foreign-key':
      return say(`${on}.${need.column} 应引用 ${tableNamed(need.to)}`, `${on}.${need.column} should reference ${tableNamed(need.to)}`)
    case 'unique':
      return say(`${on}.${need.column} 应唯一`, `${on}.${need.column} should be unique`)
    case 'index':
    case 'gin':
      return say(`${on}.${need.column} 缺少索引`, `${on}.${need.column} lacks its index`)
    case 'no-overlap':
      return say(`${on} 缺少 ${need.alike.join('、')} 相同的行日期不重叠的约束`, `${on} lacks the constraint that rows alike in ${need.alike.join(', ')} never overlap`)
  }
}
