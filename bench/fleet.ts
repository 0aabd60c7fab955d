// Fleet 车辆: `npm run bench -- fleet [codec|fuzz|stream|sustained|links|days|map [SIZE]]`; all of it in small sizes unless told.
import { benchCodec, benchFuzz } from './fleet/codec.ts'
import { benchDays } from './fleet/days.ts'
import { withFleetHouse } from './fleet/house.ts'
import { benchLinks } from './fleet/links.ts'
import { benchMap } from './fleet/map.ts'
import { benchStream } from './fleet/stream.ts'
import type { Measured } from './measured.ts'

export type FleetPart = 'codec' | 'fuzz' | 'stream' | 'sustained' | 'links' | 'days' | 'map'

/** The size is: mutated frames, runs of the stream, seconds of a long one, terminals, stored positions, cars on the map. */
const parts: Readonly<Record<FleetPart, (size: number | undefined) => readonly Measured[] | Promise<readonly Measured[]>>> = Object.freeze({
  codec: () => benchCodec(),
  fuzz: (size = 1_000_000) => benchFuzz(size),
  stream: (size = 3) => withFleetHouse(200, (house) => benchStream(house, { runs: size, seconds: 5 })),
  sustained: (size = 60) => withFleetHouse(200, (house) => benchStream(house, { runs: 1, seconds: size })),
  links: (size = 10_000) => withFleetHouse(size, (house) => benchLinks(house, { terminals: size, rate: Math.min(1000, size), seconds: 15, back: Math.min(1500, size) })),
  days: (size = 10_000_000) => withFleetHouse(300, (house) => benchDays(house, [size / 10, size])),
  map: (size = 300) => withFleetHouse(size, (house) => benchMap(house, { seconds: 10, calm: 13 })),
})

export async function benchFleet(): Promise<readonly Measured[]> {
  const [wanted, size] = [process.argv[3] ?? '', process.argv[4]]
  const asked = (Object.keys(parts) as FleetPart[]).filter((name) => wanted === '' || name === wanted)
  const measured: Measured[] = []
  for (const name of asked) measured.push(...(await parts[name](size === undefined ? undefined : Number(size))))
  return measured
}
