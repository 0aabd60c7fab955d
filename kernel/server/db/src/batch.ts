// A batch 一批语句: statements sent in one go and answered in one go; the first that fails ends it, and none after it is done.
import { createRequire } from 'node:module'
import type { Duplex } from 'node:stream'

type Written = string | Buffer | null
/** The driver hands this to values that write themselves, and declares no type for where it lies. */
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as { readonly prepareValue: (value: unknown) => Written }

/** A value as the driver writes it; instants in UTC, which is quicker told than the process's own zone. */
export function written(value: unknown): Written {
  if (typeof value === 'string' || value === null) return value
  return value instanceof Date && isOfFourDigits(value) ? value.toISOString() : prepareValue(value)
}
/** In a year that ISO 8601 and PostgreSQL write alike. */
function isOfFourDigits(instant: Date): boolean {
  const year = instant.getUTCFullYear()
  return year >= 1 && year <= 9999
}

export interface Asked {
  readonly text: string
  readonly values: readonly Written[]
  /** Under which it stays prepared; without one it is parsed anew each time. */
  readonly name: string | undefined
  /** Hears its rows, whoever waits for the batch. */
  readonly heard: ((rows: readonly unknown[]) => void) | undefined
}
export interface Answered {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: readonly unknown[]
}
type Row = Record<string, unknown>
type Read = (text: string) => unknown

/** What a statement's rows are made of, learnt when it is first asked on a connection. */
export interface Columns {
  readonly names: readonly string[]
  readonly reads: readonly Read[]
  /** What each row is a copy of, so that all have one shape. */
  readonly empty: Row
}
const noColumns: Columns = Object.freeze({ names: [], reads: [], empty: {} })

/** The driver's writer of messages, as far as it is used here. */
interface Wire {
  readonly stream: Pick<Duplex, 'writable' | 'write'>
  parse(given: { name: string; text: string }): void
  bind(given: { statement: string; values: readonly Written[] }): void
  describe(given: { type: 'P' }): void
  execute(): void
  close(given: { type: 'S'; name: string }): void
  sync(): void
}

/** The same writer, but what it would send is kept: a batch then goes to the socket as one piece, and not as two for each statement. */
interface Gathering {
  readonly wire: Wire
  readonly pieces: Buffer[]
}
const gatherings = new WeakMap<object, Gathering>()
function gatheringOf(connection: object): Gathering {
  const known = gatherings.get(connection)
  if (known) return known
  const pieces: Buffer[] = []
  const stream = { writable: true, write: (piece: Buffer) => pieces.push(piece) > 0 }
  const made: Gathering = { wire: Object.create(connection, { stream: { value: stream } }) as Wire, pieces }
  gatherings.set(connection, made)
  return made
}


/**
 * What the driver takes for a query: it has it sent and hands it each message that answers. @param known by name, what is
 * prepared on this connection: whatever was answered is added. @param done hears the answer of the last statement.
 */
export function batchOf({ asked, known, readerOf, done }: {
  asked: readonly Asked[]
  known: Map<string, Columns>
  readerOf: (oid: number) => Read
  done: (error: unknown, answer?: Answered) => void
}) {
  let place = 0
  let columns = columnsOf(asked[0])
  let rows: Row[] = []
  let answer: Answered | undefined
  let unreadable: { readonly error: unknown } | undefined

  function columnsOf(one: Asked | undefined): Columns {
    return (one?.name === undefined ? undefined : known.get(one.name)) ?? noColumns
  }
  const next = (text: string): void => {
    // `INSERT 0 2`, `SELECT 2`, `COMMIT`, `CREATE TABLE`: what was done comes first, how often last.
    const [command = ''] = text.split(' ', 1)
    const count = Number.parseInt(text.slice(text.lastIndexOf(' ') + 1), 10)
    answer = { command, rowCount: Number.isNaN(count) ? null : count, rows }
    const { name, heard } = asked[place] ?? {}
    heard?.(rows)
    if (name !== undefined) known.set(name, columns)
    place += 1
    columns = columnsOf(asked[place])
    rows = []
  }
  return {
    /** For whoever listens at the driver. */
    asked,
    // The driver ends a query without one by an event.
    callback: () => {},
    submit: (connection: object): null => {
      const { wire, pieces } = gatheringOf(connection)
      pieces.length = 0
      for (const { name = '', text, values } of asked) {
        const isKnown = known.has(name)
        if (!isKnown) {
          // It may be there from a batch that failed before it was answered.
          if (name !== '') wire.close({ type: 'S', name })
          wire.parse({ name, text })
        }
        wire.bind({ statement: name, values })
        if (!isKnown) wire.describe({ type: 'P' })
        wire.execute()
      }
      wire.sync()
      const { stream } = connection as Wire
      // Whoever waits hears of a connection that is gone from the driver, as of everything sent by it.
      if (stream.writable) stream.write(Buffer.concat(pieces))
      return null
    },
    handleRowDescription: ({ fields }: { readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] }) => {
      columns = {
        names: fields.map(({ name }) => name),
        reads: fields.map(({ dataTypeID }) => readerOf(dataTypeID)),
        empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
      }
    },
    handleDataRow: ({ fields }: { readonly fields: readonly (string | null)[] }) => {
      const { names, reads, empty } = columns
      const row = { ...empty }
      try {
        for (let index = 0; index < fields.length; index += 1) {
          const text = fields[index]
          if (text != null) row[names[index] ?? ''] = reads[index]?.(text)
        }
      } catch (error) {
        unreadable ??= { error }
      }
      rows.push(row)
    },
    handleCommandComplete: ({ text }: { readonly text: string }) => next(text),
    handleEmptyQuery: () => next(''),
    handleError: (error: unknown) => done(error),
    handleReadyForQuery: () => (unreadable ? done(unreadable.error) : done(undefined, answer)),
  }
}
