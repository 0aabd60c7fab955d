// 事项编号: BX-20261124-0007 is the seventh repair of 24 November 2026.
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'

const shape = /^([A-Z]{1,8})-(\d{4})(\d\d)(\d\d)-(\d{4,9})$/

/**
 * The next number of a prefix (one to eight capitals) today, given inside the caller's transaction: a rollback gives
 * it back. Until that transaction ends others wait for the same prefix, so take the number late, and two prefixes
 * always in the same order.
 */
export async function nextNumber(tx: Tx, { prefix, clock }: { prefix: string; clock: Clock }): Promise<string> {
  if (!/^[A-Z]{1,8}$/.test(prefix)) throw new RangeError(`编号前缀“${prefix}”有误：应为一至八个大写字母。`)
  const day = clock.today()
  const { rows } = await sql<{ last: number }>`
    insert into numbering.counter as counter (prefix, day, last) values (${prefix}, ${day}::date, 1)
    on conflict (prefix, day) do update set last = counter.last + 1
    returning last`.execute(tx)
  const last = rows[0]?.last
  if (last === undefined) throw new Error(`numbering.counter gave no row for ${prefix} on ${day}.`)
  return `${prefix}-${day.replaceAll('-', '')}-${String(last).padStart(4, '0')}`
}

/** The parts of a number as people type it (any case, spaces around); undefined when it is none. */
export function matterNumber(text: string): { number: string; prefix: string; day: string; count: number } | undefined {
  const number = text.trim().normalize('NFKC').toUpperCase()
  const [, prefix, year, month, date, count] = shape.exec(number) ?? []
  return prefix === undefined ? undefined : { number, prefix, day: `${year}-${month}-${date}`, count: Number(count) }
}
