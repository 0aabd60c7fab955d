// 会到期的日子: every declared date that warns ahead, and the last days of dated rows that do.
import { scopeOf, rolesBehind } from '@houqin/access'
import type { PlaceColumns, Principal } from '@houqin/access'
import type { Catalogue, Expires, Register } from '@houqin/define'
import { columnSql } from '@houqin/fields'
import { gradeSql } from '@houqin/register-rights'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { scopeColumn, validTo } from '@houqin/rows'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export interface Expiring {
  readonly register: Register
  /** The field's key; `to` for the last day of a dated row. */
  readonly field: string
  readonly label: Sentence
  readonly expires: Expires
  /** The day in the register's table, called `t`. */
  readonly day: RawBuilder<string | null>
  /** A dated row that is over is history: only its coming end is due. */
  readonly lapses: boolean
}

const known = new WeakMap<Register, readonly Expiring[]>()

export function expiringIn(register: Register): readonly Expiring[] {
  const found = known.get(register) ?? read(register)
  known.set(register, found)
  return found
}
export function expiringOf(catalogue: Catalogue): readonly Expiring[] {
  return [...catalogue.registers.values()].flatMap(expiringIn)
}

function read(register: Register): readonly Expiring[] {
  const fields = Object.entries(register.fields).flatMap(([key, field]): Expiring[] =>
    field.kind === 'date' && field.expires
      ? [{ register, field: key, label: say(field.label, field.label), expires: field.expires, day: untilFilled(key, field.expires.until), lapses: true }]
      : [])
  const { ends } = register
  return register.dated && ends ? [...fields, { register, field: 'to', label: say('截止日期', 'Last day'), expires: ends, day: sql<string | null>`${validTo}`, lapses: false }] : fields
}

/** What was done by then is due no more. */
function untilFilled(key: string, until: string | undefined): RawBuilder<string | null> {
  return until === undefined ? sql<string | null>`${columnSql(key, 't')}` : sql<string | null>`case when ${columnSql(until, 't')} is null then ${columnSql(key, 't')} end`
}

export function placeOfRow({ scope }: Register): Readonly<Record<'organ' | 'site' | 'person', RawBuilder<string | null>>> {
  const at = (field: string | undefined): RawBuilder<string | null> => (field === undefined ? sql<string | null>`null::uuid` : sql<string | null>`${scopeColumn(field)}`)
  return { organ: at(scope.organ), site: at(scope.site), person: at(scope.person) }
}

/** Which rows of the table `t` are within reach of the reader's roles; one's own row is open to oneself for reading. */
export function reachOf(principal: Principal, register: Register, verb: 'read' | 'write'): RawBuilder<boolean> {
  const { organ, site, person } = register.scope
  const columns: PlaceColumns = {
    ...(organ !== undefined && { organ: scopeColumn(organ) }),
    ...(site !== undefined && { site: scopeColumn(site) }),
    ...(person !== undefined && verb === 'read' && { person: scopeColumn(person) }),
  }
  return sql<boolean>`(${scopeOf({ principal, roles: rolesBehind(register, verb), columns })} and ${gradeSql(principal, register, columns)})`
}
