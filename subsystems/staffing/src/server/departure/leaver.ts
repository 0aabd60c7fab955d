// The leaver 离岗人: who goes, on which day, by which matter; what is owed is asked as of that day.
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'

export interface Leaver {
  readonly person: string
  readonly name: string
  /** From this day on he is not here any more, YYYY-MM-DD. */
  readonly on: string
  /** That day, or today once it is over: what holds then is owed. */
  readonly asOf: string
  /** He goes to another organ of the district, and keeps his account. */
  readonly stays: boolean
  /** When he went: what came since then to somebody who stays is of his new post. */
  readonly wentAt: Date | null
  /** The matter of his departure, and its number. */
  readonly matter: string
  readonly number: string
}

/** @param matter the id of a departure. */
export async function leaverOf(db: Db | Tx, clock: Clock, matter: string): Promise<Leaver> {
  const { rows: [row] } = await sql<Omit<Leaver, 'asOf' | 'matter'>>`
    select d.person, p.label as name, d."on"::text as "on", d.kind = 'within' as stays, m.number,
      (select max(e.at) from matter.event e where e.matter = m.id and e.what = 'step' and e.step = 'leave') as "wentAt"
      from staffing.departure d join matter.matter m on m.id = d.matter join people.person p on p.id = d.person where m.id = ${matter}::uuid`.execute(db)
  if (row === undefined) throw new Error(`there is no departure ${matter}`)
  const today = clock.today()
  return { ...row, asOf: row.on < today ? today : row.on, matter }
}
