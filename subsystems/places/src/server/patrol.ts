// Patrols 巡查: made for a day from their route, due that evening; what was left out or found wrong is counted at the end.
import { systemActor } from '@houqin/access'
import { instantOf } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { ref } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Happened } from '@houqin/matters'
import type { PlanKind } from '@houqin/plans'
import { bureauLeader } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { patrol, patrolRoute, placesOfficer, steward } from '../contract/index.ts'

/** A patrol not finished by then is late. */
const dueAt = '20:00'

export function patrolPlans({ matters, registers }: System): PlanKind {
  return {
    id: patrol.id,
    title: say('巡查', 'Patrols'),
    write: [placesOfficer, steward],
    read: [bureauLeader],
    ahead: 0,
    input: { route: ref('路线', patrolRoute) },
    async make(tx, { day, site, input }) {
      const { lines, site: of } = await registers.get(tx, systemActor, patrolRoute, String(input['route']))
      if (of === null || typeof of !== 'object' || !('id' in of) || of.id !== site) throw new Problem('conflict', say('路线不属于这处场所，请改计划。', 'The route belongs to another site; change the plan.'))
      const points = (lines?.['points']?.rows ?? []).map(({ place, room, area, look }) => ({ place, room: idOf(room), area: idOf(area), look }))
      if (points.length === 0) throw new Problem('conflict', say('路线上还没有巡查点，请先补上。', 'The route has no points yet; add some.'))
      const { number } = await matters.start(tx, systemActor, patrol, { input: { route: input['route'], site, day }, lines: { points } })
      return number
    },
  }
}
function idOf(reference: unknown): string | null {
  return reference !== null && typeof reference === 'object' && 'id' in reference && typeof reference.id === 'string' ? reference.id : null
}

async function count(tx: Tx, matter: string): Promise<{ missed: number; faults: number }> {
  const { rows: [counted] } = await sql<{ missed: number; faults: number }>`
    select (count(*) filter (where outcome is null))::int as missed, (count(*) filter (where outcome = 'fault'))::int as faults
    from places.patrol__points where matter = ${matter}::uuid`.execute(tx)
  return counted ?? { missed: 0, faults: 0 }
}
async function keepCount({ tx, at, matter, engine }: Happened<typeof patrol>): Promise<{ missed: number }> {
  const { missed, faults } = await count(tx, matter.id)
  await engine.setFacts({ missed, faults, finishedAt: at.toISOString() })
  return { missed }
}

export const patrolEffects = effects(patrol, {
  async start({ matter, engine }) {
    await engine.setDue(instantOf({ date: matter.form.day, time: dueAt }))
  },
  async finish(taken) {
    const { missed } = await keepCount(taken)
    if (missed > 0) throw new Problem('step-not-possible', say(`还有 ${missed} 处没有走到。走完再点“巡查完毕”，或点“有几处没走到”并说明原因。`, `${missed} points have not been reached. Reach them, or say why they were left out.`))
  },
  async leave(taken) {
    await keepCount(taken)
    await taken.engine.involve(placesOfficer)
  },
  async overdue({ engine }) {
    await engine.involve(placesOfficer)
  },
})
