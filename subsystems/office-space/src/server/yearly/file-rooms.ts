// The filings of a year 年度备案: one for each organ with leaders, filled in from the ledger; what is wrong stands in it in words.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import type { Rank } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { judge } from '@houqin/standards'
import { sql } from 'kysely'
import { areaByRank, innerToilet, oneOffice, personSeats, roomFiling } from '../../contract/index.ts'
import type { PersonSeats } from '../../contract/index.ts'
import type { FilingYear } from '../../contract/answers.ts'

export function filingEffects(): Effects {
  return effects(roomFiling, {
    async start({ tx, matter: { id, form }, engine }) {
      const { rows: [other] } = await sql<{ number: string }>`
        select m.number from office_space.room_filing f join matter.matter m on m.id = f.matter where f.organ = ${form.organ}::uuid and f.year = ${form.year} and f.matter <> ${id}::uuid and m.state <> 'dropped' limit 1`.execute(tx)
      if (other) throw new Problem('conflict', say(`这个单位今年已有备案 ${other.number}。`, `The organ has ${other.number} for the year already.`))
      const { rows: [count] } = await sql<{ leaders: number; deviating: number }>`
        select count(*)::int as leaders, (count(*) filter (where deviation is not null))::int as deviating from office_space.room_filing__leaders where matter = ${id}::uuid`.execute(tx)
      await engine.setFacts(count ?? { leaders: 0, deviating: 0 })
    },
  })
}

interface Leader {
  readonly organ: string
  readonly person: string
  readonly post: string
  readonly rank: Rank
}
interface LeaderLine {
  readonly person: string
  readonly post: string
  readonly rooms: string | null
  readonly area: string
  readonly limit: string
  readonly deviation: string | null
}
/** By organ: heads and members of the leading group by their main post, as the ledger has them on the day (YYYY-MM-DD). */
export async function leaderLines({ standards }: System, tx: Tx, { actor, day }: { actor: Actor; day: string }): Promise<ReadonlyMap<string, readonly LeaderLine[]>> {
  const { rows: leaders } = await sql<Leader>`
    select distinct on (t.organ, t.person) t.organ, t.person, t.title as post, coalesce(t.rank, p.rank, 'below') as rank
      from people.post t join people.person p on p.id = t.person
     where t.kind = 'main' and t.duty in ('head', 'deputy') and t.valid @> ${day}::date and t.retired_at is null and t.merged_into is null and p.merged_into is null and (p.left_on is null or p.left_on >= ${day}::date)
     order by t.organ, t.person, lower(t.valid)`.execute(tx)
  const { rows: seats } = await sql<PersonSeats>`select s.* from (${personSeats(day, sql)}) s where s.person = any(${leaders.map(({ person }) => person)}::uuid[])`.execute(tx)
  const seatsOf = new Map(seats.map((one) => [one.person, one]))
  const toilets = await standards.audit(tx, actor, innerToilet.id, { asOf: day, most: 2_000 })
  const figures = { area: await standards.figuresAsOf(tx, areaByRank, day), one: await standards.figuresAsOf(tx, oneOffice, day) }
  const limits = figures.area.figures['officeArea'] as Readonly<Record<Rank, string>> // what areaByRank declares
  const line = ({ person, post, rank }: Leader): LeaderLine => {
    const own = seatsOf.get(person)
    const subject = { name: own?.name ?? '', rank, rooms: own?.seats ?? [] }
    const findings = own === undefined ? [] : [
      ...judge({ standard: areaByRank, subject, figures: figures.area }), ...judge({ standard: oneOffice, subject, figures: figures.one }),
      ...toilets.rows.filter((row) => row.subject.id === person).flatMap((row) => row.findings),
    ].filter(({ level }) => level !== 'note')
    return {
      person, post, limit: limits[rank] ?? '0', rooms: own === undefined ? null : own.seats.map(({ name, area, ranks }) => (ranks.length > 1 ? `${name}（${area} ㎡，${ranks.length} 人合用）` : `${name}（${area} ㎡）`)).join('、').slice(0, 300),
      area: decimal.sum(['0.00', ...(own?.seats ?? []).map(({ area }) => area)]), deviation: findings.length === 0 ? null : findings.map(({ says }) => says).join('；').slice(0, 500),
    }
  }
  return new Map([...Map.groupBy(leaders, ({ organ }) => organ)].map(([organ, all]) => [organ, all.map(line)]))
}

/** Starts the filings that the year still lacks. @returns how many. @throws Problem bad-input for a year to come; as starting one does. */
export async function startFilings(system: System, tx: Tx, actor: Actor, year: number): Promise<number> {
  if (year > Number(system.clock.today().slice(0, 4))) throw new Problem('bad-input', say('还没有到这一年。', 'The year has not begun.'), { issues: [{ at: 'year', says: say('不能晚于今年', 'Not after this year') }] })
  const { rows: begun } = await sql<{ organ: string }>`
    select f.organ from office_space.room_filing f join matter.matter m on m.id = f.matter where f.year = ${year} and m.state <> 'dropped'`.execute(tx)
  const done = new Set(begun.map(({ organ }) => organ))
  let started = 0
  for (const [organ, leaders] of await leaderLines(system, tx, { actor, day: system.clock.today() })) {
    if (done.has(organ)) continue
    await system.matters.start(tx, actor, roomFiling, { input: { organ, year }, lines: { leaders } })
    started += 1
  }
  return started
}

/** How a year stands. */
export async function filingYear({ db, clock }: Pick<System, 'db' | 'clock'>, year: number): Promise<FilingYear> {
  const { rows: [counts] } = await sql<{ asked: number; confirmed: number; filed: number; leaders: number; deviating: number }>`
    select (count(*) filter (where m.state = 'asked'))::int as asked, (count(*) filter (where m.state = 'confirmed'))::int as confirmed, (count(*) filter (where m.state = 'filed'))::int as filed,
           coalesce(sum(f.leaders), 0)::int as leaders, coalesce(sum(f.deviating), 0)::int as deviating
      from office_space.room_filing f join matter.matter m on m.id = f.matter where f.year = ${year} and m.state <> 'dropped'`.execute(db)
  const { rows: waiting } = await sql<FilingYear['waiting'][number]>`
    select json_build_object('id', o.id, 'name', o.short_name) as organ, m.number, m.due_at as "dueAt", coalesce(m.due_at < ${clock.now()}, false) as late
      from office_space.room_filing f join matter.matter m on m.id = f.matter join people.organ o on o.id = f.organ where f.year = ${year} and m.state = 'asked'
     order by m.due_at, o.short_name collate "zh-natural" limit 300`.execute(db)
  const { leaders = 0, deviating = 0, ...states } = counts ?? { asked: 0, confirmed: 0, filed: 0 }
  return { year, counts: states, leaders, deviating, waiting }
}
