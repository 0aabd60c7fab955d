// 谁可以: the declaration's verbs asked of one reader, for a whole list as SQL and for one row in memory.
import { holds, isSystem, mayReach, requireRole, rolesBehind, scopeOf } from '@houqin/access'
import type { Actor, Place, PlaceColumns, RegisterVerb } from '@houqin/access'
import type { Register } from '@houqin/define'
import { isGuarded } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { scopeColumn } from '@houqin/rows'
import type { Values } from '@houqin/rows'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { gradeSql, reachesGrade } from './grades.ts'

const deeds = Object.freeze({
  read: { zh: '查看', en: 'read' },
  write: { zh: '登记和修改', en: 'write' },
  import: { zh: '批量导入', en: 'import' },
  export: { zh: '导出', en: 'export' },
  reveal: { zh: '查看完整信息', en: 'see whole' },
} as const)

/** One's own row is open to oneself for reading, never for writing. */
const ownIsOpen = (verb: RegisterVerb): boolean => verb === 'read' || verb === 'reveal'

/** @throws Problem `not-allowed` when no role of the reader stands behind the verb anywhere. */
export function requireVerb({ principal }: Actor, register: Register, verb: RegisterVerb): void {
  if (ownIsOpen(verb) && register.scope.person !== undefined && principal.person !== null) return
  const { zh, en } = deeds[verb]
  requireRole(principal, { roles: rolesBehind(register, verb), deed: say(`${zh}${register.title}`, `${en} ${register.id}`) })
}

/** Which rows of the table `t` the reader may use the verb on. */
export function scopeSql({ principal }: Actor, register: Register, verb: RegisterVerb): RawBuilder<boolean> {
  const { organ, site, person } = register.scope
  const columns: PlaceColumns = {
    ...(organ !== undefined && { organ: scopeColumn(organ) }),
    ...(site !== undefined && { site: scopeColumn(site) }),
    ...(person !== undefined && ownIsOpen(verb) && { person: scopeColumn(person) }),
  }
  const reach = scopeOf({ principal, roles: rolesBehind(register, verb), columns })
  return register.grades ? sql<boolean>`(${reach} and ${gradeSql(principal, register, columns)})` : reach
}

/** Where a row stands. @param id null for a row that is being made: in a tree it stands where its parent does. */
export function placeOf(register: Register, { id, values }: { id: string | null; values: Values }, verb: RegisterVerb): Place {
  const { organ, site, person } = register.scope
  const at = (key: string): string | null => {
    const value = key === 'id' ? id ?? (register.tree === undefined ? null : values[register.tree]) : values[key]
    return typeof value === 'string' ? value : null
  }
  return {
    ...(organ !== undefined && { organ: at(organ) }),
    ...(site !== undefined && { site: at(site) }),
    ...(person !== undefined && ownIsOpen(verb) && { person: at(person) }),
  }
}
function reaches({ principal }: Actor, register: Register, row: { id: string | null; values: Values }, verb: RegisterVerb): boolean {
  const place = placeOf(register, row, verb)
  return mayReach(principal, rolesBehind(register, verb), place) && reachesGrade(principal, register, row.values, place)
}

/** @throws Problem `not-found` for a row the reader may not see, `not-allowed` for one he may see and not write. */
export function requireWritable(actor: Actor, register: Register, row: { id: string; values: Values }): void {
  if (reaches(actor, register, row, 'write')) return
  if (!reaches(actor, register, row, 'read')) throw noRow(register)
  requireVerb(actor, register, 'write')
  throw new Problem('not-allowed', say(
    `这条${register.title}不在您的管理范围内，您只能查看。`,
    'This row is outside the range of your roles; you may only read it.',
  ))
}
/** The row as it will be: nobody writes a row out of his own reach. @param moved in a tree, whether it hangs elsewhere now. */
export function requireReachAfter(actor: Actor, register: Register, row: { id: string | null; values: Values }, { moved = false }: { moved?: boolean } = {}): void {
  if (reaches(actor, register, row, 'write') && (!moved || reaches(actor, register, { ...row, id: null }, 'write'))) return
  throw new Problem('not-allowed', say(
    `这样登记的${register.title}不在您的管理范围内，请改选您负责的单位或场所，或由其管理人员登记。`,
    'Written so, the row would be outside the range of your roles; choose an organ or site you are in charge of.',
  ))
}

/** Whether the reader sees guarded fields of some rows whole. */
export function mayReveal({ principal }: Actor, register: Register): boolean {
  return isSystem(principal) || (register.scope.person !== undefined && principal.person !== null) || holds(principal, rolesBehind(register, 'reveal'))
}
export function revealsRow(actor: Actor, register: Register, row: { id: string; values: Values }): boolean {
  return reaches(actor, register, row, 'reveal')
}
/** Of the reader himself, or read by the system. */
export function isOwnRow({ principal }: Actor, register: Register, row: { id: string; values: Values }): boolean {
  return isSystem(principal) || (principal.person !== null && placeOf(register, row, 'reveal').person === principal.person)
}
export function guardedKeys(register: Register): string[] {
  return Object.entries(register.fields).flatMap(([key, field]) => (isGuarded(field) ? [key] : []))
}

export function noRow(register: Register): Problem {
  return new Problem('not-found', say(
    `没有找到这条${register.title}，可能已被移走或您无权查看。`,
    `There is no such row in ${register.id}, or you may not see it.`,
  ))
}

/** The audit's action for a deed on rows of a register: `people.update`. */
export function actionOf(register: Register, verb: string): string {
  return `${register.id.split('.')[0]}.${verb}`
}
