// The thread that reads drawings 读图线程: a large sheet takes seconds, and nobody else should wait for them.
import { parentPort, workerData } from 'node:worker_threads'
import { readPlan } from './plan-reading.ts'
import type { Settled } from './plan-reading.ts'

const { bytes, settled } = workerData as { bytes: Uint8Array; settled: Settled } // as read-apart.ts sends it
parentPort?.postMessage(readPlan(bytes, settled))
