// Rooms recognised: outlines, walls with door gaps, rings nearly closed, rooms within rooms, labels of every kind, several floors on a sheet.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Choice, Recognition, Room } from '../src/index.ts'
import { layFlat, proposeChoice, readDrawing, recognise } from '../src/index.ts'
import { arc, bytes, centred, dxf, insert, line, outline, rectangle, text, version } from './draw.ts'
import type { DrawnFile, Group } from './draw.ts'
import { wallsOf } from './walled.ts'

function recognised(file: DrawnFile, choice: Partial<Choice> = {}): Recognition & { choice: Choice; codes: readonly string[] } {
  const drawing = readDrawing(bytes(dxf(file)))
  const sheet = layFlat(drawing)
  const proposed = { ...proposeChoice(drawing, sheet).choice, ...choice }
  const found = recognise(sheet, proposed)
  return { ...found, choice: proposed, codes: found.findings.map(({ code }) => code) }
}
const brief = (rooms: readonly Room[]): readonly string[] => rooms.map(({ code, name, area }) => [code, name, area].filter((word) => word !== undefined).join(' '))
const mm = version('AC1021', 'ANSI_936', 4)

test('outlines with names, numbers and sizes, in one text or several, 1.8 million units away', () => {
  const [x, y] = [1_836_000.25, 412_000_123.5]
  const { rooms, codes, origin, choice } = recognised({
    header: mm,
    entities: [
      rectangle('房间', x, y, 4200, 6000), centred('文字', x + 2100, y + 3000, '局长办公室'), centred('文字', x + 2100, y + 2400, '25.20㎡'), centred('文字', x + 2100, y + 1900, '301'),
      rectangle('房间', x + 4300, y, 3300.5, 6000), centred('文字', x + 6000, y + 3000, '302 档案室 19.80m2'),
      [...outline('房间', [[x, y + 6100], [x + 7600.5, y + 6100], [x + 7600.5, y + 8200], [x, y + 8200]])], [[0, 'MTEXT'], [8, '文字'], [10, x + 3000], [20, y + 7500], [40, 300], [71, 1], [1, '{\\fSimSun;走道}\\P面积:15.96']],
    ],
  })
  assert.deepEqual(brief(rooms), ['走道 15.96', '301 局长办公室 25.20', '302 档案室 19.80'])
  assert.deepEqual(codes, [])
  assert.deepEqual(origin, [1_836_000, 412_000_123])
  assert.deepEqual(rooms[1]?.ring[0], [0.0003, 0.0005])
  assert.deepEqual([choice.unit, choice.by, choice.roomLayers, choice.labelLayers], ['mm', 'outlines', ['房间'], ['文字']])
})

test('areas are exact to the hundredth, arcs included within their tolerance', () => {
  const { rooms } = recognised({
    header: mm,
    entities: [
      outline('房间', [[0, 0], [3333.3, 0], [3333.3, 3000.15], [0, 3000.15]]), centred('字', 1000, 1000, '甲室'),
      outline('房间', [[10_000, 0, 1], [14_000, 0, 1]]), centred('字', 12_000, 0, '圆厅'),
      outline('房间', [[20_000, 0], [24_000, 0, 0.5], [24_000, 3000], [20_000, 3000]]), centred('字', 22_000, 1000, '弧形会议室'),
    ],
  }, { by: 'outlines', roomLayers: ['房间'], labelLayers: [] })
  // 3.3333 × 3.00015 = 10.0004… ; π 2² = 12.566 ; 12 + r² (θ - sin θ) / 2 with the chord 3 and bulge 0.5
  assert.deepEqual(brief(rooms), ['弧形会议室 13.57', '甲室 10.00', '圆厅 12.56'].toSorted((a, b) => rooms.findIndex(({ name }) => a.startsWith(name ?? '')) - rooms.findIndex(({ name }) => b.startsWith(name ?? ''))))
  const [turn, radius] = [4 * Math.atan(0.5), 1.5 / Math.sin(2 * Math.atan(0.5))]
  const arched = Number(rooms.find(({ name }) => name === '弧形会议室')?.area)
  assert.ok(Math.abs(arched - (12 + (radius ** 2 * (turn - Math.sin(turn))) / 2)) <= 0.01)
})

test('walls with door gaps: rooms appear where one face was', () => {
  const { entities, names } = wallsOf({ columns: 6, rows: 2, width: 3600, depth: 5400, wall: 200, corridor: 2100, door: 900 })
  const { rooms, choice, codes, findings } = recognised({ header: version('AC1015', 'ANSI_936'), entities })
  assert.equal(choice.by, 'walls')
  assert.deepEqual(rooms.map(({ name }) => name ?? '').toSorted(), [...names, '走廊'].toSorted())
  for (const room of rooms.filter(({ name }) => name !== '走廊')) assert.equal(room.area, '19.44', room.name)
  assert.ok(rooms.filter(({ name }) => name !== '走廊').every(({ bridges }) => bridges === 1))
  assert.deepEqual(codes, ['openings-closed'])
  assert.match(findings[0]?.zh ?? '', /门窗洞口/)
})

test('the same walls turned by 17° and drawn as closed outlines of walls', () => {
  const { entities, names } = wallsOf({ columns: 4, rows: 2, width: 3600, depth: 5400, wall: 240, corridor: 2400, door: 1000 })
  const { rooms } = recognised({ header: mm, blocks: { plan: entities }, entities: [insert('0', 'plan', 500_000, -200_000, [[50, 17]])] }, { by: 'walls', roomLayers: ['墙'], labelLayers: [] })
  assert.deepEqual(rooms.map(({ name }) => name ?? '').toSorted(), [...names, '走廊'].toSorted())
  for (const room of rooms.filter(({ name }) => name !== '走廊')) assert.ok(Math.abs(Number(room.area) - 19.44) <= 0.02, room.area)
})

test('gaps: healed within the tolerance, told with their place beyond it', () => {
  const open = (x: number, gap: number): readonly Group[] => outline('房间', [[x, 0], [x + 4000, 0], [x + 4000, 5000], [x, 5000], [x, gap]], false)
  const file: DrawnFile = { header: mm, entities: [open(0, 0), open(10_000, 15), open(20_000, 300), ...[2000, 12_000, 22_000].map((x, at) => centred('字', x, 2000, `${'一二三'[at]}号会议室`))] }
  const { rooms, findings } = recognised(file, { by: 'outlines', roomLayers: ['房间'] })
  assert.deepEqual(brief(rooms), ['一号会议室 20.00', '二号会议室 20.00'])
  assert.deepEqual(findings.map(({ code, values }) => [code, values['gap'] ?? values['label']]), [['gap-healed', '0.015'], ['ring-unclosed', '0.30'], ['label-outside', '三号会议室']])
  assert.deepEqual(findings[1]?.at?.map(Math.round), [20, 0])
  assert.deepEqual(brief(recognised(file, { by: 'outlines', roomLayers: ['房间'], gap: 0.35 }).rooms), ['一号会议室 20.00', '二号会议室 20.00', '三号会议室 20.00'])
})

test('rooms drawn line by line, sharing their walls', () => {
  const entities = [line('A', 0, 0, 9000, 0), line('A', 9000, 5000, 0, 5000), line('A', 0, 5000, 0, 0), line('A', 9000, 0, 9000, 5000), line('A', 4000, 0, 4000, 5000), line('A', 4000, 2000, 9000, 2000)]
  const { rooms } = recognised({ header: mm, entities: [...entities, centred('T', 2000, 2000, '大办公室'), centred('T', 6000, 1000, '库房'), centred('T', 6000, 4000, '会议室')] }, { by: 'outlines', roomLayers: ['A'] })
  assert.deepEqual(brief(rooms).toSorted(), ['会议室 15.00', '大办公室 20.00', '库房 10.00'])
})

test('a room within a room is taken off, a pillar too; the outline of the floor is no room', () => {
  const { rooms, floors, codes } = recognised({
    header: mm,
    entities: [
      rectangle('房间', -200, -200, 20_400, 10_400), rectangle('房间', 0, 0, 12_000, 10_000), centred('字', 2000, 8000, '大厅'),
      rectangle('房间', 4000, 4000, 3000, 2000), centred('字', 5500, 5000, '值班室'), rectangle('房间', 9000, 5000, 800, 800),
      rectangle('房间', 12_200, 0, 7800, 10_000), centred('字', 15_000, 5000, '会议室'),
    ],
  }, { by: 'outlines', roomLayers: ['房间'] })
  assert.deepEqual(brief(rooms).toSorted(), ['会议室 78.00', '值班室 6.00', '大厅 113.36'])
  assert.equal(rooms.find(({ name }) => name === '大厅')?.holes.length, 2)
  assert.deepEqual(floors.map(({ outline: about, area, rooms: on }) => [about?.length, area, on.length]), [[4, '197.36', 3]])
  assert.deepEqual(codes, [])
})

test('what is wrong with outlines is told, each with its place and its rooms', () => {
  const { findings, rooms } = recognised({
    header: mm,
    entities: [
      rectangle('房间', 0, 0, 30_000, 10_000),
      rectangle('房间', 0, 0, 8000, 9000), centred('字', 2000, 2000, '甲会议室'), rectangle('房间', 7000, 1000, 8000, 8000), centred('字', 12_000, 2000, '乙会议室'),
      rectangle('房间', 15_500, 0, 8000, 9000), centred('字', 19_000, 2000, '丙会议室'), centred('字', 19_000, 7000, '丁档案室'),
      rectangle('房间', 24_000, 0, 6500, 9000), rectangle('房间', 15_500, 9200, 900, 700), centred('字', 15_950, 9500, '管井'), rectangle('房间', 15_500, 0, 8000, 9000),
      outline('房间', [[40_000, 0], [44_000, 4000], [44_000, 0], [40_000, 3000]]), centred('字', 43_500, 2000, '戊库房 9.99㎡'),
    ],
  }, { by: 'outlines', roomLayers: ['房间'] })
  const told = findings.map(({ code, values, rooms: about }) => `${code} ${Object.values(values).join(' ')} ${(about ?? []).map((number) => rooms.find((room) => room.number === number)?.name ?? '无').join('+')}`.trim())
  for (const wanted of [
    /^rooms-overlap 甲会议室 乙会议室 8\.00 甲会议室\+乙会议室$/, /^label-two “丙会议室” “丁档案室” 丙会议室$|^label-two “丁档案室” “丙会议室”/, /^label-missing #\d+ 58\.50 无$/,
    /^room-outside-floor #\d+ 4\.50 无$/, /^room-tiny 管井 0\.63 管井$/, /^outline-twice 1$/, /^ring-crosses-itself$/, /^size-differs 戊库房 9\.99/,
  ]) assert.equal(told.filter((one) => wanted.test(one)).length, 1, `${String(wanted)} in\n${told.join('\n')}`)
  const overlap = findings.find(({ code }) => code === 'rooms-overlap')
  assert.deepEqual(overlap?.at, [7.5, 5])
})

test('several floors on one sheet, told apart by their frames, each with its title', () => {
  const floor = (y: number, words: string): readonly (readonly Group[])[] => [
    rectangle('图框', -5000, y - 8000, 60_000, 30_000), centred('标题', 10_000, y - 4000, words, 1000),
    rectangle('房间', 0, y, 5000, 6000), centred('字', 2500, y + 3000, '办公室'), rectangle('房间', 5200, y, 5000, 6000), centred('字', 7700, y + 3000, '会议室'),
    rectangle('房间', 40_000, y, 5000, 6000), centred('字', 42_500, y + 3000, '库房'),
  ]
  const { floors } = recognised({ header: mm, entities: [...floor(0, '地下一层平面图'), ...floor(40_000, '首层平面图'), ...floor(80_000, '二层平面图'), ...floor(120_000, '三～五层平面图')] })
  assert.deepEqual(floors.map(({ title, level, rooms, area }) => [title, level, rooms.length, area]), [
    ['地下一层平面图', -1, 3, '90.00'], ['首层平面图', 1, 3, '90.00'], ['二层平面图', 2, 3, '90.00'], ['三～五层平面图', 3, 3, '90.00'],
  ])
})

test('the layer is called as its room', () => {
  const { rooms, choice } = recognised({ header: mm, entities: ['接待室', '值班室', '楼梯间', '卫生间'].map((name, at) => rectangle(name, at * 5000, 0, 4000, 5000)) })
  assert.deepEqual(choice.roomLayers.toSorted(), ['卫生间', '接待室', '楼梯间', '值班室'].toSorted())
  assert.deepEqual(rooms.map(({ name, namedByLayer, area }) => [name, namedByLayer, area]), [['接待室', true, '20.00'], ['值班室', true, '20.00'], ['楼梯间', true, '20.00'], ['卫生间', true, '20.00']])
})

test('labels in blocks, and names on two lines', () => {
  const { rooms } = recognised({
    header: mm, blocks: { 房间名: [text('0', 0, 0, '纪检'), text('0', 0, -450, '办公室'), text('0', 0, -900, '18.00 ㎡')] },
    entities: [rectangle('房间', 0, 0, 3000, 6000), insert('字', '房间名', 500, 3000), rectangle('房间', 4000, 0, 3000, 6000), insert('字', '房间名', 4500, 3000)],
  })
  assert.deepEqual(brief(rooms), ['纪检办公室 18.00', '纪检办公室 18.00'])
})

test('the unit is proposed from doors and sizes against a wrong header', () => {
  const door = (x: number, scale: number): readonly Group[] => arc('门', x * scale, 0, 900 * scale, 0, 90)
  for (const [unit, scale, header] of [['mm', 1, 6], ['m', 0.001, 4], ['inch', 1 / 25.4, 4], ['cm', 0.1, 6], ['foot', 1 / 304.8, 1]] as const) {
    const drawing = readDrawing(bytes(dxf({
      header: version('AC1021', undefined, header),
      entities: [...[0, 4000, 8000].map((x) => door(x, scale)), rectangle('房间', 0, 0, 4000 * scale, 5000 * scale), centred('字', 2000 * scale, 2000 * scale, '办公室 20.00㎡', 300 * scale)],
    })))
    const proposal = proposeChoice(drawing, layFlat(drawing))
    assert.equal(proposal.unit.unit, unit)
    assert.ok(Math.abs((proposal.unit.door ?? 0) - 0.9) < 1e-6)
    assert.deepEqual(proposal.unit.findings.map(({ code }) => code), ['unit-suspected'])
  }
})
