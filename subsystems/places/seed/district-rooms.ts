// Buildings, floors and rooms of the demonstration district: every site filled to its programme, corridors included.
import { decimal } from '@houqin/define'
import { dice } from '@houqin/people/seed'
import type { Dice, World } from '@houqin/people/seed'
import type { Building, Floor, OutdoorArea, Room, RoomPurpose } from '../src/contract/index.ts'
import { roomPurposes } from '../src/contract/index.ts'
import { moulds, programmes, technicalMoulds } from './programmes.ts'
import type { RoomMould, Use } from './programmes.ts'
import type { SeedCertificate, SeedSite } from './district-sites.ts'
import type { BuildingLine } from './site-list.ts'

export type SeedBuilding = Pick<Building, 'id' | 'site' | 'name' | 'certificate' | 'height' | 'floorsAbove' | 'floorsBelow' | 'builtIn' | 'buildingArea'>
export type SeedFloor = Pick<Floor, 'id' | 'site' | 'building' | 'number' | 'name'>
export type SeedRoom = Pick<Room, 'id' | 'site' | 'building' | 'floor' | 'number' | 'title' | 'use' | 'purpose' | 'area' | 'seats' | 'grade'>
export type SeedArea = Pick<OutdoorArea, 'id' | 'site' | 'name' | 'kind' | 'area'>
const squareMetresASeat = 5.6
/** The managed buildings have larger rooms than the stations in the streets. */
const roominess = Object.freeze({ managed: 1.32, other: 0.84 })
interface Sketch {
  readonly use: Use
  readonly purpose: RoomPurpose
  readonly area: number
}
export interface DistrictRooms {
  readonly buildings: readonly SeedBuilding[]
  readonly floors: readonly SeedFloor[]
  readonly rooms: readonly SeedRoom[]
  readonly areas: readonly SeedArea[]
}

export function districtRooms(world: World, { sites, certificates }: { sites: readonly SeedSite[]; certificates: readonly SeedCertificate[] }): DistrictRooms {
  const roll = dice({ ...world, name: 'rooms' })
  const buildings: SeedBuilding[] = []
  const floors: SeedFloor[] = []
  const rooms: SeedRoom[] = []
  for (const site of sites) {
    const papers = certificates.filter((certificate) => certificate.site === site.id)
    for (const [place, paper] of papers.entries()) {
      const line = site.line.buildings?.[place] ?? usualBuilding(paper, place, roll)
      const height = line.above >= 9 ? 'high' : 'low'
      const building: SeedBuilding = {
        id: roll.id(), site: site.id, name: line.name, certificate: paper.id, height,
        floorsAbove: line.above, floorsBelow: line.below, builtIn: line.builtIn, buildingArea: paper.buildingArea,
      }
      buildings.push(building)
      const levels = [...Array.from({ length: line.below }, (_, under) => -1 - under), ...Array.from({ length: line.above }, (_, over) => over + 1)]
      const made = levels.map((number): SeedFloor => ({ id: roll.id(), site: site.id, building: building.id, number, name: number < 0 ? `地下${-number}层` : `${number}层` }))
      floors.push(...made)
      // The use coefficient 使用面积系数 of a high building is lower: more lifts and stairs.
      const usable = Number(paper.buildingArea) * (height === 'high' ? 0.59 : 0.63) * (0.96 + 0.06 * roll.next())
      rooms.push(...arrange(sketch(site, usable, roll), { site, building, floors: made }, roll))
    }
  }
  return { buildings, floors, rooms: withGrades(sites, rooms), areas: sites.flatMap((site) => outdoors(site, roll)) }
}

/** The last machine room and the last file room of each managed site are restricted parts; nothing on the door says what they are. */
function withGrades(sites: readonly SeedSite[], rooms: readonly SeedRoom[]): SeedRoom[] {
  const managed = new Set(sites.filter((site) => site.managed).map(({ id }) => id))
  const kept = Map.groupBy(rooms.filter(({ site, purpose }) => managed.has(site) && (purpose === 'serverRoom' || purpose === 'archive')), ({ site, purpose }) => `${site} ${purpose}`)
  const restricted = new Set([...kept.values()].flatMap((alike) => (alike.length > 1 ? alike.slice(-1).map(({ id }) => id) : [])))
  return rooms.map((room) => (restricted.has(room.id) ? { ...room, title: null, grade: 'restricted' } : room))
}

function usualBuilding(paper: SeedCertificate, place: number, roll: Dice): BuildingLine {
  const area = Number(paper.buildingArea)
  const above = area > 15_000 ? 10 : area > 6000 ? 6 : area > 2500 ? 4 : area > 1000 ? 3 : 2
  return { name: place === 0 ? '主楼' : '附楼', share: 1, above, below: area > 15_000 ? 1 : 0, builtIn: roll.int(1986, 2019) }
}

/** Rooms of each use until its share of the usable area is spent; the last one takes what is left. */
function sketch(site: SeedSite, usable: number, roll: Dice): Sketch[] {
  const programme = programmes[site.kind]
  return (Object.keys(programme) as Use[]).flatMap((use) => {
    const list: readonly RoomMould[] = use === 'technical' ? technicalMoulds[site.kind] : moulds[use]
    const made: Sketch[] = []
    for (let left = (usable * programme[use]) / 100; left > 4; ) {
      const mould = roll.weighted(list.map((one) => [one, one.weight] as const))
      const wished = roll.skewed(...mould.area) * (site.managed ? roominess.managed : roominess.other)
      const area = left - wished < 4 ? left : wished
      made.push({ use, purpose: mould.purpose, area: Math.min(area, mould.area[2] * 1.3) })
      left -= Math.min(area, mould.area[2] * 1.3)
    }
    return made
  })
}

const belowGround: readonly RoomPurpose[] = ['garage', 'pumpRoom', 'powerRoom', 'airPlant', 'caseStore', 'stacks']
const groundFloor: readonly RoomPurpose[] = ['hall', 'guard', 'canteen', 'kitchen', 'window', 'exhibition']
function arrange(sketches: readonly Sketch[], at: { site: SeedSite; building: SeedBuilding; floors: readonly SeedFloor[] }, roll: Dice): SeedRoom[] {
  const below = at.floors.filter(({ number }) => number < 0)
  const above = at.floors.filter(({ number }) => number > 0)
  const loads = new Map(at.floors.map((floor) => [floor.id, 0]))
  const chosen = new Map<string, Sketch[]>(at.floors.map((floor) => [floor.id, []]))
  const lightest = (list: readonly SeedFloor[]): SeedFloor => list.reduce((best, floor) => ((loads.get(floor.id) ?? 0) < (loads.get(best.id) ?? 0) ? floor : best))
  for (const one of roll.shuffled(sketches)) {
    const wanted = below.length > 0 && belowGround.includes(one.purpose) ? below : groundFloor.includes(one.purpose) ? above.slice(0, 2) : above
    const floor = lightest(wanted)
    loads.set(floor.id, (loads.get(floor.id) ?? 0) + one.area)
    chosen.get(floor.id)?.push(one)
  }
  return at.floors.flatMap((floor) => {
    const own = (chosen.get(floor.id) ?? []).map((one, place): SeedRoom => ({
      id: roll.id(), site: at.site.id, building: at.building.id, floor: floor.id,
      number: roomNumber(floor.number, place + 1),
      title: plate(one, floor.number, place),
      use: one.use, purpose: one.purpose, area: one.area.toFixed(2),
      seats: one.use === 'office' ? (one.purpose === 'leaderOffice' ? 1 : Math.max(1, Math.floor(one.area / squareMetresASeat))) : null,
      grade: null,
    }))
    return [...own, ...passages(at, floor, own.length, roll)]
  })
}
function roomNumber(level: number, place: number): string {
  return level < 0 ? `B${-level}${String(place).padStart(2, '0')}` : `${level}${String(place).padStart(2, '0')}`
}
const plain: readonly RoomPurpose[] = ['office', 'leaderOffice', 'window', 'dormitory']
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六']
function plate({ purpose }: Sketch, level: number, place: number): string | null {
  if (plain.includes(purpose)) return null
  if (purpose === 'toilet') return place % 2 ? '女卫生间' : '男卫生间'
  if (purpose === 'meeting') return level > 0 ? `${digits[level - 1] ?? level}楼会议室` : '地下会议室'
  return roomPurposes[purpose]
}
/** Corridors, stairs and lift lobbies stand in the managed buildings only: those are drawn whole. */
function passages(at: { site: SeedSite; building: SeedBuilding }, floor: SeedFloor, taken: number, roll: Dice): SeedRoom[] {
  if (!at.site.managed) return []
  const kinds: RoomPurpose[] = floor.number === 1 ? ['lobby', 'corridor', 'stairs', 'stairs'] : ['corridor', 'stairs', 'stairs']
  if (at.building.floorsAbove > 4) kinds.push('lift')
  return kinds.map((purpose, place) => ({
    id: roll.id(), site: at.site.id, building: at.building.id, floor: floor.id, number: roomNumber(floor.number, taken + place + 1),
    title: purpose === 'stairs' ? (place % 2 ? '东楼梯' : '西楼梯') : roomPurposes[purpose], use: 'circulation', purpose, area: '0.00', seats: null, grade: null,
  }))
}

function outdoors(site: SeedSite, roll: Dice): SeedArea[] {
  const rows: [SeedArea['name'], SeedArea['kind'], number][] = site.managed
    ? [['正门', 'gate', 120], ['后门', 'gate', 60], ['前广场', 'yard', 1400], ['东侧停车区', 'parking', 1800], ['北侧停车区', 'parking', 900], ['中心绿地', 'green', 2200], ['环形车道', 'road', 1600], ['屋面', 'roof', 1500], ['垃圾分类点', 'waste', 40], ['围墙', 'wall', 0]]
    : Number(site.area) > 3500
      ? [['正门', 'gate', 60], ['院内停车区', 'parking', 500], ['绿地', 'green', 300], ['屋面', 'roof', 600]]
      : [['正门', 'gate', 30], ['院内停车区', 'parking', 160]]
  return rows.map(([name, kind, size]) => ({
    id: roll.id(), site: site.id, name, kind, area: size === 0 ? null : decimal.times(String(size), (0.7 + roll.next() * 0.6).toFixed(2)),
  }))
}
