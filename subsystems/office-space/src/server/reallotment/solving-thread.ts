// The thread that solves 求解线程: a program in whole numbers takes seconds, and nobody else should wait for it.
import { parentPort, workerData } from 'node:worker_threads'
import type { Hall } from '../../contract/reallotment/hall.ts'
import { solveHall } from '../../contract/reallotment/solve.ts'
import { highsSolver } from './highs.ts'

const { hall, seconds } = workerData as { hall: Hall; seconds: number } // as solve-apart.ts sends it
const { seating, fewest } = solveHall(hall, { solver: await highsSolver(), seconds, now: () => performance.now() })
parentPort?.postMessage({ seats: [...seating.seats], returned: seating.returned, fewest })
