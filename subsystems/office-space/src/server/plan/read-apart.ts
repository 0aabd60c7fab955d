// Reading apart 另行读图: a drawing is read in a thread of its own, within bounds of memory and time.
import { Worker } from 'node:worker_threads'
import { Problem, say } from '@houqin/problem'
import type { PlanReading, Settled } from './plan-reading.ts'

const longest = 60_000
const resourceLimits = { maxOldGenerationSizeMb: 1024 }

/** @throws Problem too-large when the drawing asks for more than a minute or a gigabyte. */
export async function readApart(bytes: Uint8Array, settled: Settled): Promise<PlanReading> {
  const thread = new Worker(new URL('reading-thread.ts', import.meta.url), { workerData: { bytes, settled }, resourceLimits })
  let ended = false
  try {
    return await new Promise<PlanReading>((resolve, reject) => {
      const late = setTimeout(() => reject(tooMuch()), longest)
      thread.once('message', (reading: PlanReading) => resolve(reading))
      thread.once('error', (error: Error & { code?: string }) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error))
      thread.once('exit', () => {
        ended = true
        clearTimeout(late)
        reject(tooMuch())
      })
    })
  } finally {
    if (!ended) await thread.terminate()
  }
}
const tooMuch = (): Problem => new Problem('too-large', say('图纸太复杂，没有读完。请在绘图软件中清理（PURGE），只留这一层的墙体、房间和房号后再上传。', 'The drawing is too complex and was not read to its end. Purge it, keep the walls, rooms and numbers of this floor alone, and send it again.'))
