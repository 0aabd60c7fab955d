// Where a matter names a row 引用之处: in its form, in what was found out, in a line, or in what waits for approval; and who put it there.
import type { Db, Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Field, Matter } from '@houqin/define'
import { readLines } from '@houqin/matter-records'
import type { Approvals, Caller, StoredMatter } from '@houqin/matter-records'
import { sql } from 'kysely'

/** Which of the places a field of that name stands in. Without either: the form, and then the facts. */
export interface ReferencePlace {
  readonly field: string
  /** A set of lines, and the line of it. */
  readonly lines?: string | undefined
  readonly line?: string | undefined
  /** What was pressed, as long as its approval shows it. */
  readonly of?: 'approval' | undefined
}
export interface NamedThere {
  readonly register: string
  readonly id: string
  readonly label: string
  /** The person whose deed put it there; null for the system and for reporters. */
  readonly by: string | null
}
interface Asked {
  readonly caller: Caller
  readonly matter: Matter
  readonly stored: StoredMatter
  readonly at: ReferencePlace
}

/** Undefined where nothing is named. */
export async function namedAt(db: Db | Tx, approvals: Approvals | undefined, { caller, matter, stored, at }: Asked): Promise<NamedThere | undefined> {
  const { field: key, lines: set, line: lineId, of } = at
  if (of === 'approval') {
    const route = await approvals?.read(db, { caller, matter, stored })
    const pressed = route?.input[key]
    const id = typeof pressed === 'object' && pressed !== null && 'id' in pressed ? pressed.id : undefined
    return route && there(matter, { field: matter.steps[route.step]?.input?.[key], id, by: route.askedBy.id })
  }
  if (set !== undefined) {
    const row = (await readLines(db, matter, stored.id))[set]?.find(({ id }) => id === lineId?.toLowerCase())
    return row && there(matter, { field: matter.lines[set]?.fields[key], id: row.values[key], by: row.by })
  }
  const ofForm = Object.hasOwn(matter.form, key)
  const field = ofForm ? matter.form[key] : matter.facts[key]
  return there(matter, { field, id: (ofForm ? stored.form : stored.facts)[key], by: await writerOf(db, { matter: stored.id, ...(!ofForm && { fact: key }) }) })
}

function there(matter: Matter, { field, id, by }: { field: Field | undefined; id: unknown; by: string | null }): NamedThere | undefined {
  const register = field && targetOf(field, matter.id)
  return field && register !== undefined && typeof id === 'string' ? { register, id, label: field.label, by } : undefined
}

/** Who asked for the matter, or who last wrote the fact. */
async function writerOf(db: Db | Tx, { matter, fact }: { matter: string; fact?: string }): Promise<string | null> {
  const wrote = fact === undefined ? sql`e.what = 'start'` : sql`e.what = 'step' and e.input ? ${fact}`
  const { rows } = await sql<{ by: string | null }>`
    select e.by_person as by from matter.event e where e.matter = ${matter}::uuid and ${wrote} order by e.id desc limit 1`.execute(db)
  return rows[0]?.by ?? null
}
