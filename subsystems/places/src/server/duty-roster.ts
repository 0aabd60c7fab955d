// The roster 值班表: a plan makes the watch of a day for whoever's turn it is; two people swap when both agree.
import { systemActor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { ref } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import type { PlanKind } from '@houqin/plans'
import { Problem, say } from '@houqin/problem'
import { bureauLeader } from '@houqin/people'
import { sql } from 'kysely'
import { duty, dutyGroup, dutySwap, placesOfficer, steward } from '../contract/index.ts'
import type { Duty, DutyGroup } from '../contract/index.ts'

async function membersOf(db: Db | Tx, group: unknown): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`select person from places.duty_group__members where parent = ${String(group)}::uuid order by position`.execute(db)
  return rows.map(({ person }) => person)
}
const whoAt = (members: readonly string[], turn: number): string | null => members[turn % Math.max(1, members.length)] ?? null

export function dutyPlans({ registers }: System): PlanKind {
  return {
    id: duty.id,
    title: say('值班', 'Duties'),
    write: [placesOfficer, steward],
    read: [bureauLeader],
    ahead: 14,
    input: { group: ref('轮值组', dutyGroup) },
    async make(tx, { day, site, input, turn }) {
      const { rows: [group] } = await sql<Pick<DutyGroup, 'shift' | 'part' | 'site'>>`select shift, part, site from places.duty_group where id = ${String(input['group'])}::uuid`.execute(tx)
      const person = whoAt(await membersOf(tx, input['group']), turn)
      if (!group || person === null) throw new Problem('conflict', say('轮值组里还没有人，请先补上。', 'Nobody is in the group yet; add people.'))
      if (group.site !== site) throw new Problem('conflict', say('轮值组不属于这处场所，请改计划。', 'The group belongs to another site; change the plan.'))
      const { id } = await registers.insert(tx, systemActor, duty, { site, person, shift: group.shift, part: group.part, note: null, from: day, to: day })
      return id
    },
    async whose(db, input, turns) {
      const members = await membersOf(db, input['group'])
      return turns.map((turn) => whoAt(members, turn))
    },
  }
}

interface Watch extends Pick<Duty, 'id' | 'person' | 'version'> {
  readonly day: string
}
async function watch(tx: Tx, id: string): Promise<Watch | undefined> {
  const { rows } = await sql<Watch>`
    select d.id, d.person, d.version, lower(d.valid)::text as day from places.duty d where d.id = ${id}::uuid and d.retired_at is null and d.merged_into is null for update`.execute(tx)
  return rows[0]
}
const refuse = (at: string, zh: string, en: string): Problem => new Problem('bad-input', say(zh, en), { issues: [{ at, says: say(zh, en) }] })

export function dutySwapEffects({ registers, clock }: System): Effects {
  async function both(tx: Tx, { mine, theirs }: { mine: string; theirs: string }, requester: string | null): Promise<readonly [Watch, Watch]> {
    // in one order, whoever swaps what with whom: else two people who each agree at the same time wait for each other
    await sql`select from places.duty where id = any(${[mine, theirs]}::uuid[]) order by id for update`.execute(tx)
    const [own, other] = [await watch(tx, mine), await watch(tx, theirs)]
    if (!own || own.person !== requester) throw refuse('input.mine', '这不是您的班，只能拿自己的班去换。', 'That duty is not yours; only your own can be swapped.')
    if (!other || other.person === requester) throw refuse('input.theirs', '请选别人的班。', 'Choose somebody else’s duty.')
    if (own.day < clock.today() || other.day < clock.today()) throw refuse('input.mine', '已经过去的班不能换。', 'A duty that is past cannot be swapped.')
    return [own, other]
  }
  return effects(dutySwap, {
    async start({ tx, matter, engine }) {
      const [, { person }] = await both(tx, matter.form, matter.requester)
      await engine.setFacts({ other: person })
    },
    async agree({ tx, matter }) {
      const [own, other] = await both(tx, matter.form, matter.requester)
      if (other.person !== matter.facts.other) throw new Problem('step-not-possible', say('对方的班已经不是您的了，请让他重新提出。', 'That duty is no longer yours; have it asked for anew.'))
      await registers.update(tx, systemActor, duty, own.id, { person: other.person }, own.version)
      await registers.update(tx, systemActor, duty, other.id, { person: own.person }, other.version)
    },
  })
}
