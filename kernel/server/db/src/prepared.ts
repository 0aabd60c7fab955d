// A prepared statement 预备语句: what is asked at every step is parsed and planned once for each connection.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import pg from 'pg'

const mark = '/* prepared */ '
/** A statement whose text varies without end must not fill the database's memory with plans nobody uses again. */
const mostNames = 400
const names = new Map<string, string>()

/**
 * Says that a statement is asked so often, with the same text, that it shall be prepared under a name. Not for lists with
 * filters: a plan that suits any values may be far from the plan that suits these.
 */
export function prepared<Row>(statement: RawBuilder<Row>): RawBuilder<Row> {
  return sql<Row>`${sql.raw(mark)}${statement}`
}

/** A connection that prepares what is marked so. */
export class PreparingClient extends pg.Client {
  // The driver's many ways to be called are all handed on as they came, but for the one that kysely takes.
  override query(...given: readonly never[]): never {
    const [text, values]: readonly unknown[] = given
    const isMarked = typeof text === 'string' && text.startsWith(mark) && Array.isArray(values)
    const name = isMarked ? nameOf(text) : undefined
    return Reflect.apply(super.query, this, name === undefined ? given : [{ name, text, values }]) as never
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = `p${names.size + 1}`
  names.set(text, name)
  return name
}
