// The embedded database 内嵌数据库: a PostgreSQL 17 of our own inside the data folder, for machines that have none.
export { alone } from './folder-lock.ts'
export { holdPostgres, removePostgres } from './hold.ts'
export { hasPostgres, runningPostgres, startPostgres } from './start-postgres.ts'
export type { RunningPostgres, StartPostgres } from './start-postgres.ts'
