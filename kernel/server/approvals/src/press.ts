// Asking for approval 报批: finds the row that holds today, keeps what was pressed, and asks the first stage.
import { noRow, rowFor } from '@houqin/approval-routes'
import type { Desk } from '@houqin/approval-routes'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { newId } from '@houqin/fields'
import type { AtMatter, Pressed, Ruling } from '@houqin/matter-records'
import { sql } from 'kysely'
import { goOn, openInstance } from './advance.ts'

/** The amount and the kind that choose the row, among what is asked and what is known. */
export function chosenBy(matter: Matter, step: string, values: Readonly<Record<string, unknown>>): { amount: string | null; kind: string | null } {
  const { amount, kind } = matter.steps[step]?.approve ?? {}
  const text = (key: string | undefined): string | null => {
    const value = key === undefined ? undefined : values[key]
    return typeof value === 'string' ? value : null
  }
  return { amount: text(amount), kind: text(kind) }
}

/** @returns undefined where the row asks nobody. @throws Problem step-not-possible without a row. */
export async function press(tx: Tx, desk: Desk, at: AtMatter & { readonly pressed: Pressed }): Promise<Ruling | undefined> {
  const { matter, stored, pressed } = at
  const step = matter.steps[pressed.step]
  const route = step?.approve
  if (step === undefined || route === undefined) throw new Error(`${matter.id}.${pressed.step} asks for no approval`)
  const chosen = chosenBy(matter, pressed.step, { ...stored.form, ...stored.facts })
  const row = await rowFor(tx, desk, { route: route.id, organ: stored.organ, day: desk.clock.today(), ...chosen })
  if (row === undefined) throw noRow({ matter, step })
  if (row.stages.length === 0) return undefined
  await sql`
    insert into approval.instance (id, matter, kind, step, route, pressed_by, pressed_name, input, lines, comment, opened_at, latest)
    values (${newId(desk.clock)}::uuid, ${stored.id}::uuid, ${matter.id}, ${pressed.step}, ${row.id}::uuid, ${pressed.person}::uuid, ${pressed.name},
      ${JSON.stringify(pressed.input)}::jsonb, ${JSON.stringify(pressed.lines)}::jsonb, ${pressed.comment}, ${desk.clock.now()}, ${stored.dueAt}::timestamptz)`.execute(tx)
  const instance = await openInstance(tx, stored.id)
  if (instance === undefined) throw new Error(`the approval of ${stored.number} has vanished from its own transaction`)
  return goOn(tx, desk, { at, instance, done: { deed: 'ask', comment: pressed.comment, ...(pressed.person !== null && { parties: [{ person: pressed.person, why: 'acted' }] }) } })
}
