// The account of a car 单车核算: which kilometres count, what it cost, and how it stands beside its like.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { transaction } from '@houqin/db'
import { decimal } from '@houqin/define'
import { appointedShops, cost, fleetPublication, ownCars, plainInterior, refuelling, shop, singleCar, singleCarKept, vehicle, yearByOrgan } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import { organ as organs } from '@houqin/people'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'

let house: TestSystem
let officer: Somebody
let cars = 0

before(async () => {
  house = await testSubsystem([people, places, fleet], { at: '2026-11-24T09:00:00+08:00' })
  officer = await house.as('fleet.officer', { name: '郭承宇' })
})
async function car(values: object = {}): Promise<{ id: string; plate: string }> {
  cars += 1
  const plate = `苏B9${String(1000 + cars)}`
  const { id } = await house.make(vehicle, { plate, vin: `LSVAU2180N33${String(10000 + cars)}`, use: 'emergency', kind: 'car', energy: 'petrol', grade: 'ordinary', standing: 'inUse', boughtOn: '2024-02-01', ...values })
  return { id, plate }
}
async function heard(id: string, day: string, km: number): Promise<void> {
  await transaction(house.system.db, async (tx) => {
    await sql`
      insert into fleet.vehicle_day (vehicle, day, metres, unseen_metres, trips, driving_seconds, idling_seconds, fastest, first_at, last_at, positions, jumps, caught_up, course, reckoned_at)
      values (${id}, ${day}::date, ${km * 1000}, 0, 2, 3600, 300, 600, ${`${day}T09:00:00+08:00`}, ${`${day}T11:00:00+08:00`}, 100, 0, 0, '{}', ${house.clock.now()})`.execute(tx)
  })
}
const paid = (id: string, day: string, kind: string, amount: string, more: object = {}): Promise<unknown> => house.make(cost, { vehicle: id, day, kind, amount, ...more })
interface Account { readonly sums: Readonly<Record<string, string | number | null>>; readonly months: readonly (Readonly<Record<string, string | null>>)[] }
const accountOf = async (id: string, from: string, to: string): Promise<Account> => {
  const { status, body, text } = await officer.get<Account>('/api/fleet/account', { vehicle: id, from, to })
  assert.equal(status, 200, text)
  return body
}

test('kilometres of the terminal count; a car without one is counted by what was read at the pump; costs are exact and by month', async () => {
  const { id } = await car()
  await heard(id, '2026-09-10', 400)
  await heard(id, '2026-10-12', 600)
  await paid(id, '2026-09-11', 'fuel', '310.05', { quantity: '40.20' })
  await paid(id, '2026-10-13', 'fuel', '288.10', { quantity: '37.30' })
  await paid(id, '2026-10-20', 'repair', '401.85')
  const { sums, months } = await accountOf(id, '2026-09-01', '2026-10-31')
  assert.deepEqual(months.map(({ month, km, by, total, perKm }) => [month, km, by, total, perKm]), [['2026-09', '400.0', 'terminal', '310.05', '0.78'], ['2026-10', '600.0', 'terminal', '689.95', '1.15']])
  assert.equal(sums['km'], '1000.0')
  assert.equal(sums['total'], '1000.00')
  assert.equal(sums['perKm'], '1.00')
  assert.equal(sums['perHundred'], '7.8') // 77.50 L on 1000 km

  const deaf = await car()
  await paid(deaf.id, '2026-08-30', 'fuel', '300.00', { quantity: '40.00', odometer: 10_000 })
  await paid(deaf.id, '2026-09-28', 'fuel', '300.00', { quantity: '40.00', odometer: 10_500 })
  const read = await accountOf(deaf.id, '2026-09-01', '2026-09-30')
  assert.deepEqual(read.months.map(({ km, by }) => [km, by]), [['500.0', 'odometer']])
  await paid(deaf.id, '2026-10-12', 'fuel', '300.00', { quantity: '40.00', odometer: 9_800 })
  await paid(deaf.id, '2026-11-12', 'fuel', '300.00', { quantity: '40.00', odometer: 10_700 })
  const { months: later } = await accountOf(deaf.id, '2026-09-01', '2026-11-24')
  assert.deepEqual(later.map(({ month, km }) => [month, km]), [['2026-09', '500.0'], ['2026-10', null], ['2026-11', '200.0']], 'a reading that is lower was read wrong: no car drives backwards')
})

test('beside five of its like a car that costs twice as much stands first, and the standard says so; a month driven without an entry is a breach', async () => {
  for (const amount of ['500.00', '510.00', '520.00', '530.00', '2000.00']) {
    const { id } = await car({ use: 'other' })
    await heard(id, '2026-09-15', 1000)
    await paid(id, '2026-09-16', 'fuel', amount, { quantity: '70.00' })
  }
  const forgotten = await car({ use: 'special', kind: 'works' })
  await heard(forgotten.id, '2026-06-15', 900)
  await paid(forgotten.id, '2026-07-01', 'fuel', '700.00')
  const { body } = await officer.get<{ rows: readonly Readonly<Record<string, string>>[]; opens: readonly Readonly<Record<string, string>>[] }>(`/api/reports/${singleCar.id}`, { from: '2025-11-30T16:00:00Z', to: '2026-11-24T16:00:00Z' })
  assert.equal(body.rows[0]?.['perKm'], '2.00')
  assert.equal(body.rows[0]?.['median'], '0.52')
  assert.equal(body.rows[0]?.['share'], '384.6')
  assert.match(body.opens[0]?.['fuelCost'] ?? '', /where\.kind\.in=fuel%2Ccharging&where\.day\.gte=2025-12-01&where\.day\.lt=2026-11-25$/)
  const { body: audit } = await officer.get<{ rows: readonly { readonly findings: readonly { readonly level: string; readonly says: string; readonly cite: { readonly text: string } }[] }[] }>(`/api/standards/${singleCarKept.id}/audit`)
  const found = audit.rows.flatMap(({ findings }) => findings)
  assert.ok(found.some(({ level, says }) => level === 'warning' && says.endsWith('每公里 2.00 元，是同类同龄中位数 0.52 元的 384.6%')), JSON.stringify(found))
  const breach = found.find(({ level }) => level === 'breach')
  assert.equal(breach?.says, `${forgotten.plate} 有 1 个月行驶了却没有费用记录：2026-06（900.0 km）`)
  assert.match(breach?.cite.text ?? '', /待核/)
})

test('by organ the same costs add up to the same sum, and what nobody found is none', async () => {
  const period = { from: '2025-11-30T16:00:00Z', to: '2026-11-24T16:00:00Z' }
  const rowsOf = async (id: string): Promise<readonly Readonly<Record<string, string | number | null>>[]> => (await officer.get<{ rows: readonly Readonly<Record<string, string | number | null>>[] }>(`/api/reports/${id}`, period)).body.rows
  const sum = (rows: readonly Readonly<Record<string, string | number | null>>[]): string => decimal.sum(rows.map(({ total }) => String(total ?? '0')))
  const [cars, organs] = [await rowsOf(singleCar.id), await rowsOf(yearByOrgan.id)]
  assert.ok(cars.length > 0)
  assert.equal(sum(organs), sum(cars))
  assert.equal(organs.reduce((count, { cars: of }) => count + Number(of), 0), cars.length)
  assert.deepEqual(organs.map(({ unapproved }) => unapproved), organs.map(() => 0))
})

test('nobody but officers, leaders and auditors reads an account, and a graded car has none on this page', async () => {
  const secret = await car({ grade: 'cipher' })
  const { status } = await officer.get('/api/fleet/account', { vehicle: secret.id, from: '2026-01-01', to: '2026-11-24' })
  assert.equal(status, 404)
  const staff = await house.as('everyone', { name: '刘敏' })
  assert.equal((await staff.get('/api/fleet/account', { vehicle: secret.id, from: '2026-01-01', to: '2026-11-24' })).status, 403)
})

test('three cars of one class, two out at once: by its trips and slips one can go, and the day opens to who was out', async () => {
  const three = [await car({ use: 'confidential' }), await car({ use: 'confidential' }), await car({ use: 'confidential' })]
  const [first, second] = three
  assert(first && second)
  const out = (id: string, from: string, to: string) => transaction(house.system.db, async (tx) => {
    const place = sql`31491000, 120312000`
    const away = sql`31591000, 120412000`
    for (const [begins, ends, there] of [[from, `${from.slice(0, -2)}20`, true], [`${to.slice(0, -2)}00`, to, false]] as const)
      await sql`
        insert into fleet.trip (vehicle, day, begins, ends, from_latitude, from_longitude, to_latitude, to_longitude, metres, by_odometer, driving_seconds, idling_seconds, fastest, positions, caught_up, under_way)
        values (${id}, '2026-09-09', ${`2026-09-09T${begins}:00+08:00`}, ${`2026-09-09T${ends}:00+08:00`}, ${there ? sql`${place}, ${away}` : sql`${away}, ${place}`}, 9000, true, 600, 0, 600, 20, false, false)`.execute(tx)
  })
  // the second leaves while the first stands at its destination, between two trips
  await out(first.id, '09:00', '11:30')
  await out(second.id, '10:00', '12:30')
  for (const { id } of [first, second]) await heard(id, '2026-09-09', 18)
  interface Pools { readonly pools: readonly { readonly size: string; readonly cars: readonly { readonly id: string; readonly unproven: boolean; readonly days: number; readonly hours: number }[]; readonly peaks: readonly { readonly day: string; readonly most: number; readonly at: number }[]; readonly organs: readonly { readonly cars: number; readonly peak: number }[] }[] }
  const { status, body, text } = await officer.get<Pools>('/api/fleet/right-sizing', { use: 'confidential' })
  assert.equal(status, 200, text)
  const [pool] = body.pools
  assert.deepEqual(pool?.peaks, [{ day: '2026-09-09', most: 2, at: Date.parse('2026-09-09T10:00:00+08:00') }])
  assert.deepEqual(pool?.cars.map(({ unproven, days, hours }) => [unproven, days, hours]), [[false, 1, 2.5], [false, 1, 2.5], [true, 0, 0]])
  const { body: day } = await officer.get<{ rows: readonly { readonly car: { readonly name: string }; readonly number: string | null }[] }>('/api/fleet/right-sizing/day', { use: 'confidential', size: 'small', day: '2026-09-09' })
  assert.deepEqual(day.rows.map(({ car: { name }, number }) => [name, number]), [[first.plate, null], [second.plate, null]])
})

test('a refuelling beyond the tank is a breach whose inquiry is filled in; what fits is none', async () => {
  const { id, plate } = await car({ tank: 50 })
  await paid(id, '2026-11-20', 'fuel', '540.00', { quantity: '68.00', at: '2026-11-20T10:12:00+08:00' })
  await paid(id, '2026-11-10', 'fuel', '320.00', { quantity: '41.00', at: '2026-11-10T10:12:00+08:00' })
  const { body } = await officer.get<{ checked: number; rows: readonly { readonly findings: readonly { readonly says: string; readonly mend: { readonly matter: string; readonly fill: Readonly<Record<string, string>> } }[] }[] }>(`/api/standards/${refuelling.id}/audit`)
  const findings = body.rows.flatMap((row) => row.findings).filter(({ says }) => says.startsWith(plate))
  assert.deepEqual(findings.map(({ says }) => says), [`${plate} 2026-11-20 10:12 加油 68.00 L，油箱只有 50 L`])
  assert.equal(findings[0]?.mend.fill['vehicle'], id)
})

test('a repair that no appointed shop did, a luxury interior and a donated car are found; a repair at a shop whose agreement holds is not', async () => {
  const { id, plate } = await car({ interior: 'luxury', origin: 'donated' })
  const here = await house.make(shop, { name: '清溪汽修一厂', kind: 'repair', until: '2027-06-30' })
  await paid(id, '2026-08-02', 'repair', '900.00', { shop: here.id })
  await paid(id, '2026-08-03', 'repair', '2680.00')
  const said = async (standard: { readonly id: string }): Promise<readonly string[]> => {
    const { body } = await officer.get<{ rows: readonly { readonly findings: readonly { readonly says: string }[] }[] }>(`/api/standards/${standard.id}/audit`)
    return body.rows.flatMap(({ findings }) => findings.map(({ says }) => says)).filter((one) => one.startsWith(plate))
  }
  assert.deepEqual(await said(appointedShops), [`${plate} 2025-11-25 至 2026-11-24 在定点以外维修保养 2,680.00 元`])
  assert.deepEqual(await said(plainInterior), [`${plate} 登记为豪华内饰`])
  assert.deepEqual(await said(ownCars), [`${plate} 的来源是接受捐赠`])
})

test('the year of the cars is frozen, checked by another and read by everybody; its cars open for who keeps them; a correction is an edition of its own with its reason', async () => {
  const organ = await house.make(organs, {})
  const { id, plate } = await car({ organ: organ.id })
  await heard(id, '2026-05-12', 250)
  await paid(id, '2026-05-13', 'fuel', '150.25', { quantity: '20.00' })
  const [staff, second] = [await house.as('everyone', { name: '刘敏' }), await house.as('fleet.officer', { name: '谢晓琳' })]
  interface Sheet { readonly rows: readonly { readonly organ: string; readonly cars: number; readonly km: string; readonly total: string }[] }
  interface Editions { readonly rows: readonly { readonly number: string; readonly edition: number; readonly corrects: string | null; readonly until: string }[] }
  const of = async (who: Somebody, number: string) => (await who.get<Sheet>(`/api/fleet/publications/${number}`)).body.rows.find((row) => row.organ === organ.id)
  await assert.rejects(officer.ask(fleetPublication, { year: 2027 }), { problem: 'bad-input' })
  const draft = await officer.ask(fleetPublication, { year: 2026 })
  await assert.rejects(officer.ask(fleetPublication, { year: 2026 }), { problem: 'conflict' })
  assert.deepEqual((await staff.get<Editions>('/api/fleet/publications')).body.rows, [])
  assert.equal((await staff.get(`/api/fleet/publications/${draft.number}`)).status, 404)
  assert.deepEqual(await of(second, draft.number).then((row) => [row?.km, row?.total]), ['250.0', '150.25'])
  await assert.rejects(officer.take(draft, 'check'), { problem: 'not-allowed' })
  await officer.take(await second.take(draft, 'check'), 'publish')
  await paid(id, '2026-06-01', 'toll', '49.75')
  assert.equal((await of(staff, draft.number))?.total, '150.25', 'what was published stays as it was')
  const { body: cars } = await second.get<{ rows: readonly { readonly plate: string; readonly total: string }[] }>(`/api/fleet/publications/${draft.number}/cars`, { organ: organ.id })
  assert.deepEqual(cars.rows.map((one) => [one.plate, one.total]), [[plate, '150.25']])
  assert.equal((await staff.get(`/api/fleet/publications/${draft.number}/cars`, { organ: organ.id })).status, 403)
  assert.equal((await staff.get(`/api/fleet/publications/${draft.number}/export.xlsx`)).status, 200)
  await assert.rejects(officer.ask(fleetPublication, { year: 2026 }), { problem: 'bad-input' })
  const more = await officer.ask(fleetPublication, { year: 2026, corrects: '补记一笔通行费' })
  await officer.take(await second.take(more, 'check'), 'publish')
  assert.equal((await of(staff, more.number))?.total, '200.00')
  const { rows } = (await staff.get<Editions>('/api/fleet/publications')).body
  assert.deepEqual(rows.map(({ number, edition, corrects, until }) => [number, edition, corrects, until]), [[more.number, 2, '补记一笔通行费', '2026-11-23'], [draft.number, 1, null, '2026-11-23']])
})

test('utilisation counts working days, hours and how many at once; a car of which nothing tells is not called idle', async () => {
  const organ = await house.make(organs, {})
  const own = { organ: organ.id, use: 'confidential' }
  const [out, idle, deaf] = [await car(own), await car(own), await car(own)]
  await heard(idle.id, '2026-03-03', 0)
  await heard(out.id, '2026-03-03', 20)
  const trip = (id: string, day: string, from: string, to: string) => sql`
    insert into fleet.trip (vehicle, day, begins, ends, from_latitude, from_longitude, to_latitude, to_longitude, metres, by_odometer, driving_seconds, idling_seconds, fastest, positions, caught_up, under_way)
    values (${id}, ${day}::date, ${`${day}T${from}:00+08:00`}, ${`${day}T${to}:00+08:00`}, 31490000, 120310000, 31490000, 120310000, 10000, true, 3600, 0, 500, 100, false, false)`.execute(house.system.db)
  await trip(out.id, '2026-03-03', '09:00', '10:30') // a Tuesday
  await trip(out.id, '2026-03-07', '14:00', '15:00') // a Saturday
  interface Used { readonly workingDays: number; readonly cars: readonly { readonly id: string; readonly known: boolean; readonly days: number; readonly restDays: number; readonly hours: number; readonly last: string | null }[]; readonly organs: readonly { readonly key: string; readonly cars: number; readonly known: number; readonly idle: number; readonly peak: number }[] }
  const { status, body, text } = await officer.get<Used>('/api/fleet/utilisation', { from: '2026-03-02', to: '2026-03-08' })
  assert.equal(status, 200, text)
  assert.equal(body.workingDays, 5)
  const of = (id: string) => { const one = body.cars.find((each) => each.id === id); return [one?.known, one?.days, one?.restDays, one?.hours, one?.last] }
  assert.deepEqual([of(out.id), of(idle.id), of(deaf.id)], [[true, 1, 1, 2.5, '2026-03-07'], [true, 0, 0, 0, null], [false, 0, 0, 0, null]])
  const its = body.organs.find(({ key }) => key === organ.id)
  assert.deepEqual([its?.cars, its?.known, its?.idle, its?.peak], [3, 2, 1, 1])
  const { body: day } = await officer.get<{ rows: readonly { readonly car: { readonly id: string } }[] }>('/api/fleet/utilisation/day', { day: '2026-03-03', use: 'confidential', organ: organ.id })
  assert.deepEqual(day.rows.map(({ car: { id } }) => id), [out.id])
})

test('the sheets are workbooks: figures are numbers, days are days, and the last row is their sum', async () => {
  const { id, plate } = await car({ use: 'special', kind: 'truck' })
  await heard(id, '2026-05-12', 120)
  await heard(id, '2026-06-12', 80.5)
  await paid(id, '2026-05-13', 'fuel', '1150.25', { quantity: '150.00' })
  await paid(id, '2026-06-13', 'fuel', '310.10', { quantity: '40.50' })
  const sheetOf = async (path: string): Promise<ExcelJS.Worksheet> => {
    const { status, bytes } = await officer.get(path)
    assert.equal(status, 200, path)
    const book = new ExcelJS.Workbook()
    // exceljs declares a Buffer of its own
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const [sheet] = book.worksheets
    assert.ok(sheet)
    return sheet
  }
  const account = await sheetOf(`/api/fleet/account/export.xlsx?vehicle=${id}&from=2026-05-01&to=2026-06-30`)
  const cell = (sheet: ExcelJS.Worksheet, row: number, head: string): unknown => sheet.getRow(row).getCell((sheet.getRow(1).values as unknown[]).indexOf(head)).value
  assert.deepEqual([2, 3, 4].map((row) => [cell(account, row, '月份'), cell(account, row, '里程（km）'), cell(account, row, '加油（L）'), cell(account, row, '合计（元）')]), [['2026-05', 120, 150, 1150.25], ['2026-06', 80.5, 40.5, 310.1], ['合计', 200.5, 190.5, 1460.35]])
  const use = await sheetOf('/api/fleet/utilisation/export.xlsx?from=2026-05-01&to=2026-05-31')
  const plates = use.getColumn(1).values as unknown[]
  assert.ok(plates.includes(plate))
  assert.match(String(cell(use, use.rowCount, '车牌号')), /^合计 \d+ 辆$/)
  // a report's own workbook: what can be added up is, exact; of so much per km there is no sum
  const cars = await sheetOf(`/api/reports/${singleCar.id}/export.xlsx?from=2026-04-30T16:00:00Z&to=2026-06-30T16:00:00Z`)
  const down = (head: string): readonly number[] => Array.from({ length: cars.rowCount - 2 }, (_, nth) => Number(cell(cars, nth + 2, head) ?? 0))
  assert.ok(down('费用合计（元）').length > 1)
  assert.deepEqual([cell(cars, cars.rowCount, '车牌号'), cell(cars, cars.rowCount, '费用合计（元）'), cell(cars, cars.rowCount, '每公里费用（元）'), cell(cars, cars.rowCount, '车龄（年）')],
    ['合计', Math.round(down('费用合计（元）').reduce((sum, one) => sum + one, 0) * 100) / 100, null, null])
  const sized = await sheetOf('/api/fleet/right-sizing/export.xlsx?use=emergency&size=small&give=1&reserve=0')
  assert.match(String(cell(sized, sized.rowCount, '测算')), /^可减 \d+ 辆，保留 \d+ 辆$/)
  const fixed = Array.from({ length: sized.rowCount - 2 }, (_, nth) => Number(cell(sized, nth + 2, '固定费用（元）')))
  assert.equal(cell(sized, sized.rowCount, '固定费用（元）'), Math.round(fixed.reduce((sum, one) => sum + one, 0) * 100) / 100)
  const complete = await sheetOf('/api/fleet/completeness/export.xlsx')
  const figures = (complete.getColumn(2).values as unknown[]).slice(2).map(Number)
  assert.equal(figures.at(-1), figures.slice(0, -1).reduce((sum, one) => sum + one, 0))
})
