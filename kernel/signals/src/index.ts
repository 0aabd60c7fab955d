// Signals 感知: what devices say, and the alarms that follow.
export type { AlarmFinding, OnAlarm, RaisedAlarm } from './alarm.ts'
export type { AlarmQuery } from './alarms.ts'
export type { GivenReading } from './reading.ts'
export { createSignals } from './signals.ts'
export type { Ingested, Signals } from './signals.ts'
export { signalTables } from './tables.ts'
