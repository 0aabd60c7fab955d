// Batches 批: what is received waits a moment for its neighbours, is stored in one commit, and only then is answered.
import type { Book, ReceivedMessage, ReceivedPosition } from './book.ts'

/** What becomes of an entry is told once: it is stored, or the database will never take it. */
interface Fate {
  readonly stored: () => void
  readonly refused: (error: unknown) => void
}
export type Entry = Fate & (
  | { readonly position: ReceivedPosition; readonly message?: undefined }
  | { readonly message: ReceivedMessage; readonly position?: undefined }
)

export interface Batches {
  /** False when too much waits: then it is not kept and must not be answered; the terminal sends it again. */
  add(entry: Entry): boolean
  waiting(): number
  /** More comes than the database takes: what is not read yet had better wait at the sender. Never while the database is away, when links must stay awake. */
  crowded(): boolean
  /** Stores what waits. */
  flush(): Promise<void>
  stop(): Promise<void>
}
export interface BatchOptions {
  readonly book: Book
  /** Entries of one commit, at most: of a crowd, so many share its cost and their links are answered in one write each. */
  readonly most?: number
  /** Milliseconds the first entry of a batch waits for others. */
  readonly linger?: number
  /** Entries that may wait while the database is away. */
  readonly bound?: number
  readonly failed: (error: unknown) => void
  /** Said once after `crowded` has been true and no longer is. */
  readonly eased: () => void
}

const pauseMs = 500
/** Of the bound: where a crowd begins, and where it is over. The rest is room for what was read already. */
const crowd = { from: 0.4, until: 0.2 }

export function createBatches({ book, most = 8000, linger = 10, bound = 50_000, failed, eased }: BatchOptions): Batches {
  let queue: Entry[] = []
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let stopped = false
  let crowded = false
  let away = false

  function add(entry: Entry): boolean {
    if (stopped || queue.length >= bound) return false
    queue.push(entry)
    if (queue.length >= bound * crowd.from && !away) crowded = true
    if (running === undefined) {
      if (queue.length >= most) start()
      else timer ??= setTimeout(start, linger)
    }
    return true
  }

  function start(): void {
    clearTimeout(timer)
    timer = undefined
    running ??= drain().finally(() => {
      running = undefined
      if (queue.length > 0 && !stopped) start()
    })
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.slice(0, most)
      const told = new Set<Entry>()
      try {
        await keep(batch, told)
      } catch (error) {
        // of a batch that was halved some may be stored and answered already
        queue = queue.filter((entry) => !told.has(entry))
        failed(error)
        away = true
        ease()
        if (stopped) return // what was not stored was not answered, and comes again
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        continue
      }
      away = false
      queue = queue.slice(batch.length)
      if (queue.length <= bound * crowd.until) ease()
    }
  }

  function ease(): void {
    if (!crowded) return
    crowded = false
    eased()
  }

  /** Halves a batch the database refuses until the one entry that is at fault stands alone. */
  async function keep(batch: readonly Entry[], told: Set<Entry>): Promise<void> {
    try {
      const [positions, messages]: [ReceivedPosition[], ReceivedMessage[]] = [[], []]
      for (const { position, message } of batch) {
        if (position !== undefined) positions.push(position)
        else messages.push(message)
      }
      await book.store(positions, messages)
    } catch (error) {
      if (!isOfRow(error)) throw error
      const [only] = batch
      if (batch.length === 1 && only) {
        told.add(only)
        return only.refused(error)
      }
      await keep(batch.slice(0, batch.length >> 1), told)
      return keep(batch.slice(batch.length >> 1), told)
    }
    for (const entry of batch) {
      told.add(entry)
      entry.stored()
    }
  }

  async function flush(): Promise<void> {
    if (queue.length > 0) start()
    while (running !== undefined) await running
  }
  async function stop(): Promise<void> {
    if (queue.length > 0 && running === undefined) start()
    stopped = true
    await running
  }
  return { add, waiting: () => queue.length, crowded: () => crowded, flush, stop }
}

/** This row and not this moment: SQLSTATE classes 22 (data), 23 (constraints), 54 (limits) and P0 (a trigger's word), or a value that could not even be written. */
function isOfRow(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && /^(22|23|54|P0)/.test(error.code)
}
