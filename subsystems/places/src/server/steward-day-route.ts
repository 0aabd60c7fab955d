// GET /api/places/steward-day 驻点一日: for whoever answers for the site, or may look over his shoulder.
import { mayReach } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { isDate } from '@houqin/clock'
import { auditor } from '@houqin/define'
import { isId } from '@houqin/fields'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { placesOfficer, steward } from '../contract/index.ts'
import { handoverDraft } from './handover-draft.ts'
import { stewardDay } from './steward-day.ts'
import type { FoundDay } from './steward-day.ts'
import type { Named, StewardDay } from '../contract/answers.ts'

const readers = [steward, placesOfficer, bureauLeader, auditor]

/** `?site=<id>&day=YYYY-MM-DD`; without a site the first that is the caller's. */
export function stewardDayRoute(app: FastifyInstance, system: System): void {
  app.get('/api/places/steward-day', { config: { rule: readers } }, async (request): Promise<StewardDay<Date, FoundDay['matters'][number]>> => {
    const query = Object.entries(request.query ?? {})
    const asked = Object.fromEntries(query.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    const actor = actorOf(request)
    const day = asked.day ?? system.clock.today()
    if (!isDate(day)) throw new Problem('bad-request', say(`“${day}”不是一个日期，应写作 2026-11-24。`, `“${day}” is no day; write it as 2026-11-24.`))
    const site = await siteOf(system, actor, asked.site)
    const found = await stewardDay({ system, actor, site, day })
    return { ...found, draft: handoverDraft(found) }
  })
}

async function siteOf({ db, clock }: System, { principal }: Actor, asked: string | undefined): Promise<Named> {
  const { rows } = await sql<Named>`
    select s.id, s.label as name from places.site s
      left join places.stewardship o on o.site = s.id and o.person = ${principal.person}::uuid and o.valid @> ${clock.today()}::date and o.retired_at is null and o.merged_into is null
     where s.retired_at is null and s.merged_into is null
       and ${asked === undefined ? sql`true` : isId(asked) ? sql`s.id = ${asked}::uuid` : sql`false`}
     order by o.id is null, s.managed desc, s.label collate "zh-natural"`.execute(db)
  const found = rows.find(({ id }) => mayReach(principal, readers, { site: id }))
  if (found) return found
  throw new Problem('not-found', say('没有这处场所，或它不在您的管理范围内。', 'There is no such site, or it is not within your reach.'))
}
