// GCJ-02 at display 火星坐标: the shift of a known place, and there and back again to well under a metre.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shifted, unshifted } from '../src/map/gcj02.ts'

test('a place is shifted by some hundred metres and comes back; abroad nothing is', () => {
  const [longitude, latitude] = shifted([116.397428, 39.90923])
  assert.ok(Math.abs(longitude - 116.403672) < 0.0002 && Math.abs(latitude - 39.910634) < 0.0002, `${longitude} ${latitude}`)
  const back = unshifted(shifted([120.3119, 31.4912]))
  assert.ok(Math.abs(back[0] - 120.3119) < 1e-7 && Math.abs(back[1] - 31.4912) < 1e-7)
  assert.deepEqual(shifted([2.35, 48.85]), [2.35, 48.85])
})
