// Five years of months 五年月度数据: sums taken over from an earlier ledger stand beside repairs held one by one, and each figure opens its own rows.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addDays } from '@houqin/clock'
import { pastFigure, serviceDesk as subsystem, serviceOfficer } from '@houqin/service-desk'
import { historyDays, pastFigures } from '@houqin/service-desk/seed'
import { serviceDesk } from '@houqin/service-desk/server'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'

const parts = [people, places, serviceDesk]
const { byMonth, byMonthAndCategory } = subsystem.reports
type Row = Readonly<Record<string, string | number | null>>
interface Answer { readonly rows: readonly Row[]; readonly opens: readonly Readonly<Record<string, string>>[] }
const fiveYears = { from: '2021-09-01T00:00:00+08:00', to: '2026-11-25T00:00:00+08:00' }

let house: TestSystem
let officer: Somebody
before(async () => {
  house = await testSubsystem(parts, { at: '2026-11-24T10:30:00+08:00' })
  const worldDate = house.clock.today()
  await house.system.db.transaction().execute(async (tx) => {
    for (const { demo } of parts) await demo?.base({ tx, system: house.system, worldDate })
    for (const { demo } of parts) await demo?.history?.({ tx, system: house.system, worldDate, progress: async () => undefined })
  })
  officer = await house.as(serviceOfficer)
})
async function answered(id: string, period: Readonly<Record<string, string>> = fiveYears, who: Somebody = officer): Promise<Answer> {
  const { status, body, text } = await who.get<Answer>(`/api/reports/${id}`, period)
  assert.equal(status, 200, text)
  return body
}
/** How many rows a list holds, and the sums of its quantities. */
async function behind(path: string): Promise<{ count: number; sums: Readonly<Record<string, string>> }> {
  const [, noun, id = '', query = ''] = /^\/(registers|matters)\/([\w.-]+)\?(.*)$/.exec(path) ?? []
  if (noun === 'registers') {
    const { status, body, text } = await officer.get<{ count: number; sums: Record<string, string> }>(`/api/registers/${id}/summary?${query}`)
    assert.equal(status, 200, text)
    return body
  }
  const { status, body, text } = await officer.get<{ total: number }>(`/api/matters/${id}?${query}&limit=1&total=true`)
  assert.equal(status, 200, text)
  return { count: body.total, sums: {} }
}

test('sixty months before the first repair, each said to be a sum, and none of them beside repairs of the same day', async () => {
  const { rows } = await answered(byMonth.id)
  const [held, summed] = [rows.filter(({ source }) => source === null), rows.filter(({ source }) => source !== null)]
  assert.deepEqual(held.map(({ month }) => month), ['2026-11', '2026-10', '2026-09'])
  assert.equal(summed.length, 61)
  assert.deepEqual([summed[0]?.['month'], summed.at(-1)?.['month']], ['2026-09', '2021-09'])
  const { body } = await officer.get<{ rows: readonly { to: string }[] }>(`/api/registers/${pastFigure.id}`, { sort: '-to', limit: '1' })
  assert.equal(body.rows[0]?.to, addDays(house.clock.today(), -historyDays), 'the day before the first repair')
})
for (const report of [byMonth, byMonthAndCategory])
  test(`${report.id}: every figure is what its list holds, months of sums and months of repairs alike`, async (t) => {
    const { rows, opens } = await answered(report.id)
    // of the many months by category a year and the living ones
    const places = rows.flatMap((row, place) => (report === byMonth || row['source'] === null || String(row['month']).startsWith('2024-07') ? [place] : []))
    for (const place of places)
      for (const column of ['asked', 'finished', 'inTime', 'rated']) {
        const figure = rows[place]?.[column]
        const { count, sums } = await behind(opens[place]?.[column] ?? '')
        assert.equal(rows[place]?.['source'] === null ? count : Number(sums[column]), figure, `${rows[place]?.['month']} ${column}: ${opens[place]?.[column]}`)
      }
    t.diagnostic(`${places.length} rows`)
  })
test('the seasons are there: July asks for air-conditioning, February for little, and year by year more is done in time', async () => {
  const { rows } = await answered(byMonthAndCategory.id)
  const asked = (month: RegExp, category?: string): number =>
    rows.filter((row) => row['source'] !== null && month.test(String(row['month'])) && (category === undefined || row['category'] === category)).reduce((sum, row) => sum + Number(row['asked']), 0)
  assert.ok(asked(/-07$/, '空调') > 2.5 * asked(/-04$/, '空调'), `${asked(/-07$/, '空调')} ${asked(/-04$/, '空调')}`)
  assert.ok(asked(/-06$/, '墙面地面') > 1.4 * asked(/-11$/, '墙面地面'))
  assert.ok(asked(/-02$/) < 0.85 * asked(/-03$/))
  const months = (await answered(byMonth.id)).rows.filter(({ source }) => source !== null)
  const share = (year: string): number => {
    const of = months.filter(({ month }) => String(month).startsWith(year))
    return of.reduce((sum, row) => sum + Number(row['inTime']), 0) / of.reduce((sum, row) => sum + Number(row['finished']), 0)
  }
  const shares = ['2022', '2023', '2024', '2025'].map(share)
  assert.deepEqual(shares, shares.toSorted((a, b) => a - b))
  assert.ok(share('2025') - share('2022') > 0.08)
})
test('a month that the period cuts is not told of: what happened on some of its days is not known', async () => {
  const { rows } = await answered(byMonth.id, { from: '2025-03-02T00:00:00+08:00', to: '2025-06-01T00:00:00+08:00' })
  assert.deepEqual(rows.map(({ month }) => month), ['2025-05', '2025-04'])
})
test('sums of the whole district are not told to whoever answers for a site of it', async () => {
  const dispatcher = await house.as('service-desk.dispatcher')
  assert.deepEqual((await answered(byMonth.id, fiveYears, dispatcher)).rows.filter(({ source }) => source !== null), [])
})
test('figures of one category and the same days are refused, with the row they stand in', async () => {
  const { body: { rows: [row] } } = await officer.get<{ rows: readonly { category: { id: string } }[] }>(`/api/registers/${pastFigure.id}`, { asOf: '2024-07-15', limit: '1' })
  const again = await officer.post<{ detail: string }>(`/api/registers/${pastFigure.id}`, {
    category: row?.category.id, asked: 1, finished: 1, inTime: 1, rated: 0, stars: 0, source: '又一份', from: '2024-07-01', to: '2024-07-31',
  })
  assert.equal(again.status, 409, again.text)
})
test('the same world gives the same months', async () => {
  const { rows } = await officer.get<{ rows: readonly { id: string; name: string; position: number }[] }>('/api/registers/service-desk.category').then(({ body }) => body)
  assert.equal(rows.length, 14)
  const categories = [{ id: rows[0]?.id ?? '', key: 'air' as const, name: '空调', trade: 'air' as const, urgentHours: 4, normalHours: 16, lowHours: 40, quickWords: '', keywords: '', position: 1 }]
  const world = { seed: 7, day: '2026-11-24' }
  assert.deepEqual(pastFigures(world, categories), pastFigures(world, categories))
  assert.notDeepEqual(pastFigures(world, categories), pastFigures({ ...world, seed: 8 }, categories))
})
