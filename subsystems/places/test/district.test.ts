// The places of the demonstration district: the report's totals come back out, and nothing in them is uniform.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimal } from '@houqin/define'
import { roomPurposes } from '@houqin/places'
import { districtArea, districtPlaces, plants } from '@houqin/places/seed'
import { districtPeople } from '@houqin/people/seed'

const world = { seed: 20210, day: '2026-11-24' }
const people = districtPeople(world)
const places = districtPlaces(world, people)
const managed = new Set(places.sites.filter((site) => site.managed).map((site) => site.id))
const areaOf = (rooms: readonly { area: string }[]): number => Number(decimal.sum(rooms.map((room) => room.area)))
const use = Map.groupBy(places.rooms, (room) => room.use)

test('92 处场所，其中 7 处由局统一管理', () => {
  assert.equal(places.sites.length, 92)
  assert.equal(new Set(places.sites.map((site) => site.name)).size, 92)
  assert.equal(managed.size, 7)
})
test('证载建筑面积合计恰为 494231.27 平方米', () => {
  assert.equal(decimal.sum(places.certificates.map((certificate) => certificate.buildingArea)), districtArea)
  assert.equal(districtArea, '494231.27')
  assert.equal(decimal.sum(places.buildings.map((building) => building.buildingArea)), districtArea)
  assert.equal(new Set(places.certificates.map((certificate) => certificate.number)).size, places.certificates.length)
})
test('面积有大有小：最大的十处占三成到一半，没有两处一样大', () => {
  const sizes = places.sites.map((site) => Number(site.area)).sort((a, b) => b - a)
  const ten = sizes.slice(0, 10).reduce((sum, size) => sum + size, 0) / Number(districtArea)
  assert.ok(ten > 0.3 && ten < 0.5, String(ten))
  assert.equal(new Set(sizes).size, 92)
  assert.ok((sizes.at(-1) ?? 0) < 1000)
})
test('七处大楼约 2600 间房，全区约 9500 间', () => {
  const own = places.rooms.filter((room) => managed.has(room.site)).length
  assert.ok(own > 2450 && own < 2750, String(own))
  assert.ok(places.rooms.length > 9200 && places.rooms.length < 9900, String(places.rooms.length))
  assert.deepEqual([...new Set(places.rooms.map((room) => room.purpose))].filter((purpose) => !(purpose in roomPurposes)), [])
})
test('大楼里有受控机房和受控档案室共十三间，七处都有，门牌不写用途，巡查不去', () => {
  const kept = places.rooms.filter(({ grade }) => grade === 'restricted')
  assert.equal(kept.length, plants.gradedRooms)
  assert.deepEqual([...new Set(kept.map(({ title }) => title))], [null])
  assert.equal(new Set(kept.map(({ site }) => site)).size, 7)
})
test('使用面积是建筑面积的一半到七成，技术业务用房约占 55%', () => {
  for (const building of places.buildings) {
    const share = areaOf(places.rooms.filter((room) => room.building === building.id)) / Number(building.buildingArea)
    assert.ok(share > 0.5 && share < 0.7, `${building.name} ${share}`)
  }
  const technical = areaOf(use.get('technical') ?? []) / areaOf(places.rooms)
  assert.ok(technical > 0.5 && technical < 0.6, String(technical))
})
test('同一栋楼没有两间房同号，走廊楼梯不计使用面积', () => {
  const numbers = places.rooms.map((room) => `${room.building} ${room.number}`)
  assert.equal(new Set(numbers).size, numbers.length)
  assert.deepEqual((use.get('circulation') ?? []).filter((room) => room.area !== '0.00'), [])
  assert.deepEqual(places.rooms.filter((room) => room.use !== 'circulation' && Number(room.area) <= 0), [])
})
test('每个单位有驻地，座位够坐', () => {
  const seated = new Set(places.seats.map((seat) => seat.organ))
  assert.deepEqual(people.organs.filter((organ) => !seated.has(organ.id)).map((organ) => organ.name), [])
  const staff = Map.groupBy(people.persons.filter((person) => person.standing === 'active' && person.employment !== 'outsourced'), (person) => person.organ)
  const short = places.sites.map((site) => {
    const need = site.organs.reduce((sum, organ) => sum + (staff.get(organ)?.length ?? 0), 0)
    const have = places.rooms.filter((room) => room.site === site.id).reduce((sum, room) => sum + (room.seats ?? 0), 0)
    return Math.max(0, need - have)
  })
  assert.ok(short.reduce((sum, one) => sum + one, 0) < 68, `${short.reduce((sum, one) => sum + one, 0)} 人没有座位`)
})
test('每处场所今天有负责人，驻点负责人年龄偏大', () => {
  assert.equal(places.stewards.size, 92)
  const ages = [...places.stewards].filter(([site]) => managed.has(site)).map(([, id]) => people.persons.find((person) => person.id === id)?.born ?? '')
  assert.ok(ages.every((born) => born < '1984'), ages.join(' '))
  assert.equal(places.stewards.get(places.site('机关大院').id), people.named('steward').id)
})
test('值班表：管理大楼每天白班夜班带班都有人，一个人不在两处值同一班', () => {
  const today = places.duties.filter((duty) => duty.from <= world.day && (duty.to ?? world.day) >= world.day)
  for (const site of managed) assert.deepEqual(today.filter((duty) => duty.site === site).map((duty) => duty.shift).sort(), ['day', 'night', 'whole'])
  const slots = places.duties.map((duty) => `${duty.person} ${duty.shift} ${duty.from}`)
  assert.equal(new Set(slots).size, slots.length)
})
