// Nothing stuck 不留死角: from every state somebody on our side, or the clock, can move every matter on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requester, statesBefore } from '@houqin/define'
import type { Matter } from '@houqin/define'
import { complaint, praise, repair, suggestion } from '@houqin/service-desk'

for (const matter of [repair, complaint, suggestion, praise] as readonly Matter[]) {
  test(`${matter.title}：每个状态走得到、走得出，不靠报的人也走得出`, () => {
    const steps = Object.values(matter.steps)
    for (const [name, state] of Object.entries(matter.states)) {
      if (name !== matter.start) assert.ok(steps.some((step) => step.to === name), `没有一步走到“${state.title}”`)
      if (state.final) continue
      const leaving = steps.filter((step) => statesBefore(step).includes(name) && step.to !== undefined && step.to !== name)
      assert.ok(leaving.some((step) => step.by.some((party) => party !== requester)), `“${state.title}”只有报的人能动`)
    }
  })
  test(`${matter.title}：每个状态最多一个首选按钮`, () => {
    for (const [name, state] of Object.entries(matter.states)) {
      const primary = Object.values(matter.steps).filter((step) => step.primary && statesBefore(step).includes(name))
      const byOne = Map.groupBy(primary.flatMap((step) => step.by.map((party) => JSON.stringify(party))), (party) => party)
      assert.ok([...byOne.values()].every((list) => list.length <= 1), `“${state.title}”有两个首选`)
    }
  })
}
