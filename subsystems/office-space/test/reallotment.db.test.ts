// Re-allotment over the house 调剂的来回: proposed in words, changed by the officer, ordered as matters, carried out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { spaceDesk } from './space-desk.ts'

interface Proposed {
  readonly fewest: boolean
  readonly before: number
  readonly left: readonly string[]
  readonly moves: readonly { readonly kind: string; readonly person: { readonly id: string; readonly name: string } | null; readonly organ: { readonly id: string }; readonly from: { readonly id: string }; readonly to: { readonly id: string } | null; readonly says: string; readonly why: string; readonly open: string | null }[]
}
test('the fewest moves are proposed in words, changed by the officer, ordered as matters, and what is left is nothing', async () => {
  const desk = await spaceDesk()
  const [large, fitting, other] = [await desk.office('701', '22.00'), await desk.office('702', '12.00', { seats: 1 }), await desk.office('703', '11.00', { seats: 1 })]
  const [deputy, gone] = [await desk.somebody('周琳', 'sectionDeputy'), await desk.somebody('吴启明', 'below', { standing: 'retired', leftOn: '2026-08-01' })]
  await sql`update people.post set valid = daterange('2024-01-01', '2026-08-01', '[]') where person = ${gone}`.execute(desk.system.db)
  await desk.sits(deputy, large)
  await desk.sits(gone, await desk.office('704', '9.00'))
  const propose = async (more: object = {}, by = desk.officer): Promise<Proposed> => {
    const { status, body, text } = await by.post<Proposed>('/api/office-space/reallotment', { scope: { organ: desk.bureau }, ...more })
    assert.equal(status, 200, text)
    return body
  }
  const first = await propose()
  assert.deepEqual([first.fewest, first.left, first.moves.length], [true, [], first.before])
  const move = first.moves.find(({ person }) => person?.id === deputy)
  assert.match(move?.says ?? '', /周琳（副科级）由1号楼 701（22\.00 ㎡）调到1号楼 70[23]（1[12]\.00 ㎡）（公用房源，办结时一并分配）/)
  assert.match(move?.why ?? '', /701.*1 人上限合计 12\.00 ㎡，超标/)
  assert.ok(first.moves.some(({ kind, person, says }) => kind === 'vacate' && person?.id === gone && says.includes('吴启明退出')))

  const elsewhere = (await propose({ forbidden: [move?.to?.id ?? ''] })).moves.find(({ person }) => person?.id === deputy)
  assert.deepEqual(new Set([move?.to?.id, elsewhere?.to?.id]), new Set([fitting, other]))
  const kept = await propose({ locked: [deputy] })
  assert.equal(kept.moves.some(({ person }) => person?.id === deputy), false)
  assert.equal((await (await desk.as('everyone', { name: '刘敏' })).post('/api/office-space/reallotment', { scope: {} })).status, 403)
  assert.equal((await desk.officer.post('/api/office-space/reallotment', { scope: { organ: desk.bureau, building: desk.bureau } })).status, 422)

  const orders = first.moves.map(({ organ, person, from, to, says, why }) => ({ organ: organ.id, person: person?.id ?? null, from: from.id, to: to?.id ?? null, what: `${says}。${why}。` }))
  const late = await desk.officer.post<{ detail: string }>('/api/office-space/reallotment/orders', { moves: orders, until: '2026-11-01' })
  assert.deepEqual([late.status, late.body.detail], [422, '改好的期限已经过了，请改。'])
  const ordered = await desk.officer.post<{ numbers: readonly string[] }>('/api/office-space/reallotment/orders', { moves: orders, until: '2026-12-10' })
  assert.equal(ordered.status, 201, ordered.text)
  assert.deepEqual((await propose()).moves.map(({ open }) => open ?? '').toSorted((a, b) => a.localeCompare(b)), ordered.body.numbers.toSorted((a, b) => a.localeCompare(b)))
  for (const number of ordered.body.numbers) {
    const asked = await desk.officer.get<{ version: number }>(`/api/matters/office-space.redress/${number}`)
    const { status, text } = await desk.officer.post(`/api/matters/office-space.redress/${number}/steps/conclude`, { version: asked.body.version })
    assert.equal(status, 200, text)
  }
  assert.deepEqual((await propose()).moves, [])
})
