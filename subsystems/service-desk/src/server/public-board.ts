// GET /api/service-desk/board 公示栏: what was asked and what came of it, without names, for everybody who has signed in.
import { addDays, instantOf } from '@houqin/clock'
import type { Db } from '@houqin/db'
import type { System } from '@houqin/http'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { PublicBoard, Voice } from '../contract/answers.ts'

const shownDays = 30
const shownVoices = 60

export function publicBoardRoute(app: FastifyInstance, system: System): void {
  app.get('/api/service-desk/board', { config: { rule: 'signed-in' } }, () => publicBoard(system.db, system.clock.today()))
}

/** The last thirty days up to `today`. */
export async function publicBoard(db: Db, today: string): Promise<PublicBoard> {
  const from = addDays(today, -shownDays)
  const { rows: repairs } = await sql<PublicBoard['repairs'][number]>`
    select s.label as site, count(*)::int as closed, (count(*) filter (where f.finished_at <= f.promised_at))::int as "inTime",
           count(f.finished_at)::int as finished, round(avg(m.rating), 1)::text as stars
      from matter.matter m join service_desk.repair f on f.matter = m.id join places.site s on s.id = m.site
     where m.state = 'closed' and m.closed_at >= ${instantOf({ date: from })}
     group by s.label order by count(*) desc, s.label limit 20`.execute(db)
  const { rows: voices } = await sql<Omit<Voice, 'closedAt'> & { closedAt: Date | null }>`
    select v.kind, v.digest, v.answer, v.verdict, m.closed_at as "closedAt"
      from (select matter, 'complaint' as kind, digest, answer, null as verdict from service_desk.complaint where published
            union all select matter, 'suggestion', digest, answer, verdict from service_desk.suggestion where published
            union all select matter, 'praise', digest, reply, null from service_desk.praise where published) v
      join matter.matter m on m.id = v.matter
     where v.digest is not null and v.answer is not null
     order by coalesce(m.closed_at, m.state_since) desc limit ${shownVoices}`.execute(db)
  return { from, to: today, repairs, voices: voices.map(({ closedAt, ...rest }) => ({ ...rest, closedAt: closedAt?.toISOString() ?? null })) }
}
