// Mutated frames: whatever arrives, the codec answers values and faults, keeps nothing and never throws.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createAssembler, createFramer } from '@houqin/jt808'
import { feedMutated } from './mutated.ts'
import { allFrames, bytesOf, seeded } from './vectors.ts'

it('survives a hundred thousand mutated frames in pieces, and reads the good one behind them', () => {
  const good = bytesOf('7e000200000123456789017fff0a7e')
  const counted = feedMutated({ frames: allFrames.map(({ hex }) => bytesOf(hex)), rounds: 100_000, random: seeded(1) })
  assert.equal(counted.read + counted.refused > 100_000, true)
  assert(counted.read > 5_000 && counted.refused > 50_000, JSON.stringify(counted))
  assert(createFramer().push(good)[0]?.content)
  assert.deepEqual(createAssembler().open(), { bodies: 0, bytes: 0 })
})
