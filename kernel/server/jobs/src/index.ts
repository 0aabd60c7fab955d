// Jobs 任务: what is due is claimed from rows, long work says how far it has come.
export { enqueue, houseJobs, readJob, stopJob, workOnce } from './job.ts'
export type { Workers, Working } from './job.ts'
export { startRunner } from './runner.ts'
export type { Runner } from './runner.ts'
export { runTick } from './tick.ts'
export type { Tick } from './tick.ts'
export { jobTables } from './tables.ts'
