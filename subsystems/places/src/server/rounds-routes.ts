// What the pages of rounds ask 巡查与值班: which point of a patrol a scanned code is, and who is on duty at a site in the coming days.
import type { Actor } from '@houqin/access'
import { addDays, localTime } from '@houqin/clock'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { patrol, placesOfficer, steward } from '../contract/index.ts'
import type { Duty } from '../contract/index.ts'
import { calendar } from './plans.ts'
import type { DutyBoard, Watch } from '../contract/answers.ts'

const scanned = z.strictObject({ number: z.string().min(1).max(40), code: z.string().min(1).max(80) })
const board = z.strictObject({ site: z.uuid().optional() })
const boardDays = 14

export function roundsRoutes(app: FastifyInstance, system: System): void {
  const tags = ['场所']
  app.get('/api/places/patrol-point', { config: { rule: [steward, placesOfficer] }, schema: { tags, querystring: scanned } }, async (request) => {
    const { number, code } = scanned.parse(request.query)
    const { lines } = await system.matters.read(system.db, actorOf(request), patrol, number)
    const row = await system.registers.rowOfCode(system.db, code)
    const point = lines['points']?.rows.find(({ room, area }) => row !== undefined && [room, area].some((one) => isReference(one) && one.id === row.row))
    if (point) return { id: point['id'], place: point['place'] }
    throw new Problem('not-found', say('这个码不是这条路线上的点，请核对是不是走错了地方。', 'This code belongs to no point of the route; check where you are.'))
  })
  app.get('/api/places/duty-board', { config: { rule: 'signed-in' }, schema: { tags, querystring: board } }, async (request) => dutyBoard(system, actorOf(request), board.parse(request.query).site))
}
function isReference(value: unknown): value is { readonly id: string } {
  return value !== null && typeof value === 'object' && 'id' in value && typeof value.id === 'string'
}

interface OnWatch {
  readonly id: string
  readonly day: string
  readonly person: string
  readonly name: string
  readonly officePhone: string | null
  readonly shift: Duty['shift']
  readonly part: Duty['part']
}
/** The roster is open to everybody; private numbers are not on it. */
async function dutyBoard({ db, clock }: System, { principal }: Actor, asked: string | undefined): Promise<DutyBoard> {
  const today = clock.today()
  const { rows: [site] } = await sql<{ id: string; name: string; phone: string | null }>`
    select s.id, s.label as name, s.phone from places.site s
      left join places.stewardship o on o.site = s.id and o.person = ${principal.person}::uuid and o.valid @> ${today}::date and o.retired_at is null and o.merged_into is null
      left join people.person p on p.id = ${principal.person}::uuid
      left join places.organ_seat seat on seat.organ = p.organ and seat.site = s.id and seat.valid @> ${today}::date
     where s.retired_at is null and s.merged_into is null and (${asked ?? null}::uuid is null or s.id = ${asked ?? null}::uuid)
     order by o.id is null, seat.site is null, s.managed desc, s.label collate "zh-natural" limit 1`.execute(db)
  if (!site) throw new Problem('not-found', say('没有这处场所。', 'There is no such site.'))
  const { rows } = await sql<OnWatch>`
    select d.id, day::date::text as day, d.person, p.label as name, p.office_phone as "officePhone", d.shift, d.part
      from generate_series(${addDays(today, -1)}::date, ${addDays(today, boardDays - 1)}::date, interval '1 day') day
      join places.duty d on d.valid @> day::date and d.site = ${site.id} and d.retired_at is null and d.merged_into is null
      join people.person p on p.id = d.person
     order by day, d.part, d.shift`.execute(db)
  const time = localTime(clock.now())
  // the night watch of yesterday stands until eight
  const isOn = ({ day, shift }: OnWatch): boolean =>
    shift === 'whole' ? day === today : shift === 'day' ? day === today && time >= '08:00' && time < '20:00' : (day === today && time >= '20:00') || (day === addDays(today, -1) && time < '08:00')
  const wire = ({ id, person, name, officePhone, shift, part }: OnWatch): Watch => ({ id, person: { id: person, name }, phone: officePhone, shift, part })
  return {
    site,
    now: rows.filter(isOn).map(wire),
    days: Array.from({ length: boardDays }, (_, place) => addDays(today, place)).map((day) => ({
      day, working: calendar.isWorkingDay(day), note: calendar.reason(day) ?? null, watches: rows.filter((one) => one.day === day).map(wire),
    })),
  }
}
