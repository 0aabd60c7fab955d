// 建表语句: the SQL that makes what the declarations need, written to be pasted into a migration.
import type { ExpectedColumn, ExpectedNeed, ExpectedTable } from './expected-tables.ts'
import type { TableName } from './names.ts'

/** Words that PostgreSQL reads as its own are quoted, the rest stay readable. */
const reserved = new Set([
  'all', 'analyse', 'analyze', 'and', 'any', 'array', 'as', 'asc', 'asymmetric', 'authorization', 'both', 'case', 'cast', 'check', 'collate', 'column',
  'constraint', 'create', 'cross', 'default', 'deferrable', 'desc', 'distinct', 'do', 'else', 'end', 'except', 'false', 'fetch', 'for', 'foreign', 'freeze',
  'from', 'full', 'grant', 'group', 'having', 'in', 'initially', 'inner', 'intersect', 'into', 'is', 'isnull', 'join', 'lateral', 'leading', 'left', 'like',
  'limit', 'localtime', 'natural', 'not', 'notnull', 'null', 'offset', 'on', 'only', 'or', 'order', 'outer', 'overlaps', 'placing', 'primary', 'references',
  'returning', 'right', 'select', 'similar', 'some', 'symmetric', 'table', 'then', 'to', 'trailing', 'true', 'union', 'unique', 'user', 'using', 'variadic',
  'verbose', 'when', 'where', 'window', 'with',
])
export function named(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`
}
export function tableNamed({ schema, table }: TableName): string {
  return `${named(schema)}.${named(table)}`
}

export function createTable(table: ExpectedTable): string {
  const key = table.needs.find((need) => need.need === 'primary-key')
  const columns = table.columns.map((column) => `  ${columnLine(column)}${column.name === key?.column ? ' primary key' : ''}`)
  return `create table ${tableNamed(table)} (\n${columns.join(',\n')}\n);`
}
export function columnLine({ name, type, nullable, default: otherwise }: ExpectedColumn): string {
  const short = type === 'timestamp with time zone' ? 'timestamptz' : type
  return `${named(name)} ${short}${nullable ? '' : ' not null'}${otherwise === undefined ? '' : ` default ${otherwise}`}`
}

/** The statement that brings a need about. Names are PostgreSQL's own choice, so that none is too long or taken. */
export function needSql(table: TableName, need: ExpectedNeed): string {
  const on = tableNamed(table)
  switch (need.need) {
    case 'primary-key':
      return `alter table ${on} add primary key (${named(need.column)});`
    case 'foreign-key':
      return `alter table ${on} add foreign key (${named(need.column)}) references ${tableNamed(need.to)} (${named(need.toColumn)})${need.cascade ? ' on delete cascade' : ''};`
    case 'unique':
      return `create unique index on ${on} (${named(need.column)})${whereClause(need.where)};`
    case 'index':
      return need.collate
        ? `create index on ${on} (${named(need.column)} collate "${need.collate}", id)${whereClause(need.where)};`
        : `create index on ${on} (${named(need.column)})${whereClause(need.where)};`
    case 'gin':
      return `create index on ${on} using gin (${named(need.column)});`
    case 'no-overlap':
      return `alter table ${on} add exclude using gist (${need.alike.map((column) => `${named(column)} with =`).join(', ')}, valid with &&) where (${need.where});`
  }
}
const whereClause = (where: string | undefined): string => (where === undefined ? '' : ` where ${where}`)
