// Every figure of every report opens to exactly its rows: each cell of the demonstration, as the bureau's leader reads it.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { callerOf, testSubsystem } from '@houqin/testing/subsystem'
import type { Caller, TestSystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'

interface Answer {
  readonly columns: Readonly<Record<string, { readonly kind: string }>>
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
  readonly opens: readonly Readonly<Record<string, string>>[]
}
/** Reckoned from the rows that open, and not how many they are. */
const reckoned: Readonly<Record<string, readonly string[]>> = {
  'places.patrols-by-month': ['share'], 'service-desk.by-month': ['share', 'stars'], 'service-desk.by-month-and-category': ['share', 'stars'], 'service-desk.on-time': ['share'], 'service-desk.reopened': ['share'], 'service-desk.rating': ['stars'], 'service-desk.by-category': ['hours', 'material'],
  'service-desk.repairs-done': ['share'], 'fleet.uses-rated': ['share', 'stars'], 'service-desk.repairs-rated': ['share', 'stars'], 'service-desk.repairs-answered': ['share'],
  'goals.surveys-answered': ['share'], 'goals.surveys-by-organ': ['safe', 'orderly', 'efficient', 'overall'],
  'office-space.rooms-by-site': ['people', 'each'], 'office-space.rooms-by-kind': ['given', 'people'],
}

let house: TestSystem
before(async () => {
  house = await testSubsystem(parts, { at: '2026-11-24T10:30:00+08:00' })
  const worldDate = house.clock.today()
  await house.system.db.transaction().execute(async (tx) => {
    for (const { demo } of parts) await demo?.base({ tx, system: house.system, worldDate })
    for (const { demo } of parts) await demo?.history?.({ tx, system: house.system, worldDate, progress: async () => undefined })
  })
})

async function signedIn(username: string): Promise<Caller> {
  const { password } = parts.flatMap(({ demo }) => demo?.accounts ?? []).find((one) => one.username === username) ?? { password: '' }
  const { body } = await house.anonymous().post<{ token: string }>('/api/session', { username, password })
  return callerOf(house.app, { token: body.token })
}

/** What the list behind a figure holds: how many rows, and the sums of its quantities. */
async function behind(who: Caller, path: string): Promise<{ count: number; sums: readonly string[] }> {
  const [, noun, id, query = ''] = /^\/(registers|matters)\/([\w.-]+)(?:\?(.*))?$/.exec(path) ?? []
  assert.ok(noun && id, path)
  if (noun === 'registers') {
    const { status, body, text } = await who.get<{ count: number; sums: Record<string, string> }>(`/api/registers/${id}/summary?${query}`)
    assert.equal(status, 200, `${path}: ${text}`)
    return { count: body.count, sums: Object.values(body.sums) }
  }
  const { status, body, text } = await who.get<{ total: number }>(`/api/matters/${id}?${query}&limit=1&total=true`)
  assert.equal(status, 200, `${path}: ${text}`)
  return { count: body.total, sums: [] }
}
/** Behind a figure or a sentence, and not in the list of reports. */
const behindFigures = parts.flatMap(({ subsystem }) => Object.values(subsystem.reports)).filter(({ claim, goal }) => claim ?? goal)
/** Pages that hold the rows of several lists, each opened from there. */
const pages = ['/reports/', '/fleet/car-days', '/fleet/account', '/fleet/check', '/office-space/organ', '/office-space/district', '/standards']
const isPage = (path: string): boolean => pages.some((one) => path.startsWith(one))
const isOneRow = (path: string): boolean => /^\/(?:registers\/[\w.-]+\/[0-9a-f-]{36}|matters\/[\w.-]+\/[A-Z]+-[\d-]+)$/.test(path)

for (const username of ['gu.mingyuan', 'sun.xiaowen', 'shen.lihua', 'zhou.jianguo'])
  test(`as ${username} reads them`, async (t) => {
    const who = await signedIn(username)
    const { body: { rows: reports } } = await who.get<{ rows: readonly { id: string }[] }>('/api/reports')
    const wrong: string[] = []
    const known = new Map<string, Promise<{ count: number; sums: readonly string[] }>>()
    let cells = 0
    for (const { id } of [...reports, ...behindFigures]) {
      const { status, body, text } = await who.get<Answer>(`/api/reports/${id}`)
      if (status === 403 && behindFigures.some((one) => one.id === id)) continue
      assert.equal(status, 200, text)
      for (const [place, row] of body.rows.entries())
        for (const [column, { kind }] of Object.entries(body.columns)) {
          const path = body.opens[place]?.[column]
          const figure = row[column]
          if (kind === 'text' || path === undefined || isOneRow(path) || isPage(path) || figure === null || figure === undefined) continue
          cells += 1
          const rows = known.get(path) ?? behind(who, path)
          known.set(path, rows)
          const { count, sums } = await rows
          const right = reckoned[id]?.includes(column) || (kind === 'int' ? count === figure : sums.some((sum) => Number(sum) === Number(figure)) || (Number(figure) === 0 && count === 0))
          if (!right) wrong.push(`${id} ${column} says ${figure}, ${path} holds ${count} (${sums.join(', ')})`)
        }
    }
    t.diagnostic(`${reports.length} reports, ${cells} figures, ${known.size} lists`)
    assert.ok(cells > 100, String(cells))
    assert.deepEqual(wrong, [])
  })
