// What a list of matters can be filtered and sorted by 事项列表的列: state, people, place and time, and the fields of the form.
import { bool, choice, instant, int, targetOf, text } from '@houqin/define'
import type { Catalogue, Field, Fields, Matter, Register } from '@houqin/define'
import { columnSql, isGuarded, isNullable } from '@houqin/fields'
import { columnMap } from '@houqin/listing'
import type { ListColumn, ListColumns } from '@houqin/listing'
import { say } from '@houqin/problem'
import { sameRows } from '@houqin/rows'
import { sql } from 'kysely'

/** Columns of `matter.matter as m` alone, for lists of all kinds. @param now the instant that tells what is overdue. */
export function inboxColumns(now: Date): ListColumns {
  return columnMap(ownColumns(now))
}

/** The columns of one kind, over `m` and its form `f`. Where a form's field has the name of one of these, it is this one. */
export function matterColumns({ catalogue, matter, now }: { catalogue: Catalogue; matter: Matter; now: Date }): ListColumns {
  const { person, organ, site } = catalogue.dimensions
  const states = Object.fromEntries(Object.entries(matter.states).map(([state, { title }]) => [state, title]))
  return columnMap([
    ...formColumns(matter, matter.form, isNullable),
    ...formColumns(matter, matter.facts, () => true),
    { key: 'state', field: choice('状态', states), column: sql.ref('m.state'), nullable: false },
    ...pointsTo('requester', '发起人', person),
    ...pointsTo('holder', '当前经办', person, 'holder_person'),
    ...pointsTo('organ', '单位', organ),
    ...pointsTo('site', '场所', site),
    ...ownColumns(now),
  ])
}

function ownColumns(now: Date): ListColumn[] {
  return [
    { key: 'number', field: text('编号'), column: sql.ref('m.number'), nullable: false },
    { key: 'subject', field: text('主题'), column: sql.ref('m.subject'), nullable: false },
    { key: 'openedAt', field: instant('发起时间'), column: sql.ref('m.opened_at'), nullable: false },
    { key: 'dueAt', field: instant('时限'), column: sql.ref('m.due_at'), nullable: true },
    { key: 'closedAt', field: instant('办结时间'), column: sql.ref('m.closed_at'), nullable: true },
    { key: 'overdue', field: bool('超时'), column: sql`(m.closed_at is null and coalesce(m.due_at <= ${now}, false))`, nullable: false },
    { key: 'approving', field: bool('审批中'), column: sql`(m.approving is not null)`, nullable: false },
    { key: 'rating', field: int('评价'), column: sql.ref('m.rating'), nullable: true },
  ]
}

function formColumns({ id: owner }: Matter, fields: Fields, nullable: (field: Field) => boolean): ListColumn[] {
  return Object.entries(fields).map(([key, field]): ListColumn => ({
    key, field, column: columnSql(key, 'f'), nullable: nullable(field),
    ...sameAs(targetOf(field, owner)),
    ...(isGuarded(field) && { closed: say(`“${field.label}”是敏感信息，不能用来筛选或排序。`, `“${key}” is sensitive and cannot be filtered or sorted by.`) }),
  }))
}

function pointsTo(key: string, label: string, to: Register | undefined, column = key): ListColumn[] {
  return to === undefined ? [] : [{ key, field: { kind: 'ref', label, to }, column: sql.id('m', column), nullable: true, ...sameAs(to.id) }]
}

/** Rows that were merged are one row. */
function sameAs(register: string | undefined): Pick<ListColumn, 'same'> {
  return register === undefined ? {} : { same: (ids) => sameRows(register, ids) }
}
