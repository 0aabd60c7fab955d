// Every figure a standard judges by names the provision it was taken from, and says no other number and no more than was read.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueOf } from '@houqin/define'
import type { AnyStandard } from '@houqin/define'
import { curatedFigures, readingRows, unboundFigures } from '@houqin/regulations/figures'
import { parts } from '../src/subsystems.ts'

const { standards } = catalogueOf(parts.map(({ subsystem }) => subsystem))

test('every declared value stands to its provision', () => {
  assert.deepEqual(unboundFigures(standards.values(), curatedFigures, readingRows), [])
})
test('every bound provision is a reading row once a unit, its figures stand in what the row says, and a value uses it', () => {
  assert.equal(new Set(curatedFigures.map(({ provision, unit }) => `${provision} ${unit}`)).size, curatedFigures.length)
  const named = new Set([...standards.values()].flatMap(({ values }) => values.map(({ provision }) => provision)))
  for (const { provision, figures } of curatedFigures) {
    const row = readingRows.find(({ code }) => code === provision)
    assert.ok(row, provision)
    assert.ok(named.has(provision), `${provision} drives no standard`)
    for (const figure of figures) assert.ok(writtenAs(figure).some((written) => row.value.includes(written) || row.condition?.includes(written)), `${provision} does not say ${figure}: ${row.value}`)
  }
})
/** A provision writes 万 for four noughts, and forbids where the figure is none. */
const writtenAs = (figure: string): readonly string[] => (figure === '0' ? ['不得'] : [figure, figure.replace(/0000$/, '万')])
test('another number, unit, mark or nothing named is told', () => {
  const [known] = [...standards.values()].filter(({ values }) => values.some(({ provision }) => provision !== undefined))
  assert.ok(known)
  const [value] = known.values
  assert.ok(value)
  const told = (changed: Partial<typeof value>, more: Partial<AnyStandard> = {}): string =>
    unboundFigures([{ ...known, ...more, values: [{ ...value, ...changed }] }], curatedFigures, readingRows).join()
  assert.match(told({ value: '999' }), /says/)
  assert.match(told({ provision: 'NONE-01' }), /is no reading row/)
  assert.match(told({ cite: { ...value.cite, mark: 'V', clause: '第一条' } }), /is marked V/)
  assert.match(unboundFigures([{ ...known, values: [{ parameter: value.parameter, value: value.value, from: value.from, cite: value.cite }] }], curatedFigures, readingRows).join(), /names no provision/)
})
