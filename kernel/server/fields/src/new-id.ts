// 行的标识: UUIDv7 (RFC 9562), made here and not by the database, so that a row is known before it is stored.
import { randomUUID } from 'node:crypto'
import type { Clock } from '@houqin/clock'

/** An id whose first 48 bits are the clock's milliseconds: rows made together lie together in an index. */
export function newId(clock: Clock): string {
  const milliseconds = clock.now().getTime().toString(16).padStart(12, '0')
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${randomUUID().slice(15)}`
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Whether a text may be asked of a uuid column at all. */
export function isId(text: string): boolean {
  return shape.test(text)
}
