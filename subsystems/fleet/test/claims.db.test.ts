// What the fleet has to show 公车的工作要点: each sentence's figures of one month and of another, and each opens as many rows.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import type { Matter } from '@houqin/define'
import { card, disposal, fence, fleet as subsystem, fleetOfficer, fleetRedress, immobilisation, inquiry, sealCheck, use, vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import { organ, person } from '@houqin/people'
import { people } from '@houqin/people/server'
import { site } from '@houqin/places'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'

type Row = Readonly<Record<string, string | number | null>>
interface Answer { readonly rows: readonly Row[]; readonly opens: readonly Readonly<Record<string, string>>[] }
const november = { from: '2026-11-01T00:00:00+08:00', to: '2026-12-01T00:00:00+08:00' }
const october = { from: '2026-10-01T00:00:00+08:00', to: '2026-11-01T00:00:00+08:00' }

let house: TestSystem
let officer: Somebody
let home: string
let cars = 0
let matters = 0
before(async () => {
  house = await testSubsystem([people, places, fleet], { at: '2026-11-24T09:00:00+08:00' })
  officer = await house.as(fleetOfficer, { name: '郭承宇' })
  home = (await house.make(organ, {})).id
})

/** One row whose every figure opens as many rows as it says, but for those that are `told` on a page of their own. */
async function figures(report: { readonly id: string }, period: typeof november, told: readonly string[] = []): Promise<Row> {
  const { status, body: { rows, opens }, text } = await officer.get<Answer>(`/api/reports/${report.id}`, period)
  assert.equal(status, 200, text)
  assert.equal(rows.length, 1)
  const [row = {}] = rows
  for (const [column, figure] of Object.entries(row)) {
    if (told.includes(column)) continue
    const [, noun, id = '', query = ''] = /^\/(registers|matters)\/([\w.-]+)\??(.*)$/.exec(opens[0]?.[column] ?? '') ?? []
    const list = await officer.get<{ count?: number; total?: number }>(noun === 'registers' ? `/api/registers/${id}/summary?${query}` : `/api/matters/${id}?${query}&limit=1&total=true`)
    assert.equal(list.status, 200, `${column}: ${list.text}`)
    assert.equal(list.body.count ?? list.body.total, figure, `${report.id} ${column}`)
  }
  return row
}
const aCar = async (values: object = {}): Promise<string> => {
  cars += 1
  const basic = { engine: 'E1', registeredOn: '2024-02-20', colour: '黑', domestic: true, marked: 'marked', odometer: 1000, insuredUntil: '2027-01-31', inspectedUntil: '2027-01-31', displacement: '1.6' }
  return (await house.make(vehicle, { plate: `苏B7${String(1000 + cars)}`, vin: `LSVAU2180N35${String(10000 + cars)}`, organ: home, use: 'emergency', kind: 'car', energy: 'petrol', grade: 'ordinary', standing: 'inUse', boughtOn: '2024-02-01', parking: null, ...basic, ...values })).id
}
const stepTo = (matter: Matter, state: string): string => Object.keys(matter.steps).find((step) => matter.steps[step]?.to === state) ?? ''
/** As it was begun on the first day and went on until the last. */
async function past(matter: Matter, { form, facts = {}, days: [begun, ended], states: [first, last], rating = null }: { form: object; facts?: object; days: readonly [string, string?]; states: readonly [string, string?]; rating?: number | null }): Promise<void> {
  matters += 1
  const by = { person: officer.person, name: '郭承宇' }
  const at = (day: string): Date => new Date(`${day}T10:00:00+08:00`)
  await house.system.db.transaction().execute(async (tx) => house.system.matters.recordPast(tx, matter, [{
    id: randomUUID(), number: `${matter.prefix}-${begun.replaceAll('-', '')}-${String(matters).padStart(4, '0')}`, requester: by, organ: home, site: null, form: { ...form }, facts: { ...facts }, dueAt: null,
    happened: [{ at: at(begun), step: null, to: first, by }, ...(ended === undefined || last === undefined ? [] : [{ at: at(ended), step: stepTo(matter, last), to: last, by }])], rating: rating === null ? null : { stars: rating, words: null },
  }]))
}

test('a car that is renewed or disposed of counts in the month of each of its ends, and what is under way counts whenever it was begun', async () => {
  const vehicle = await aCar()
  const renewal = { vehicle, organ: home, why: 'renewal', grounds: '超过八年' }
  await past(disposal, { form: renewal, facts: { usable: 'usable' }, days: ['2026-10-12', '2026-11-05'], states: ['asked', 'kept'] })
  await past(disposal, { form: renewal, facts: { way: 'scrap' }, days: ['2026-11-02', '2026-11-20'], states: ['asked', 'closed'] })
  await past(disposal, { form: renewal, days: ['2026-11-03'], states: ['asked'] })
  await past(disposal, { form: { ...renewal, why: 'damaged' }, facts: { way: 'auction' }, days: ['2026-10-15', '2026-10-30'], states: ['asked', 'closed'] })
  await past(disposal, { form: { ...renewal, why: 'worn' }, days: ['2026-09-15', '2026-10-02'], states: ['asked', 'sold'] })
  await aCar({ boughtOn: '2026-11-30' })
  const { carsRenewed, carsDisposed } = subsystem.reports
  assert.deepEqual(await figures(carsRenewed, november), { asked: 2, ended: 2, kept: 1, open: 1, bought: 1 })
  assert.deepEqual(await figures(carsRenewed, october), { asked: 1, ended: 0, kept: 0, open: 1, bought: 0 })
  assert.deepEqual(await figures(carsDisposed, november), { asked: 2, judged: 1, going: 1, done: 1, scrapped: 1 })
  assert.deepEqual(await figures(carsDisposed, october), { asked: 2, judged: 1, going: 1, done: 1, scrapped: 0 })
})

test('a car with a field left empty is in the ledger and not complete', async () => {
  const parking = (await house.make(site, {})).id
  const known = async () => figures(subsystem.reports.basicDataKnown, november, ['complete', 'share'])
  const before = await known()
  const kept = await aCar({ parking })
  await aCar({ parking, energy: 'electric', displacement: null })
  await aCar({ parking, displacement: null })
  await aCar({ parking, standing: 'disposed' })
  await house.make(card, { number: 'A-1', vehicle: kept, kind: 'fuel', standing: 'inUse' })
  await house.make(card, { number: 'A-2', vehicle: kept, kind: 'fuel', standing: 'lost' })
  const after = await known()
  assert.deepEqual([Number(after['cars']) - Number(before['cars']), Number(after['complete']) - Number(before['complete']), Number(after['cards']) - Number(before['cards'])], [3, 2, 1])
  const { body } = await officer.get<{ cars: number; complete: number }>('/api/fleet/completeness')
  assert.deepEqual([after['cars'], after['complete']], [body.cars, body.complete], 'the page that opens says the same')
})

test('holidays, redress, driving without a slip and crossings are counted in the month they belong to', async () => {
  const vehicle = await aCar()
  const holiday = await house.make(immobilisation, { name: '国庆', begins: '2026-10-01', ends: '2026-10-07', concludedOn: null })
  await house.make(immobilisation, { name: '元旦', begins: '2026-12-31', ends: '2027-01-03', concludedOn: null })
  const seenBy = (await house.make(person, {})).id
  for (const [found, at] of [['asLeft', '2026-10-09'], ['elsewhere', '2026-10-10']] as const) await house.make(sealCheck, { immobilisation: holiday.id, vehicle, seenAt: `${at}T10:00:00+08:00`, seenBy, place: '地下车库', found, odometer: 1000 })
  await sql`update fleet.immobilisation set concluded_on = '2026-10-20' where id = ${holiday.id}::uuid`.execute(house.system.db)
  const { carsUsedByRule, carsOnline, fencesKept } = subsystem.reports

  const asked = { vehicle, organ: home, what: '没有派车单行驶 17.4 km' }
  await past(inquiry, { form: asked, facts: { alarm: 'withoutSlip', finding: 'approved' }, days: ['2026-11-02', '2026-11-03'], states: ['open', 'closed'] })
  await past(inquiry, { form: asked, facts: { alarm: 'withoutSlip', finding: 'unapproved' }, days: ['2026-11-04', '2026-11-05'], states: ['open', 'closed'] })
  await past(inquiry, { form: asked, facts: { alarm: 'withoutSlip' }, days: ['2026-11-06'], states: ['open'] })
  await past(inquiry, { form: asked, facts: { alarm: 'withoutSlip', finding: 'mistaken' }, days: ['2026-10-06', '2026-11-07'], states: ['open', 'closed'] })
  await past(inquiry, { form: asked, facts: { alarm: 'outOfBounds', finding: 'approved' }, days: ['2026-11-06', '2026-11-08'], states: ['open', 'closed'] })
  await past(inquiry, { form: asked, facts: { alarm: 'outOfBounds' }, days: ['2026-11-09'], states: ['open'] })
  const redress = { rule: 'unapprovedUse', vehicle, organ: home, what: '未经批准用车' }
  await past(fleetRedress, { form: redress, days: ['2026-11-05', '2026-11-12'], states: ['found', 'closed'] })
  await past(fleetRedress, { form: redress, days: ['2026-11-05', '2026-11-06'], states: ['found', 'dropped'] })
  await past(fleetRedress, { form: redress, days: ['2026-10-05'], states: ['found'] })
  await sql`
    insert into fleet.vehicle_day (vehicle, day, metres, unseen_metres, trips, driving_seconds, idling_seconds, fastest, first_at, last_at, positions, jumps, caught_up, course, reckoned_at)
    select ${vehicle}::uuid, day, 9000, 0, 1, 600, 0, 600, day, day, 10, 0, 0, '{}', ${house.clock.now()}::timestamptz from unnest(array['2026-11-02', '2026-11-03']::date[]) day`.execute(house.system.db)
  assert.deepEqual(await figures(carsUsedByRule, november), { held: 0, concluded: 0, seen: 0, amiss: 0, unapproved: 1, found: 1, mended: 1, open: 1 })
  assert.deepEqual(await figures(carsUsedByRule, october), { held: 1, concluded: 1, seen: 2, amiss: 1, unapproved: 0, found: 1, mended: 0, open: 1 })
  assert.deepEqual(await figures(carsOnline, november, ['heard']), { heard: 1, asked: 3, approved: 1, mistaken: 0, unapproved: 1, open: 1 })
  assert.deepEqual(await figures(carsOnline, october, ['heard']), { heard: 0, asked: 1, approved: 0, mistaken: 1, unapproved: 0, open: 0 })

  const corners = [{ longitude: '120.300000', latitude: '31.500000' }]
  for (const [name, kind, radius] of [['清溪区', 'district', 9000], ['机关大院停放区', 'site', 2000], ['市政府', 'destination', 300]] as const) await house.make(fence, { name, kind, site: null, radius, hoursFrom: null, hoursTo: null, lines: { corners } })
  const fences = { fences: 3, district: 1, yards: 1, destinations: 1, forbidden: 0, near: 2 }
  assert.deepEqual(await figures(fencesKept, november), { ...fences, crossed: 2, answered: 1 })
  assert.deepEqual(await figures(fencesKept, october), { ...fences, crossed: 0, answered: 0 })
})

test('journeys are rated in the month in which they were confirmed, and they are a share of what satisfies', async () => {
  const form = { purpose: 'meeting', why: '会议', whence: '机关大院', whither: '市政府', leavesAt: '2026-11-02T09:00:00+08:00', returnsAt: '2026-11-02T11:00:00+08:00', passengers: 2 }
  for (const [stars, day] of [[5, '2026-11-02'], [4, '2026-11-03'], [2, '2026-11-04'], [5, '2026-10-20'], [null, '2026-11-05']] as const) await past(use, { form, days: [day, day], states: ['drafted', 'closed'], rating: stars })
  assert.deepEqual(await figures(subsystem.reports.usesRated, november, ['share', 'stars']), { all: 3, good: 2, share: '66.7', stars: '3.67' })
  assert.deepEqual(await figures(subsystem.reports.usesRated, october, ['share', 'stars']), { all: 1, good: 1, share: '100.0', stars: '5.00' })
  assert.deepEqual(await figures(subsystem.reports.usesRated, { from: '2026-08-31T16:00:00Z', to: '2026-09-30T16:00:00Z' }, ['share', 'stars']), { all: 0, good: 0, share: null, stars: null })
})
