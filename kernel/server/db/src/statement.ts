// A statement 语句 whose text stands still: put together once, prepared, and asked with other values each time.
import { CompiledQuery, sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db, Tx } from './database.ts'
import { Hearing, later, prepared } from './marks.ts'

class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Asks the statement with these values. @param heard hears the rows when they come, also where nobody waits for them. */
export type Statement<Values, Row> = (db: Db | Tx, values: Values, heard?: (rows: readonly Row[]) => void) => Promise<readonly Row[]>

/**
 * @param build is called once, with a way to say where which value stands; whatever else it puts in stays for ever.
 * @param waits false: it is sent with what is asked next, and what it answers is nobody's.
 */
export function statementOf<Values extends Readonly<Record<string, unknown>>, Row>(
  build: (value: (name: keyof Values & string) => RawBuilder<unknown>) => RawBuilder<Row>,
  { waits = true }: { readonly waits?: boolean } = {},
): Statement<Values, Row> {
  let known: CompiledQuery<Row> | undefined
  return async (db, values, heard) => {
    const executor = db.getExecutor()
    // As if it were compiled anew: a transaction that has something to do before each of its questions does it now.
    if (known) executor.transformQuery(known.query, known.queryId)
    else known = (waits ? prepared : later)(build((name) => sql`${new Slot(name)}`)).compile(db)
    const parameters = known.parameters.map((one) => (one instanceof Slot ? values[one.name] : one))
    // These are the rows of this very statement.
    if (heard) parameters.push(new Hearing((rows) => heard(rows as readonly Row[])))
    const { rows } = await executor.executeQuery<Row>(CompiledQuery.raw(known.sql, parameters))
    return rows
  }
}

/**
 * The same transaction, for somebody who may ask it anything: `before` is called when he asks, and what it asks of `tx`
 * is asked first.
 */
export function askedThrough(tx: Tx, before: () => void): Tx {
  return tx.withPlugin({
    transformQuery: ({ node }) => {
      before()
      return node
    },
    transformResult: async ({ result }) => result,
  })
}
