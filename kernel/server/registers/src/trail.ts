// 留痕: each deed on a row as the audit keeps it; guarded values never stand there whole.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { publish } from '@houqin/events'
import { isGuarded, masked } from '@houqin/fields'
import { actionOf, placeOf } from '@houqin/register-rights'
import { forgetNames, gradeReaders, guardsName } from '@houqin/rows'
import type { StoredRow, Values } from '@houqin/rows'
import type { House } from './house.ts'
import type { GivenLines } from './lines.ts'
import type { Written } from './written.ts'

/** Deeds that change a row, in the order of its life. */
export const rowDeeds = Object.freeze(['insert', 'update', 'retire', 'restore', 'merge', 'absorb', 'unmerge', 'release'] as const)
export type RowDeed = (typeof rowDeeds)[number]

const said: Readonly<Record<RowDeed, string>> = Object.freeze({
  insert: '登记', update: '修改', retire: '停用', restore: '恢复', merge: '并入另一条', absorb: '并入了另一条', unmerge: '撤销合并', release: '分出已合并的一条',
})

/** What the others are told after the commit; of two rows merged, the alias speaks for both. */
const told: Readonly<Partial<Record<RowDeed, string>>> = Object.freeze({
  insert: 'inserted', update: 'updated', retire: 'retired', restore: 'restored', merge: 'merged', unmerge: 'unmerged',
})

/** @param row as it stands after the deed. */
export async function leaveTrail(tx: Tx, { catalogue, clock, kept }: House, { actor, register, deed, row: { id, label, values }, before, after, reason }: {
  actor: Actor
  register: Register
  deed: RowDeed
  row: { readonly id: string; readonly label: string; readonly values: Values }
  before?: Values
  after?: Values
  reason?: string
}): Promise<void> {
  forgetNames()
  const name = guardsName(catalogue, register) ? '' : `“${label}”`
  await record(tx, {
    at: clock.now(), ...signature(actor), action: actionOf(register, deed), subject: { kind: register.id, id },
    summary: `${said[deed]}${register.title}${name}${reason ? `：${reason}` : ''}`,
    ...(before && { before }),
    ...((after || reason) && { after: { ...after, ...(reason && { reason }) } }),
  })
  await kept?.(tx, register, [id])
  const topic = told[deed]
  if (topic === undefined) return
  const { organ, site } = placeOf(register, { id, values }, 'write')
  const graded = gradeReaders(register, values)
  await publish(tx, {
    at: clock.now(), topic: `${register.id}.${topic}`, payload: { register: register.id, id },
    audience: { ...(organ != null && { organ }), ...(site != null && { site }), ...(graded && { roles: graded.map(({ role }) => role) }) },
  })
}

/** The values of some fields as the audit may keep them. */
export function trailValues(register: Register, values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(
    keys.map((key) => {
      const field = register.fields[key]
      const value = values[key] ?? null
      return [key, field && isGuarded(field) && value !== null ? masked(field, value) : value]
    }),
  )
}
export function trailDays({ from, to }: Written | StoredRow): Values {
  return from === null ? {} : { from, to }
}

/** No key of a field holds a blank, so that lines stand beside the fields. */
export const linesKey = 'lines of the row'
export function linesTrail(lines: GivenLines): Values {
  return Object.keys(lines).length > 0 ? { [linesKey]: lines } : {}
}
