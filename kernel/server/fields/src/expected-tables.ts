// 应有的表: what the declarations of a catalogue need in PostgreSQL, whoever writes the migrations.
import type { Catalogue, Field, Fields, LineSets, Matter, Register } from '@houqin/define'
import { columnType, isList, isNullable } from './column-type.ts'
import { columnOf, linesTableOf, tableOf } from './names.ts'
import type { TableName } from './names.ts'

export interface ExpectedColumn {
  readonly name: string
  /** As `format_type` writes it. */
  readonly type: string
  readonly nullable: boolean
  readonly default?: string
}
/** What must be there, whatever it is called and whether a constraint or an index brings it. */
export type ExpectedNeed =
  | { readonly need: 'primary-key'; readonly column: string }
  | { readonly need: 'foreign-key'; readonly column: string; readonly to: TableName; readonly toColumn: string; readonly cascade: boolean }
  | { readonly need: 'unique'; readonly column: string; readonly where?: string }
  /** An index that begins with the column, or with it in the order of pinyin. */
  | { readonly need: 'index'; readonly column: string; readonly collate?: string; readonly where?: string }
  | { readonly need: 'gin'; readonly column: string }
  | { readonly need: 'no-overlap'; readonly alike: readonly string[]; readonly where: string }
export interface ExpectedTable extends TableName {
  readonly of: string
  readonly columns: readonly ExpectedColumn[]
  readonly needs: readonly ExpectedNeed[]
}

/** The order of 拼音, everywhere names are sorted; numbers in them count by their value: 2层, 10层; 101, 1001. Made with the record of migrations. */
export const pinyinCollation = 'zh-natural'

/** Registers, then forms of matters, each followed by its lines; in the order of their declaration. */
export function expectedTables(catalogue: Catalogue): readonly ExpectedTable[] {
  return [
    ...[...catalogue.registers.values()].flatMap((register) => [registerTable(register), ...linesTables(register.id, register.lines, parentOf(register))]),
    ...[...catalogue.matters.values()].flatMap((matter) => [formTable(matter), ...linesTables(matter.id, matter.lines, matterParent)]),
  ]
}

function registerTable(register: Register): ExpectedTable {
  const name = tableOf(register.id)
  const instant = 'timestamp with time zone'
  const sorted = register.sort.replace(/^-/, '')
  const sortedField = register.fields[sorted]
  return {
    ...name,
    of: register.id,
    columns: [
      { name: 'id', type: 'uuid', nullable: false },
      ...fieldColumns(register.fields, isNullable),
      ...(register.dated ? [{ name: 'valid', type: 'daterange', nullable: false }] : []),
      { name: 'version', type: 'integer', nullable: false, default: '1' },
      { name: 'label', type: 'text', nullable: false },
      { name: 'search', type: 'text[]', nullable: false },
      { name: 'created_at', type: instant, nullable: false },
      { name: 'updated_at', type: instant, nullable: false },
      { name: 'retired_at', type: instant, nullable: true },
      { name: 'merged_into', type: 'uuid', nullable: true },
    ],
    needs: [
      { need: 'primary-key', column: 'id' },
      ...fieldNeeds(register.fields, register.id),
      { need: 'foreign-key', column: 'merged_into', to: name, toColumn: 'id', cascade: false },
      { need: 'index', column: 'merged_into', where: 'merged_into is not null' },
      { need: 'index', column: 'label', collate: pinyinCollation },
      ...(sortedField && sorted !== 'name' && sortedField.kind !== 'ref'
        ? [{ need: 'index' as const, column: columnOf(sorted), ...(sortedField.kind === 'text' && { collate: pinyinCollation }) }]
        : []),
      { need: 'gin', column: 'search' },
      ...(register.dated && register.alike.length > 0
        ? [{ need: 'no-overlap' as const, alike: register.alike.map(columnOf), where: 'retired_at is null and merged_into is null' }]
        : []),
    ],
  }
}
function formTable(matter: Matter): ExpectedTable {
  return {
    ...tableOf(matter.id),
    of: matter.id,
    columns: [
      { name: 'matter', type: 'uuid', nullable: false },
      ...fieldColumns(matter.form, isNullable),
      // A fact stands empty until its step.
      ...fieldColumns(matter.facts, (field) => !isList(field)),
    ],
    needs: [
      { need: 'primary-key', column: 'matter' },
      { need: 'foreign-key', column: 'matter', to: { schema: 'matter', table: 'matter' }, toColumn: 'id', cascade: false },
      ...fieldNeeds({ ...matter.form, ...matter.facts }, matter.id, 'matter'),
    ],
  }
}

interface Parent {
  readonly column: string
  readonly to: TableName
  readonly cascade: boolean
  /** Columns of lines besides their own fields. */
  readonly more: readonly ExpectedColumn[]
}
const parentOf = (register: Register): Parent => ({ column: 'parent', to: tableOf(register.id), cascade: true, more: [] })
const matterParent: Parent = {
  column: 'matter',
  to: { schema: 'matter', table: 'matter' },
  cascade: false,
  more: [
    { name: 'at', type: 'timestamp with time zone', nullable: false },
    { name: 'by_person', type: 'uuid', nullable: true },
  ],
}
function linesTables(owner: string, sets: LineSets, parent: Parent): ExpectedTable[] {
  return Object.entries(sets).map(([set, { fields }]) => ({
    ...linesTableOf(owner, set),
    of: `${owner} ${set}`,
    columns: [
      { name: 'id', type: 'uuid', nullable: false },
      { name: parent.column, type: 'uuid', nullable: false },
      { name: 'position', type: 'integer', nullable: false },
      ...parent.more,
      ...fieldColumns(fields, isNullable),
    ],
    needs: [
      { need: 'primary-key', column: 'id' },
      { need: 'foreign-key', column: parent.column, to: parent.to, toColumn: 'id', cascade: parent.cascade },
      { need: 'index', column: parent.column },
      ...fieldNeeds(fields, owner),
    ],
  }))
}

function fieldColumns(fields: Fields, nullable: (field: Field) => boolean): ExpectedColumn[] {
  return Object.entries(fields).map(([key, field]) => ({
    name: columnOf(key),
    type: columnType(field),
    nullable: nullable(field),
    ...(isList(field) && { default: "'{}'" }),
  }))
}
/** @param owner what `self` points to. */
function fieldNeeds(fields: Fields, owner: string, kind: 'register' | 'matter' = 'register'): ExpectedNeed[] {
  return Object.entries(fields).flatMap(([key, field]): ExpectedNeed[] => {
    const column = columnOf(key)
    if (field.kind === 'text' && field.unique) return [{ need: 'unique', column, ...(kind === 'register' && { where: 'retired_at is null' }) }]
    if (field.kind === 'date' && field.expires) return [{ need: 'index', column }]
    if (field.kind !== 'ref') return []
    const to = tableOf(field.to === 'self' ? owner : field.to.id)
    return [
      { need: 'foreign-key', column, to, toColumn: 'id', cascade: false },
      { need: 'index', column },
    ]
  })
}
