// What a form and its lines point to 表单与明细的引用: read at once, and refused where it is gone or of another kind.
import type { Tx } from '@houqin/db'
import type { Fields, Matter } from '@houqin/define'
import type { Given } from '@houqin/fields'
import { requireLive } from '@houqin/matter-records'
import { targetsOf, wantedBy } from '@houqin/rows'
import type { Targets, Wanted } from '@houqin/rows'

/** @throws Problem bad-input naming the field, and in lines the row. */
export async function liveTargets(tx: Tx, matter: Matter, written: readonly { readonly fields: Fields; readonly values: Given; readonly at: string }[]): Promise<Targets> {
  const wanted: Wanted = new Map()
  for (const { fields, values } of written) wantedBy(fields, matter.id, [values], wanted)
  const targets = await targetsOf(tx, wanted)
  for (const { fields, values, at } of written) requireLive(matter.id, { fields, values, targets, at })
  return targets
}
