// 问一问 over the whole house: a clause names the standards that check it, and what mends a breach of it is the button of whoever may begin it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { disposal, eightYears, fleetOfficer, newEnergyShare } from '@houqin/fleet'
import { roomTemperatureLimits } from '@houqin/places'
import type { Answer } from '@houqin/regulations'
import { testSubsystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'

test('a clause leads to the standards that check it, and whoever may mend a breach to that', async () => {
  const house = await testSubsystem(parts)
  await house.settle()
  const [staff, officer] = [await house.as('everyone'), await house.as(fleetOfficer)]
  const ask = async (by: typeof staff, q: string): Promise<Extract<Answer, { found: true }>> => {
    const { body } = await by.get<Answer>('/api/regulations/ask', { q })
    assert.ok(body.found, q)
    return body
  }
  const checkedBy = ({ clause }: Extract<Answer, { found: true }>): readonly string[] => clause.checkedBy.map(({ standard }) => standard)
  assert.deepEqual(checkedBy(await ask(staff, '办公室空调能开到多少度')), [roomTemperatureLimits.id])
  assert.ok(checkedBy(await ask(staff, '公车新能源占比')).includes(newEnergyShare.id))
  const [asStaff, asOfficer] = [await ask(staff, '公车几年可以更新'), await ask(officer, '公车几年可以更新')]
  assert.ok(checkedBy(asStaff).includes(eightYears.id), JSON.stringify(asStaff))
  assert.equal(asOfficer.matter?.matter, disposal.id)
  assert.notEqual(asStaff.matter?.matter, disposal.id, 'nobody is offered what he may not begin')
})
