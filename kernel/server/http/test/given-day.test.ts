// A day as a route is handed it: which go through, and what is said of the others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '@houqin/problem'
import { z } from 'zod'
import { givenDay } from '../src/given-day.ts'
import { validate } from '../src/validate.ts'

const check = validate({ schema: z.object({ day: givenDay }), method: 'GET', url: '/', httpPart: 'querystring' })
function refusal(day: string): string {
  const read = check({ day }) as { readonly error?: unknown }
  assert.ok(read.error instanceof Problem, `${day} went through`)
  return read.error.detail.zh
}

test('a day that an office can mean goes through, and no other', () => {
  for (const day of ['1900-01-01', '2026-11-28', '2199-12-31']) assert.deepEqual(check({ day }), { value: { day } })
  for (const day of ['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31']) assert.match(refusal(day), /应为 1900 至 2199 年之间的日期/)
  for (const day of ['2026-02-30', '', '28.11.2026', '2026-11-28T00:00:00Z']) assert.doesNotMatch(refusal(day), /1900/)
})
