// A connection 连接: what nobody waits for is sent with what comes next; what was told is told once it is committed.
import pg from 'pg'
import { batchOf, written } from './batch.ts'
import type { Answered, Asked, Columns } from './batch.ts'
import { Hearing, laterMark, preparedMark, wokenBy } from './marks.ts'

/** A statement whose text varies without end must not fill the database's memory with plans nobody uses again. */
const mostNames = 400
const names = new Map<string, string>()

/** The beginning and the end of a transaction, and its undoing. */
const bounds: ReadonlySet<string> = new Set(['begin', 'commit', 'rollback'])

/** What is answered for a statement that has not been sent yet. */
const nothing: Answered = Object.freeze({ command: 'SELECT', rowCount: 0, rows: Object.freeze([]) })

const committed: Answered = Object.freeze({ ...nothing, command: 'COMMIT' })

/** A kind of connection for one pool. @param onCommitted hears the channels that a committed transaction wakes. */
export function connectionTelling(onCommitted: (channel: string) => void): typeof pg.Client {
  return class Connection extends pg.Client {
    readonly #woken = new Set<string>()
    readonly #known = new Map<string, Columns>()
    readonly #readers = new Map<number, (text: string) => unknown>()
    #held: readonly Asked[] = []
    /** A transaction has begun for the database too. */
    #hasBegun = false

    // The driver's many ways to be called are all handed on as they came, but for the one that kysely takes.
    override query(...given: readonly never[]): never {
      const [text, values]: readonly unknown[] = given
      if (typeof text !== 'string' || !Array.isArray(values)) return Reflect.apply(super.query, this, given) as never
      return this.#ask(text, values) as never
    }

    async #ask(text: string, values: readonly unknown[]): Promise<Answered> {
      const isLater = text.startsWith(laterMark)
      const isBound = bounds.has(text)
      const name = isLater || isBound || text.startsWith(preparedMark) ? nameOf(text) : undefined
      const last = values.at(-1)
      const heard = last instanceof Hearing ? last.hear : undefined
      const asked: Asked = { text, values: (heard ? values.slice(0, -1) : values).map(written), name, heard }
      const channel = wokenBy(text)
      if (channel !== undefined) this.#woken.add(channel)
      if (isLater || isBeginning(text)) {
        this.#held = [...this.#held, asked]
        return nothing
      }
      if (text.startsWith('rollback')) return this.#undo(asked)
      if (text === 'commit' && this.#held[0]?.text === 'begin') return this.#sendWhole()
      // Without values it may be several statements in one text, which only the simple protocol takes.
      if (values.length > 0 || name !== undefined) return this.#end(text, await this.#send([...this.#takeHeld(), asked]))
      const held = this.#takeHeld()
      if (held.length > 0) await this.#send(held)
      return super.query(text)
    }

    /** What goes out in one batch is a transaction by itself, committed where the batch ends, and needs neither its beginning nor its end. */
    async #sendWhole(): Promise<Answered> {
      const [, ...work] = this.#takeHeld()
      if (work.length > 0) await this.#send(work)
      return this.#end('commit', committed)
    }

    /** What has not been sent need not be undone. */
    async #undo(asked: Asked): Promise<Answered> {
      this.#takeHeld()
      if (asked.text === 'rollback') this.#woken.clear()
      if (!this.#hasBegun) return { ...nothing, command: 'ROLLBACK' }
      const answer = await this.#send([asked])
      if (asked.text === 'rollback') this.#hasBegun = false
      return answer
    }

    #end(text: string, answer: Answered): Answered {
      if (text !== 'commit') return answer
      this.#hasBegun = false
      // COMMIT of a transaction in which a statement failed is answered as what it is, not as an error.
      if (answer.command === 'COMMIT') for (const channel of this.#woken) onCommitted(channel)
      this.#woken.clear()
      return answer
    }

    #takeHeld(): readonly Asked[] {
      const held = this.#held
      this.#held = []
      return held
    }

    #send(asked: readonly Asked[]): Promise<Answered> {
      this.#hasBegun ||= asked.some(({ text }) => isBeginning(text))
      return new Promise((resolve, reject) => {
        super.query(batchOf({
          asked, known: this.#known, readerOf: (oid) => this.#readerOf(oid),
          done: (error, answer) => (answer ? resolve(answer) : reject(error)),
        }))
      })
    }

    #readerOf(oid: number): (text: string) => unknown {
      const reader = this.#readers.get(oid) ?? this.getTypeParser(oid, 'text')
      this.#readers.set(oid, reader)
      return reader
    }
  }
}

function isBeginning(text: string): boolean {
  return text === 'begin' || text.startsWith('start transaction')
}
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = `p${names.size + 1}`
  names.set(text, name)
  return name
}
