// 事件: what has happened, told to every process after it is committed, in one order that can be taken up again.
export type { Audience, HouseEvent } from './event.ts'
export { isEventId } from './event.ts'
export { eventsWrite, publish, told } from './publish.ts'
export type { NewEvent } from './publish.ts'
export { missedSince, readEvents } from './read-events.ts'
export { subscribe } from './subscribe.ts'
export { sweepEvents } from './sweep-events.ts'
export { eventsTables } from './tables.ts'
