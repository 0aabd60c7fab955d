// Floors of the demonstration 演示楼层: outlines made at once are those that reading their drawing gives; a floor as SVG is read again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeedRoom } from '@houqin/places/seed'
import { floorDrawing, floorOutlines } from '../seed/floor-drawing.ts'
import { readPlan } from '../src/server/plan/plan-reading.ts'
import { planSvg } from '../src/web/plan/plan-svg.ts'

const room = (number: string, area: string): SeedRoom => ({ id: number, site: 's', building: 'b', floor: 'f', number, title: null, use: 'office', purpose: 'office', area, seats: 2, grade: null })
const rooms = [room('201', '18.37'), room('202', '24.50'), room('203', '31.20'), room('204', '0.00'), room('205', '9.99')]
const sized = (list: readonly { readonly code?: string | undefined; readonly area: string }[]): readonly string[] => list.map(({ code, area }) => `${code} ${area}`).toSorted()

test('outlines made at once and outlines read from the drawing are the same rooms with the same areas', () => {
  const read = readPlan(new TextEncoder().encode(floorDrawing(rooms, '2层平面图')))
  const made = floorOutlines(rooms).map(({ room: { number }, area }) => ({ code: number, area }))
  assert.deepEqual(sized(read.rooms), sized(made))
  assert.equal(made.length, 4)
})

test('a floor written as SVG is 1 : 100 on its sheet, and read again its rooms are the same', () => {
  const shapes = floorOutlines(rooms).map(({ room: { number }, ring }) => ({ ring, holes: [], fill: '#fff', words: [number] }))
  const read = readPlan(new TextEncoder().encode(planSvg(shapes, '二层 <3>')), { scale: 100, layers: ['房间'], by: 'outlines', unit: 'mm' })
  assert.deepEqual(sized(read.rooms), sized(floorOutlines(rooms).map(({ room: { number }, area }) => ({ code: number, area }))))
})

test('a plan whose layers are all frozen or off is read with them, and that is said', () => {
  const plain = floorDrawing(rooms, '2层平面图')
  const layers = [...new Set([...plain.matchAll(/^ {2}8\r?\n(.+?)\r?$/gm)].flatMap(([, name]) => name ?? []))]
  assert.ok(layers.length > 0)
  const table = ['  0', 'SECTION', '  2', 'TABLES', '  0', 'TABLE', '  2', 'LAYER', ...layers.flatMap((name) => ['  0', 'LAYER', '  2', name, ' 70', '1', ' 62', '7']), '  0', 'ENDTAB', '  0', 'ENDSEC', ''].join('\n')
  const read = readPlan(new TextEncoder().encode(table + plain))
  assert.deepEqual(sized(read.rooms), sized(readPlan(new TextEncoder().encode(plain)).rooms))
  assert.ok(read.findings.some(({ code }) => code === 'hidden-layers-read'))
})
