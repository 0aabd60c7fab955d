// Solving apart 另行求解: in a thread of its own, within bounds of memory and time.
import { Worker } from 'node:worker_threads'
import { Problem, say } from '@houqin/problem'
import type { Hall, Seating } from '../../contract/reallotment/hall.ts'

/** Seconds the solver may take; the thread itself is given up a little later. */
const seconds = 20
const longest = 60_000
const resourceLimits = { maxOldGenerationSizeMb: 1024 }
interface Answer {
  readonly seats: readonly (readonly [person: string, rooms: readonly string[]])[]
  readonly returned: readonly string[]
  readonly fewest: boolean
}

/** @throws Problem too-large when it asks for more than a minute or a gigabyte. */
export async function solveApart(hall: Hall): Promise<{ readonly seating: Seating; readonly fewest: boolean }> {
  const thread = new Worker(new URL('solving-thread.ts', import.meta.url), { workerData: { hall, seconds }, resourceLimits })
  let ended = false
  try {
    const { seats, returned, fewest } = await new Promise<Answer>((resolve, reject) => {
      const late = setTimeout(() => reject(tooMuch()), longest)
      thread.once('message', (answer: Answer) => resolve(answer))
      thread.once('error', (error: Error & { code?: string }) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error))
      thread.once('exit', () => {
        ended = true
        clearTimeout(late)
        reject(tooMuch())
      })
    })
    return { seating: { seats: new Map(seats), returned }, fewest }
  } finally {
    if (!ended) await thread.terminate()
  }
}
const tooMuch = (): Problem => new Problem('too-large', say('范围太大，没有算完。请改选一个单位或一栋楼。', 'The task is too large and was not finished; choose one organ or one building.'))
