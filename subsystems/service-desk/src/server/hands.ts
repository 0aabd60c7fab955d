// GET /api/service-desk/hands?number= 派给谁: who may be sent to a repair, the best first, with what each has in hand.
import { instantOf } from '@houqin/clock'
import type { Db } from '@houqin/db'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { steward } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { dispatcher, repair, serviceOfficer } from '../contract/index.ts'
import type { Team } from '../contract/index.ts'
import type { Hand } from '../contract/answers.ts'

/** Only for those who dispatch; a repair the caller may not read is not found. */
export function handsRoute(app: FastifyInstance, system: System): void {
  app.get('/api/service-desk/hands', { config: { rule: [dispatcher, steward, serviceOfficer] } }, async (request) => {
    const number = new URLSearchParams(request.url.split('?')[1]).get('number')
    if (!number) throw new Problem('bad-request', say('请用 number 说明是哪一件报修。', 'Say which repair with `number`.'))
    const { site, facts } = await system.matters.read(system.db, actorOf(request), repair, number)
    const { clock, db } = system
    return { rows: await handsFor(db, { site: site?.id ?? null, category: idIn(facts['handledAs']), now: clock.now(), dayStart: instantOf({ date: clock.today() }) }) }
  })
}

/** Members of the teams that go to the site: those of the trade first, then whoever is there already, then whoever has least to do. */
export async function handsFor(db: Db, { site, category, now, dayStart }: { site: string | null; category: string | null; now: Date; dayStart: Date }): Promise<readonly Hand[]> {
  const { rows } = await sql<{
    id: string; name: string; team: string; teamName: string; trade: Team['trade']; fits: boolean; here: boolean; open: number; overdue: number; finishedToday: number
  }>`
    select p.id, p.label as name, t.id as team, t.label as "teamName", t.trade,
           t.trade is not distinct from (select c.trade from service_desk.category c where c.id = ${category}::uuid) as fits,
           coalesce(w.here, false) as here, coalesce(w.open, 0)::int as open, coalesce(w.overdue, 0)::int as overdue, coalesce(w.finished, 0)::int as "finishedToday"
      from service_desk.team t
      join service_desk.team__members b on b.parent = t.id
      join people.person p on p.id = b.person and p.standing = 'active' and p.merged_into is null and p.retired_at is null
      left join lateral (
        select count(*) filter (where m.state in ('dispatched', 'working')) as open,
               count(*) filter (where m.state in ('dispatched', 'working') and m.due_at <= ${now}) as overdue,
               count(*) filter (where f.finished_at >= ${dayStart}) as finished,
               bool_or(m.state in ('dispatched', 'working') and m.site = ${site}::uuid) as here
          from service_desk.repair f join matter.matter m on m.id = f.matter
         where f.worker = p.id and (m.closed_at is null or f.finished_at >= ${dayStart})
      ) w on true
     where t.retired_at is null and t.merged_into is null
       and exists (select 1 from service_desk.team__coverage c where c.parent = t.id and c.site = ${site}::uuid)
     order by fits desc, here desc, open, overdue, t.label collate "zh-natural", p.label collate "zh-natural"`.execute(db)
  return rows.map(({ id, name, team, teamName, ...rest }) => ({ person: { id, name }, team: { id: team, name: teamName }, ...rest }))
}

function idIn(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null
}
