// A connection 连接: what nobody waits for is sent with what comes next; what was told is told once it is committed.
import type { Duplex } from 'node:stream'
import pg from 'pg'
import { laterMark, preparedMark, wokenBy } from './marks.ts'

/** A statement whose text varies without end must not fill the database's memory with plans nobody uses again. */
const mostNames = 400
const names = new Map<string, string>()

/** What is answered for a statement that has not been sent yet. */
const nothing = Object.freeze({ command: 'SELECT', rowCount: 0, rows: Object.freeze([]) })

/** A kind of connection for one pool. @param onCommitted hears the channels that a committed transaction wakes. */
export function connectionTelling(onCommitted: (channel: string) => void): typeof pg.Client {
  return class Connection extends pg.Client {
    readonly #woken = new Set<string>()
    #held = 0
    #later = false
    #failed: { readonly error: unknown } | undefined

    constructor(config?: string | pg.ClientConfig) {
      super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true })
    }

    // The driver's many ways to be called are all handed on as they came, but for the one that kysely takes.
    override query(...given: readonly never[]): never {
      const [text, values]: readonly unknown[] = given
      if (typeof text !== 'string' || !Array.isArray(values)) return Reflect.apply(super.query, this, given) as never
      const isLater = text.startsWith(laterMark)
      const name = isLater || text.startsWith(preparedMark) ? nameOf(text) : undefined
      const send = (): Promise<pg.QueryResult> => super.query(name === undefined ? { text, values } : { name, text, values })
      const channel = wokenBy(text)
      if (channel !== undefined) this.#woken.add(channel)
      return (isLater || text === 'begin' || text.startsWith('start transaction') ? this.#hold(send, isLater) : this.#sendNow(text, send)) as never
    }

    /** Its failure fails the statement that follows: nobody else waits for it. */
    #hold(send: () => Promise<pg.QueryResult>, isLater: boolean): Promise<unknown> {
      this.#stream().cork()
      this.#held += 1
      this.#later ||= isLater
      send().catch((error: unknown) => {
        this.#failed ??= { error }
      })
      return Promise.resolve(nothing)
    }

    #sendNow(text: string, send: () => Promise<pg.QueryResult>): Promise<pg.QueryResult> {
      const answer = send()
      for (; this.#held > 0; this.#held -= 1) this.#stream().uncork()
      const ends = text === 'commit' || text.startsWith('rollback')
      return ends || this.#later ? answer.then((result) => this.#answered(text, result), (error: unknown) => this.#refused(error)) : answer
    }

    #answered(text: string, result: pg.QueryResult): pg.QueryResult {
      const failed = this.#takeFailure()
      // COMMIT of a transaction in which a statement failed is answered as what it is, not as an error.
      if (failed && text === 'commit') throw failed.error
      if (text === 'commit' && result.command === 'COMMIT') for (const channel of this.#woken) onCommitted(channel)
      if (text === 'commit' || text === 'rollback') this.#woken.clear()
      return result
    }

    #refused(error: unknown): never {
      // The first failure says what is wrong; all that follow only say that there was one.
      throw (this.#takeFailure() ?? { error }).error
    }

    #takeFailure(): { readonly error: unknown } | undefined {
      const failed = this.#failed
      this.#failed = undefined
      this.#later = false
      return failed
    }

    /** The socket, or what TLS has put in its place. */
    #stream(): Duplex {
      return (this as unknown as { readonly connection: { readonly stream: Duplex } }).connection.stream
    }
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = `p${names.size + 1}`
  names.set(text, name)
  return name
}
