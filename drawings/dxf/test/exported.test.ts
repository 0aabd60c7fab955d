// Rooms written out and read again are the same rooms; drawn areas stand beside those registered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Recognition, Room } from '../src/index.ts'
import { compareFloor, compareRooms, layFlat, proposeChoice, readDrawing, recognise, toDxf, toGeoJson } from '../src/index.ts'
import { bytes, centred, dxf, rectangle, version } from './draw.ts'
import type { DrawnFile } from './draw.ts'
import { sample } from './sample.ts'
import { wallsOf } from './walled.ts'

function read(file: Uint8Array): Recognition {
  const drawing = readDrawing(file)
  const sheet = layFlat(drawing)
  return recognise(sheet, proposeChoice(drawing, sheet).choice)
}
const known = (rooms: readonly Room[]): readonly string[] => rooms.map(({ code, name, area, holes, ring }) => `${code} ${name} ${area} ${holes.length} ${ring.length}`).toSorted()

const nested: DrawnFile = {
  header: version('AC1021', 'ANSI_936', 4),
  entities: [
    rectangle('房间', 1_836_000, 500, 12_000, 10_000), centred('字', 1_838_000, 8500, '“党员”活动室 50%'), rectangle('房间', 1_840_000, 4500, 3000, 2000), centred('字', 1_841_500, 5500, '302'),
    centred('字', 1_841_500, 5200, '值班室'), rectangle('房间', 1_845_000, 5500, 800, 800), rectangle('房间', 1_849_000, 500, 3333.3, 10_000), centred('字', 1_850_000, 5000, '会议室'), centred('字', 1_840_000, -2000, '二层平面图'),
  ],
}
const plans: Readonly<Record<string, Uint8Array>> = {
  'rooms in rooms': bytes(dxf(nested)),
  'an office floor between walls': bytes(dxf({ header: version('AC1021', 'ANSI_936', 4), entities: wallsOf({ columns: 5, rows: 2, width: 3600, depth: 5400, wall: 200, corridor: 2100, door: 900 }).entities })),
  'the house': sample('house-bishop'),
}

for (const [what, file] of Object.entries(plans))
  test(`${what}: written as DXF and read again, the rooms are the same`, () => {
    const first = read(file)
    const written = toDxf(first)
    assert.match(written, /^[\x20-\x7e\r\n]*$/)
    const again = read(bytes(written))
    assert.deepEqual(again.unit, 'mm')
    assert.deepEqual(known(again.rooms), known(first.rooms))
    assert.deepEqual(again.floors.map(({ title, level, area }) => [title, level, area]), first.floors.map(({ title, level, area }) => [title, level, area]))
    assert.equal(toDxf(read(bytes(toDxf(again)))), toDxf(again))
  })

test('GeoJSON holds each room with its holes, closed and turned as the standard wants', () => {
  const { features, properties } = toGeoJson(read(bytes(dxf(nested))))
  assert.deepEqual(properties, { unit: 'm', origin: [1_836_000, 500], drawnIn: 'mm' })
  const hall = features.find(({ properties: { name } }) => name?.includes('活动室'))
  assert.deepEqual(hall?.properties, { name: '“党员”活动室 50%', code: null, area: '113.36', floor: 1, floorTitle: '二层平面图' })
  const turn = (ring: readonly (readonly [number, number])[]): number => ring.slice(1).reduce((sum, [x, y], at) => sum + (ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0), 0) / 2
  const [outer, ...holes] = hall?.geometry.coordinates ?? []
  assert.equal(Math.round(turn(outer ?? [])), 120)
  assert.deepEqual(holes.map((ring) => Number(turn(ring).toFixed(2))).toSorted((a, b) => a - b), [-6, -0.64])
  for (const ring of [outer ?? [], ...holes]) assert.deepEqual(ring[0], ring.at(-1))
})

test('drawn areas beside those registered, and a floor beside its certificate', () => {
  const { rooms, floors } = read(bytes(dxf(nested)))
  const tolerance = { share: 0.03, squareMetres: 0.5 }
  const number = (name: string): number => rooms.find((room) => room.name === name)?.number ?? 0
  const registered = new Map([[number('会议室'), '33.33'], [number('值班室'), '8.00'], [number('“党员”活动室 50%'), '113.50']])
  const found = compareRooms({ rooms, registered, tolerance })
  assert.deepEqual(found.map(({ code, zh, rooms: about }) => [code, zh, about]), [['area-differs', '“302 值班室”图上 6.00 ㎡,登记 8.00 ㎡,相差 2.00 ㎡,超过容差。', [number('值班室')]]])
  const [floor] = floors
  assert.ok(floor)
  assert.equal(floor.area, '152.69')
  assert.deepEqual(compareFloor({ floor, certified: '234.91', coefficient: 0.65, tolerance }), [])
  assert.match(compareFloor({ floor, certified: '254.00', coefficient: 0.65, tolerance })[0]?.en ?? '', /152\.69 m².*0\.65.*234\.91 m².*254\.00 m²: 19\.09 m² apart/)
})

test('a ledger that is a hundred times smaller throughout speaks of a wrong unit', () => {
  const { rooms } = read(plans['an office floor between walls'] ?? new Uint8Array())
  for (const [square, factor] of [[100, 10], [1e6, 1000], [645.16, 25.4], [0.01, 0.1]] as const) {
    const registered = new Map(rooms.map(({ number, area }) => [number, (Number(area) / square).toFixed(6)]))
    const [first] = compareRooms({ rooms, registered, tolerance: { share: 0.03, squareMetres: 0.5 } })
    assert.deepEqual([first?.code, first?.values['factor']], ['unit-by-ledger', factor])
  }
  assert.deepEqual(compareRooms({ rooms, registered: new Map(rooms.map(({ number, area }) => [number, area])), tolerance: { share: 0.03, squareMetres: 0.5 } }), [])
})
