// Publishing the year of the cars 公车公示: the figures of the day are frozen organ by organ and car by car, another officer or a leader checks them, and everybody reads the newest edition.
import { createHash } from 'node:crypto'
import type { Actor } from '@houqin/access'
import { addDays, instantOf } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { ReportCell } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { carAccounts, fleetPublication, sizeOf, yearByOrgan } from '../../contract/index.ts'
import type { FleetEdition, PublishedCar, PublishedFleet, VehicleUse } from '../../contract/index.ts'
import { wrongInput } from '../office/car.ts'

/** Whose days are counted: the year, or what has passed of it. */
function daysOf(year: number, today: string): { from: string; to: string } {
  const [from, last, yesterday] = [`${year}-01-01`, `${year}-12-31`, addDays(today, -1)]
  if (yesterday < from) throw wrongInput('year', `${year} 年还没有开始，没有可以公示的数据。`, `${year} has not begun; there is nothing to publish.`)
  return { from, to: last < yesterday ? last : yesterday }
}

const textOf = (cell: ReportCell | undefined): string | null => (cell === null || cell === undefined ? null : String(cell))

/** The report of the year, as everybody who may read it has it, with the classes beside; and the cars it was added up from. */
export async function figuresOf(tx: Tx, days: { from: string; to: string }): Promise<{ organs: readonly PublishedFleet[]; cars: readonly PublishedCar[] }> {
  const ordinary = sql`v.retired_at is null and v.merged_into is null and v.bought_on <= ${days.to}::date and coalesce(v.grade, 'ordinary') = 'ordinary'`
  const all = { organ: () => sql<boolean>`true`, site: () => sql<boolean>`true` }
  const { rows: sums } = await sql<Record<string, ReportCell>>`${yearByOrgan.query({ from: instantOf({ date: days.from }), to: instantOf({ date: addDays(days.to, 1) }) }, all, sql)}`.execute(tx)
  const { rows: uses } = await sql<{ organ: string; use: VehicleUse; cars: number }>`select v.organ, v.use, count(*)::int as cars from fleet.vehicle v where ${ordinary} group by 1, 2`.execute(tx)
  const organs = sums.map((row): PublishedFleet => ({
    organ: String(row['id']), name: String(row['organ']), cars: Number(row['cars']), uses: Object.fromEntries(uses.filter(({ organ }) => organ === row['id']).map(({ use, cars }) => [use, cars])),
    km: textOf(row['km']), litres: textOf(row['litres']), fuelCost: textOf(row['fuelCost']), repair: textOf(row['repair']), total: textOf(row['total']), perKm: textOf(row['perKm']), unapproved: Number(row['unapproved']),
  }))
  const listed = sql`select v.id, v.plate, v.organ, v.organ::text as organ_name, v.use, ${sizeOf('v.kind', sql)} as size, 0 as age from fleet.vehicle v where ${ordinary}`
  const { rows: cars } = await sql<PublishedCar>`
    select v.id, v.organ, v.plate, v.use, a.km, a.litres, a."fuelCost", a.repair, a.total, a."perKm" from (${listed}) v left join (${carAccounts(days, { sql, cars: listed })}) a on a.id::uuid = v.id order by a.total::numeric desc nulls last, v.plate`.execute(tx)
  return { organs, cars }
}

export function fleetPublicationEffects({ clock }: System): Effects {
  return effects(fleetPublication, {
    async start({ tx, matter: { id, form }, engine }) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${fleetPublication.id} ${form.year}`}, 0))`.execute(tx)
      const { rows: [before] } = await sql<{ open: string | null; edition: number }>`
        select max(m.number) filter (where m.state in ('draft', 'checked')) as open, coalesce(max(p.edition) filter (where m.state = 'published'), 0)::int as edition
          from fleet.publication p join matter.matter m on m.id = p.matter where p.year = ${form.year} and p.matter <> ${id}::uuid`.execute(tx)
      if (before?.open) throw new Problem('conflict', say(`${before.open} 还没有公示。先公示或作废。`, `${before.open} is not published yet. Publish it or drop it first.`))
      const edition = (before?.edition ?? 0) + 1
      if (edition > 1 && (form.corrects ?? '') === '') throw wrongInput('corrects', '这一年已经公示过，写明更正了什么。', 'The year was published before; say what is corrected.')
      const days = daysOf(form.year, clock.today())
      const { organs, cars } = await figuresOf(tx, days)
      const [sheet, behind] = [JSON.stringify(organs), JSON.stringify(cars)]
      await sql`insert into fleet.published (matter, organs, cars) values (${id}::uuid, ${sheet}::jsonb, ${behind}::jsonb)`.execute(tx)
      await engine.setFacts({
        until: days.to, edition, organs: organs.length, cars: cars.length, total: decimal.sum(['0.00', ...organs.flatMap(({ total }) => total ?? [])]), digest: createHash('sha256').update(sheet).update(behind).digest('hex'),
      })
    },
    async check({ actor, matter }) {
      if (matter.requester !== null && matter.requester === actor.principal.person) throw new Problem('not-allowed', say('起草的人不能自己核对，请另一名公车管理员或局领导核对。', 'Whoever drafted it does not check it; another fleet officer or a leader does.'))
    },
    async publish({ engine }) {
      await engine.setFacts({ publishedOn: clock.today() })
    },
  })
}

/** What was published, the newest first; with `drafts` also what is being made. */
export async function fleetEditions(db: Db, { drafts }: { drafts: boolean }): Promise<readonly FleetEdition[]> {
  const { rows } = await sql<FleetEdition>`
    select m.number, m.state, p.year, p.edition, p.until::text as until, p.published_on::text as "publishedOn", p.corrects, p.cars, p.total::text as total, p.digest
      from fleet.publication p join matter.matter m on m.id = p.matter where m.state = 'published' or (${drafts} and m.state in ('draft', 'checked')) order by p.year desc, p.edition desc, m.number desc`.execute(db)
  return rows
}

/** The frozen sheet; of a draft only for who reads the matter. @throws Problem not-found. */
export async function publishedFleet({ db, matters }: System, actor: Actor, number: string): Promise<FleetEdition & { readonly rows: readonly PublishedFleet[] }> {
  const edition = (await fleetEditions(db, { drafts: true })).find((one) => one.number === number)
  if (edition && edition.state !== 'published') await matters.read(db, actor, fleetPublication, number)
  const { rows: [found] } = await sql<{ organs: readonly PublishedFleet[] }>`select d.organs from fleet.published d join matter.matter m on m.id = d.matter where m.number = ${number}`.execute(db)
  if (!edition || !found) throw new Problem('not-found', say('没有这一版公示。', 'Nothing was published under this number.'))
  return { ...edition, rows: found.organs }
}

/** Of one organ, as frozen; the dearest first. @throws Problem not-found. */
export async function publishedCars(system: System, actor: Actor, number: string, organ: string): Promise<readonly PublishedCar[]> {
  await publishedFleet(system, actor, number)
  const { rows } = await sql<{ car: PublishedCar }>`
    select c.car from fleet.published d join matter.matter m on m.id = d.matter cross join lateral jsonb_array_elements(d.cars) with ordinality as c(car, nth) where m.number = ${number} and c.car->>'organ' = ${organ} order by c.nth`.execute(system.db)
  return rows.map(({ car }) => car)
}
