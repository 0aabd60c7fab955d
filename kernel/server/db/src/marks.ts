// Marks 标记: what a statement says of itself to the connection that sends it, in a comment that PostgreSQL does not read.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export const preparedMark = '/* prepared */ '
export const laterMark = '/* later */ '
/** Stands behind the values of a statement: hears its rows when they come, also of one that nobody waits for. */
export class Hearing {
  readonly hear: (rows: readonly unknown[]) => void
  constructor(hear: (rows: readonly unknown[]) => void) {
    this.hear = hear
  }
}
const wakes = /^\/\* wakes ([a-z_]{1,40}) \*\/$/

/**
 * Says that a statement is asked so often, with the same text, that it shall be prepared under a name. Not for lists with
 * filters: a plan that suits any values may be far from the plan that suits these.
 */
export function prepared<Row>(statement: RawBuilder<Row>): RawBuilder<Row> {
  return sql<Row>`${sql.raw(preparedMark)}${statement}`
}

/** Says that nobody waits for the answer: it is sent with what this connection is asked next, and its failure is that one's. Prepared as well. */
export function later<Row>(statement: RawBuilder<Row>): RawBuilder<Row> {
  return sql<Row>`${sql.raw(laterMark)}${statement}`
}

/**
 * The answer of writes that wake whoever listens to `channel` once their transaction has committed. It is told after the
 * commit and outside it, by which a crash in between can lose it: for listeners that look by themselves too. Within the
 * transaction PostgreSQL would let the commits of all who tell anything wait for each other, each with a flush of its own.
 */
export function waking(channel: string): RawBuilder<unknown> {
  return sql`1 ${sql.raw(`/* wakes ${channel} */`)}`
}

/** The channel a statement wakes. */
export function wokenBy(text: string): string | undefined {
  return text.endsWith(' */') ? wakes.exec(text.slice(text.lastIndexOf('/*')))?.[1] : undefined
}
