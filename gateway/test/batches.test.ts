// A batch that the database takes in part: halved, told once each, and nothing answered that is not stored.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Book, ReceivedMessage } from '../src/book.ts'
import { createBatches } from '../src/batches.ts'

const message = (serial: number): ReceivedMessage => ({ terminal: 't', vehicle: null, message: 0x0301, serial, edition: 2013, receivedAt: new Date(0), body: new Uint8Array(0) })

it('tells each entry its fate once, though the database goes away between the halves of a refused batch', async () => {
  let asked = 0
  const kept = new Set<number>()
  const store: Book['store'] = (_, messages) => {
    asked += 1
    const serials = messages.map(({ serial }) => serial)
    if (asked === 4) return Promise.reject(new Error('Connection terminated unexpectedly'))
    if (serials.includes(5)) return Promise.reject(Object.assign(new Error('violates check constraint'), { code: '23514' }))
    for (const serial of serials) kept.add(serial)
    return Promise.resolve()
  }
  const told: [number, string][] = []
  let failures = 0
  const batches = createBatches({ book: { store } as Book, linger: 0, failed: () => (failures += 1), eased: () => undefined })
  for (let serial = 0; serial < 8; serial += 1)
    batches.add({
      message: message(serial),
      stored() {
        assert(kept.has(serial), `${String(serial)} is told before it is kept`)
        told.push([serial, 'stored'])
      },
      refused: () => told.push([serial, 'refused']),
    })
  await batches.flush()
  assert.equal(failures, 1)
  assert.deepEqual(told.toSorted(([a], [b]) => a - b), [0, 1, 2, 3, 4, 5, 6, 7].map((serial) => [serial, serial === 5 ? 'refused' : 'stored']))
})
