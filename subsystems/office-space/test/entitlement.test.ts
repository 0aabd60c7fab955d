// What an organ may have 核定面积: the worked example of the standard of 2014, its steps, and areas that stay exact.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnyStandard } from '@houqin/define'
import { areaByRank, divided, entitlementOf, organArea, shared, vacatedInTime } from '@houqin/office-space'
import type { EntitlementFigures } from '@houqin/office-space'

/** The declared figures as `check` is handed them. */
const latestFigures = ({ parameters, values }: AnyStandard): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(parameters).map(([name, { by }]) => {
  const of = (key?: string): string | undefined => values.find((value) => value.parameter === name && value.key === key)?.value
  return [name, by ? Object.fromEntries(Object.keys(by).map((key) => [key, of(key)])) : of()]
}))
const figures = latestFigures(organArea) as unknown as EntitlementFigures
const bureau = { establishment: 50, posts: { sectionChief: 1, sectionDeputy: 3 }, height: 'low' } as const

test('a district organ of 50: one section chief, three deputies, 46 below', () => {
  const { office, service, equipment, usable, built, canteen, total, posts, servicePerPerson } = entitlementOf({ ...bureau, canteen: true }, figures)
  assert.equal(posts.below, 46)
  assert.deepEqual({ office, service, servicePerPerson, equipment, usable, built, canteen, total }, {
    office: '468.00', service: '400.00', servicePerPerson: '8.00', equipment: '78.12', usable: '946.12', built: '1455.57', canteen: '185.00', total: '1640.57',
  })
})

test('the figures of 1999 stand nowhere', () => {
  assert.deepEqual(figures.officeArea, { countyChief: '30.00', countyDeputy: '24.00', sectionChief: '18.00', sectionDeputy: '12.00', below: '9.00' })
  assert.deepEqual(figures.officeArea, latestFigures(areaByRank)['officeArea'], 'both standards judge by the same limits')
})

test('service rooms: 8 ㎡ up to 100, 7 at 150, 6 from 200 on, and a straight line between', () => {
  const service = (establishment: number): readonly string[] => {
    const { servicePerPerson, service: area } = entitlementOf({ establishment, posts: {}, height: 'low' }, figures)
    return [servicePerPerson, area]
  }
  assert.deepEqual([1, 100, 101, 150, 199, 200, 500].map(service), [
    ['8.00', '8.00'], ['8.00', '800.00'], ['7.98', '805.98'], ['7.00', '1050.00'], ['6.02', '1197.98'], ['6.00', '1200.00'], ['6.00', '3000.00'],
  ])
})

test('a high building has a lower coefficient; canteen and garage a second rate', () => {
  assert.equal(entitlementOf({ ...bureau, height: 'high' }, figures).built, '1576.87')
  const { canteen, garage, sheds, guardRooms } = entitlementOf({ establishment: 130, posts: {}, height: 'low', canteen: true, cars: 230, bicycles: 10, electric: 4, guards: 3 }, figures)
  assert.deepEqual([canteen, garage, sheds, guardRooms], ['448.00', '9140.00', '28.00', '75.00'])
})

test('nobody works there: nothing is allowed; more posts than people: said, not reckoned', () => {
  assert.equal(entitlementOf({ establishment: 0, posts: {}, height: 'low' }, figures).total, '0.00')
  assert.throws(() => entitlementOf({ establishment: 2, posts: { sectionDeputy: 3 }, height: 'low' }, figures), /超过编制/)
})

test('a shared area adds up to the whole, whatever the shares', () => {
  assert.deepEqual(shared('10.00', ['1', '1', '1']), ['3.34', '3.33', '3.33'])
  assert.deepEqual(shared('0.01', ['9', '18']), ['0.00', '0.01'])
  assert.throws(() => shared('5.00', ['0']), RangeError)
  assert.equal(divided('2', '3'), '0.67')
  assert.equal(divided('-0.005', '1'), '-0.01')
})

test('a hundredth over the limits together is found, and judged before anything is rounded', () => {
  const limits = latestFigures(areaByRank) as never
  const room = (area: string, people: number) => ({ name: '甲', rank: 'below' as const, rooms: [{ room: 'r', name: '201', area, ranks: Array.from({ length: people }, () => 'below' as const), since: '2026-03-01' }] })
  assert.deepEqual(areaByRank.check(room('27.00', 3), limits), [])
  const [found] = areaByRank.check(room('27.01', 3), limits)
  assert.deepEqual([found?.measured, found?.limit, found?.level], ['9.01', '9.00', 'breach'])
  assert.match(found?.says ?? '', /3 人合用.*超出 0.01 ㎡，自 2026-03-01 起/)
})

test('one month after the last of January is the last of February; a second post has two', () => {
  const months = latestFigures(vacatedInTime) as never
  const on = (day: string, why: 'gone' | 'second') => vacatedInTime.check({ name: '甲', day, why, endedOn: '2026-01-31', room: 'r', roomName: '201' }, months)[0]
  assert.deepEqual([on('2026-02-28', 'gone')?.level, on('2026-03-01', 'gone')?.level, on('2026-03-31', 'second')?.level, on('2026-04-01', 'second')?.level], ['note', 'breach', 'note', 'breach'])
})
