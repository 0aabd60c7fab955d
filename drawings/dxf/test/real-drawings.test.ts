// What is read from drawings that nobody in this project drew.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentsOf } from '../src/contents.ts'
import { openDrawing, readDrawing } from '../src/reader.ts'
import { proposeChoice } from '../src/proposal.ts'
import { recognise } from '../src/recognition.ts'
import { layFlat } from '../src/sheet.ts'
import { sample, sampleNames } from './sample.ts'

test('the house: its version, its layers, its labels, and what was passed over', () => {
  const drawing = readDrawing(sample('house-bishop'))
  assert.deepEqual([drawing.version, drawing.codePage, drawing.encoding, drawing.headerUnit, drawing.onPaper], ['AC1018', 'ANSI_1252', 'windows-1252', 4, 3])
  assert.deepEqual(drawing.findings.map(({ code }) => code), ['entities-passed-over'])
  assert.match(drawing.findings[0]?.en ?? '', /POINT × 378, DIMENSION × 126/)
  const sheet = layFlat(drawing)
  assert.deepEqual(sheet.findings, [])
  const { release, layers } = contentsOf(drawing, sheet)
  assert.equal(release, '2004')
  const walls = layers.find(({ name }) => name.endsWith('A-WALL'))
  assert.deepEqual([walls?.outlines, walls?.lines, walls?.labels], [6, 171, 0])
  const words = sheet.labels.filter(({ layer }) => layer === 'A-NOTE').map(({ lines }) => lines.join(' '))
  for (const room of ['2 CAR GARAGE', 'KITCHEN', 'GREAT ROOM', 'DINING ROOM', 'Pantry']) assert.ok(words.includes(room), room)
})

test('the house: inches are proposed against its header, and its rooms are found between its walls', () => {
  const drawing = readDrawing(sample('house-bishop'))
  const sheet = layFlat(drawing)
  const { choice, unit } = proposeChoice(drawing, sheet)
  assert.deepEqual([choice.unit, choice.by, unit.findings.map(({ code, values }) => `${code} ${values['factor']}`)], ['inch', 'walls', ['unit-suspected 25.4']])
  assert.equal(unit.door?.toFixed(3), '0.762')
  const { rooms, floors, findings } = recognise(sheet, choice)
  const areas = Object.fromEntries(rooms.map(({ name, area }) => [name, area]))
  // two of the house's own figures: deck 11.07, porch 2.89; bedrooms of 12 and 11½ feet
  assert.deepEqual([areas['COVERED DECK'], areas['COVERED PORCH'], areas['MASTER BEDROOM'], areas['BEDROOM 2'], areas['Pantry'], areas['2 CAR GARAGE']], ['11.07', '2.89', '17.78', '13.80', '2.68', '40.97'])
  assert.equal(rooms.length, 16)
  assert.deepEqual(floors.map(({ title }) => title), ['FLOOR PLAN'])
  // kitchen, dining and great room are one open space
  assert.deepEqual(findings.map(({ code }) => code), ['openings-closed', 'gates-closed', 'label-two', 'room-tiny'])
})

test('the apartment: its six rooms between double walls, names and sizes in two texts, its title no label of a room', () => {
  const drawing = readDrawing(sample('apartment-levental'))
  assert.deepEqual([drawing.version, drawing.encoding, drawing.headerUnit], ['AC1021', 'utf-8', 4])
  const sheet = layFlat(drawing)
  const { choice, unit } = proposeChoice(drawing, sheet)
  assert.deepEqual([choice.unit, choice.by, choice.roomLayers, unit.findings], ['mm', 'walls', ['WALLS', 'WALLS_INT', 'WINDOWS'], []])
  const { rooms, floors, findings } = recognise(sheet, choice)
  assert.deepEqual(rooms.map(({ name, area, saidArea }) => [name, area, saidArea]), [
    ['LIVING ROOM', '18.03', '20.0'], ['KITCHEN', '10.48', '12.0'], ['HALLWAY', '6.21', '12.0'], [undefined, '3.61', undefined], ['BEDROOM', '15.64', '14.0'], ['BATHROOM', '9.09', '8.8'],
  ])
  assert.deepEqual(floors.map(({ title }) => title), ['FLOOR PLAN — 2 BEDROOM APARTMENT'])
  // its author wrote round sizes; what he drew is said beside each
  assert.deepEqual(findings.map(({ code }) => code).filter((code) => code !== 'size-differs'), ['openings-closed', 'label-missing'])
})

test('an R12 file with attributes in GBK and no code page', () => {
  const drawing = readDrawing(sample('gbk-attributes'))
  assert.deepEqual([drawing.version, drawing.encoding, drawing.headerUnit], ['AC1009', 'gb18030', undefined])
  assert.deepEqual(drawing.findings.map(({ code }) => code), ['code-page-missing'])
  const { labels, pieces } = layFlat(drawing)
  assert.deepEqual(labels.map(({ lines, from }) => `${from} ${lines.join()}`), ['ATTRIB 比选方案', 'ATTRIB 比选方案', 'ATTRIB 比选方案', 'ATTRIB 主推方案'])
  assert.equal(pieces.filter(({ from }) => from === 'POLYLINE').length, 4)
})

for (const name of sampleNames)
  test(`${name} reads the same whole and in pieces`, () => {
    const file = sample(name)
    const whole = readDrawing(file)
    for (const size of [61, 4096, 100_000]) {
      const reader = openDrawing()
      for (let at = 0; at < file.length; at += size) reader.feed(file.slice(at, at + size))
      assert.deepEqual(reader.close(), whole)
    }
  })

test('progress is told and ends at the whole', () => {
  const told: number[] = []
  readDrawing(sample('house-bishop'), { onProgress: (share) => told.push(share) })
  assert.ok(told.length >= 2 && told.every((share, at) => share > (told[at - 1] ?? 0)))
  assert.equal(told.at(-1), 1)
})
