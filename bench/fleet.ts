// Fleet 车辆: `npm run bench -- fleet [codec|fuzz [FRAMES]]`; the codec of vehicle terminals, and mutated frames by the million.
import { benchCodec, benchFuzz } from './fleet/codec.ts'
import type { Measured } from './measured.ts'

export function benchFleet(): Promise<readonly Measured[]> {
  const [part = '', frames = '1000000'] = process.argv.slice(3)
  return Promise.resolve([...(part === 'fuzz' ? [] : benchCodec()), ...(part === 'codec' ? [] : benchFuzz(Number(frames)))])
}
