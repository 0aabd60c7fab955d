// Rooms that come as GeoJSON and SVG, and rooms changed on the plan: split, joined, measured.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinOutlines, layFlat, lineLength, outlineArea, proposeChoice, readGeoJson, readSvg, recognise, splitOutline, squared } from '../src/index.ts'
import type { Outline, Point } from '../src/index.ts'
import { bytes } from './draw.ts'

const box = (x: number, y: number, width: number, height: number): Outline => ({ ring: [[x, y], [x + width, y], [x + width, y + height], [x, y + height]], holes: [] })
const feature = ({ ring, holes }: Outline, properties: object) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring, ...holes].map((one) => [...one, one[0]]) } })
const collection = (features: readonly object[], more: object = {}): Uint8Array => bytes(JSON.stringify({ type: 'FeatureCollection', ...more, features }))
const metresAre = { properties: { unit: 'm' } }

test('GeoJSON in metres: rooms with number, name, holes and exact area; what is wrong is said', () => {
  const hall: Outline = { ...box(0, 0, 10, 6), holes: [box(4, 2, 1.5, 1).ring] }
  const { rooms, findings } = readGeoJson(collection([feature(hall, { code: 301, name: '大厅' }), feature(box(9, 0, 3, 3), { number: 'A-2' }), feature(box(20, 0, 0.5, 1), {}), feature(box(30, 0, 4, 4), { code: 'A-2' }), { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 2] } }], metresAre))
  assert.deepEqual(rooms.map(({ code, name, area, holes }) => [code, name, area, holes.length]), [['301', '大厅', '58.50', 1], ['A-2', undefined, '9.00', 0], [undefined, undefined, '0.50', 0], ['A-2', undefined, '16.00', 0]])
  assert.deepEqual(findings.map(({ code }) => code).toSorted(), ['code-twice', 'features-passed-over', 'label-missing', 'room-tiny', 'rooms-overlap'])
  assert.match(findings.find(({ code }) => code === 'rooms-overlap')?.zh ?? '', /“301 大厅”与“A-2”重叠 3\.00 ㎡/)
})

test('GeoJSON in degrees is laid flat; what is broken leaves a finding and no exception', () => {
  const degree = 1 / 111_320
  const square = box(120.3, 31.5, 10 * degree / Math.cos((31.5 * Math.PI) / 180), 10 * degree)
  const { rooms, findings } = readGeoJson(collection([feature(square, { name: '活动室' })]))
  assert.ok(Math.abs(Number(rooms[0]?.area) - 100) < 1, rooms[0]?.area)
  assert.deepEqual(findings.map(({ code }) => code), ['degrees-flattened'])
  for (const [what, code] of [['{"features": 3}', 'not-geojson'], ['[]', 'not-geojson'], ['{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":[[[0,0],[1e300,1],[null,3]]]}}]}', 'rings-impossible']] as const)
    assert.ok(readGeoJson(bytes(what)).findings.some((one) => one.code === code), what)
  const crossing = readGeoJson(collection([feature({ ring: [[0, 0], [4, 4], [4, 0], [0, 5]], holes: [] }, { code: '1' })], metresAre))
  assert.deepEqual(crossing.findings.map(({ code }) => code), ['ring-crosses-itself'])
})

test('SVG: groups are layers, transforms and curves are followed, a sheet of 1 : 100 is as large as the building', () => {
  const file = bytes(`<?xml version="1.0"?><!-- <rect/> --><svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="148mm" viewBox="0 0 210 148">
    <defs><rect width="999" height="999"/></defs>
    <g id="房间" transform="translate(10 10)"><rect x="0" y="0" width="60" height="50"/><path d="M60 0h40v50H60z"/><path d="M100,0 l40,0 0,50 -40,0 Z"/></g>
    <g id="字"><text x="30" y="30" font-size="4">301</text><text x="80" y="30" font-size="4">302</text><text x="120" y="30" font-size="4">会议&#23460;</text></g>
    <g display="none"><rect width="50" height="50"/></g></svg>`)
  const drawing = readSvg(file, { scale: 100 })
  const sheet = layFlat(drawing)
  const { rooms } = recognise(sheet, { unit: 'mm', by: 'outlines', roomLayers: ['房间'], labelLayers: [] })
  assert.deepEqual(rooms.map(({ code, name, area }) => [code, name, area]), [['301', undefined, '30.00'], ['302', undefined, '20.00'], [undefined, '会议室', '20.00']])
  assert.equal(proposeChoice(drawing, sheet).choice.unit, 'mm')
  const round = recognise(layFlat(readSvg(bytes('<svg width="10m" viewBox="0 0 10 10"><path d="M1 5 A4 4 0 1 1 9 5 A 4 4 0 0 1 1 5 Z"/><text x="5" y="5">圆厅</text></svg>'))), { unit: 'mm', by: 'outlines', roomLayers: ['0'], labelLayers: [] })
  assert.ok(Math.abs(Number(round.rooms[0]?.area) - Math.PI * 16) < 0.05, round.rooms[0]?.area)
  for (const broken of ['', '<svg', '<svg><path d="M0 0 L nan 1e999"/></svg>', `<svg>${'<g>'.repeat(5000)}<rect width="1" height="1"/>`, 'no drawing']) assert.ok(Array.isArray(readSvg(bytes(broken)).findings))
})

test('a room is split along a line that may bend, and joined again across its wall', () => {
  const room = box(0, 0, 6, 4)
  const [left, right] = splitOutline(room, [[2, 0], [2, 2], [3, 2], [3, 4]]) ?? []
  assert.ok(left && right)
  assert.deepEqual([left, right].map(outlineArea).toSorted(), ['10.00', '14.00'])
  assert.equal(outlineArea(joinOutlines(left, right) ?? box(0, 0, 1, 1)), '24.00')
  assert.equal(splitOutline(room, [[1, 1], [2, 2]]), undefined)
  const wall = joinOutlines(box(0, 0, 3, 4), box(3.2, 0, 3, 4))
  assert.equal(outlineArea(wall ?? box(0, 0, 1, 1)), '24.80')
  assert.equal(joinOutlines(box(0, 0, 3, 4), box(9, 0, 3, 4)), undefined)
})

test('lines and areas are exact to the centimetre, and a corner that is nearly square becomes so', () => {
  assert.equal(lineLength([[0, 0], [3, 4], [3, 4.005]]), '5.00')
  assert.equal(outlineArea({ ring: [[0.1, 0.2], [3.4, 0.2], [3.4, 2.5], [0.1, 2.5]], holes: [] }), '7.59')
  const ring: readonly Point[] = [[0, 0], [3, 0.05], [3.02, 4], [0, 4]]
  assert.deepEqual(squared(ring, 1), [[0, 0], [3.02, 0], [3.02, 4], [0, 4]])
})
