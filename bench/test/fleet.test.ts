// `npm run bench -- fleet` in a small size: the codec is measured, and nothing that is bent throws.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { benchCodec, benchFuzz } from '../fleet/codec.ts'

test('frames are read and written, bent ones are refused or read', () => {
  assert.ok(benchCodec(10).every(({ value }) => value > 0))
  const [rate, read] = benchFuzz(20_000)
  assert.ok((rate?.value ?? 0) > 0 && (read?.value ?? 0) > 0 && (read?.value ?? 1) < 1)
})
