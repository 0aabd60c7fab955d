// Five years of patrols 五年巡查月度数据: sums from the books stand beside rounds held one by one, and each figure opens its own rows.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { pastPatrol, places as subsystem, placesOfficer, site, steward } from '@houqin/places'
import { places } from '@houqin/places/server'
import { people } from '@houqin/people/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'

const parts = [people, places]
const { id: report } = subsystem.reports.patrolsByMonth
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
  officer = await house.as(placesOfficer)
})
async function answered(who: Somebody, period: Readonly<Record<string, string>> = fiveYears): Promise<Answer> {
  const { status, body, text } = await who.get<Answer>(`/api/reports/${report}`, period)
  assert.equal(status, 200, text)
  return body
}
async function behind(who: Somebody, path: string): Promise<{ count: number; sums: Readonly<Record<string, string>> }> {
  const [, noun, id = '', query = ''] = /^\/(registers|matters)\/([\w.-]+)\?(.*)$/.exec(path) ?? []
  const { status, body, text } = await who.get<{ count?: number; sums?: Record<string, string>; total?: number }>(noun === 'registers' ? `/api/registers/${id}/summary?${query}` : `/api/matters/${id}?${query}&limit=1&total=true`)
  assert.equal(status, 200, text)
  return { count: body.count ?? body.total ?? -1, sums: body.sums ?? {} }
}

test('every figure of five years is what its list holds, sums and rounds alike', async (t) => {
  const { rows, opens } = await answered(officer)
  assert.deepEqual(rows.filter(({ source }) => source === null).map(({ month }) => month), ['2026-11', '2026-10', '2026-09'])
  assert.equal(rows.filter(({ source }) => source !== null).length, 61)
  for (const [place, row] of rows.entries())
    for (const column of ['planned', 'walked', 'gaps']) {
      const { count, sums } = await behind(officer, opens[place]?.[column] ?? '')
      assert.equal(row['source'] === null ? count : Number(sums[column]), row[column], `${row['month']} ${column}`)
    }
  t.diagnostic(`${rows.length} months`)
})
test('year by year more rounds are walked whole', async () => {
  const { rows } = await answered(officer)
  const shares = ['2022', '2023', '2024', '2025'].map((year) => {
    const of = rows.filter(({ month }) => String(month).startsWith(year))
    return of.reduce((sum, row) => sum + Number(row['walked']), 0) / of.reduce((sum, row) => sum + Number(row['planned']), 0)
  })
  assert.deepEqual(shares, shares.toSorted((a, b) => a - b))
})
test('a steward is told of the months of his own site alone', async () => {
  const { body: { rows: [managed] } } = await officer.get<{ rows: readonly { id: string }[] }>(`/api/registers/${site.id}`, { 'where.managed': 'true', limit: '1' })
  assert.ok(managed)
  const own = await house.as(steward, { site: managed.id })
  const period = { from: '2024-07-01T00:00:00+08:00', to: '2024-08-01T00:00:00+08:00' }
  const [all, mine] = [(await answered(officer, period)).rows[0], (await answered(own, period)).rows[0]]
  assert.equal(Number(all?.['planned']), 7 * Number(mine?.['planned']))
  assert.equal((await behind(own, (await answered(own, period)).opens[0]?.['planned'] ?? '')).count, 1)
})
test('two sums of one site for the same days are refused', async () => {
  const { body: { rows: [row] } } = await officer.get<{ rows: readonly { site: { id: string } }[] }>(`/api/registers/${pastPatrol.id}`, { asOf: '2024-07-15', limit: '1' })
  const again = await officer.post(`/api/registers/${pastPatrol.id}`, { site: row?.site.id, planned: 1, walked: 1, gaps: 0, source: '又一份', from: '2024-07-10', to: '2024-08-10' })
  assert.equal(again.status, 409, again.text)
})
