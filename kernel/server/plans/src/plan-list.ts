// 计划一览: the plans within reach, what their last days became, and the next twelve days while one is being written.
import { scopeOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { Db } from '@houqin/db'
import type { Given } from '@houqin/fields'
import { targetsOf, want } from '@houqin/rows'
import type { Wanted } from '@houqin/rows'
import type { DoneDay, PlannedDay, Ref, WirePlan } from '@houqin/wire'
import { sql } from 'kysely'
import { checkPlan, kindOf } from './keep-plan.ts'
import type { PlanKind, PlanValues, StoredPlan } from './kind.ts'
import { daysOf } from './rule.ts'
import { planColumns } from './run-plans.ts'
import type { PlanDesk } from './run-plans.ts'

const shown = 12
const lastDays = 8

/** @param site only of this site. */
export async function plansFor(db: Db, desk: PlanDesk, { principal }: Actor, { site }: { site?: string | undefined } = {}): Promise<WirePlan<Given>[]> {
  const { kinds, system } = desk
  const reach = kinds.map((kind) => sql<boolean>`(p.kind = ${kind.id} and ${scopeOf({ principal, roles: [...kind.read, ...kind.write], columns: { site: sql.ref('p.site') } })})`)
  if (reach.length === 0) return []
  const { rows } = await sql<StoredPlan>`
    select ${planColumns} from plan.plan p where (${sql.join(reach, sql` or `)}) and (${site ?? null}::uuid is null or p.site = ${site ?? null}::uuid)
    order by p.stopped_at is not null, p.kind, p.title limit 200`.execute(db)
  const done = await doneDays(db, rows.map(({ id }) => id))
  const names = await namesIn(db, desk, rows)
  const today = system.clock.today()
  return Promise.all(rows.map(async (plan): Promise<WirePlan<Given>> => {
    const { id, kind, version, title, rule, starts, ends, missed, input, seenUntil, stoppedAt } = plan
    const state = stoppedAt !== null ? 'stopped' : ends !== null && ends < today ? 'over' : 'in-force'
    return {
      id, kind, version, title, rule, starts, ends, missed, input, state, madeUntil: seenUntil,
      site: reference(names, plan.site),
      next: state === 'in-force' ? await ahead(db, desk, { kind: kindOf(kinds, kind), plan, after: seenUntil, turn: plan.turn, most: 3 }) : [],
      done: done.get(id) ?? [],
      names: Object.fromEntries(idsIn(input).flatMap((one) => { const found = names.get(one); return found ? [[one, found.name]] : [] })),
    }
  }))
}

/** The next twelve days of a plan that is being written, or of one that stands with changes. @throws Problem `bad-input`. */
export async function previewPlan(db: Db, desk: PlanDesk, given: PlanValues & { readonly kind: string; readonly plan?: string | undefined }): Promise<readonly PlannedDay[]> {
  const { kind, input } = checkPlan(desk, { kind: given.kind, values: given })
  const { rows: [stands] } = given.plan === undefined ? { rows: [] } : await sql<StoredPlan>`select ${planColumns} from plan.plan p where p.id = ${given.plan} and p.kind = ${kind.id}`.execute(db)
  return ahead(db, desk, { kind, plan: { ...given, input }, after: stands?.seenUntil ?? addDays(desk.system.clock.today(), -1), turn: stands?.turn ?? 0 })
}

type Names = Awaited<ReturnType<typeof namesIn>>
async function ahead(db: Db, { calendar, system: { catalogue } }: PlanDesk, { kind, plan, after, turn, most = shown }: { kind: PlanKind; plan: PlanValues; after: string; turn: number; most?: number }): Promise<PlannedDay[]> {
  const days = daysOf(plan.rule, plan, { calendar, after, most })
  const whose = (await kind.whose?.(db, plan.input, days.map((_, place) => turn + place))) ?? []
  const wanted: Wanted = new Map()
  for (const id of whose) if (id !== null && catalogue.dimensions.person) want(wanted, catalogue.dimensions.person.id, id)
  const names = wanted.size === 0 ? new Map<string, Ref>() : await targetsOf(db, wanted)
  return days.map((day, place) => ({ day, note: calendar.reason(day) ?? null, working: calendar.isWorkingDay(day), whose: reference(names, whose[place] ?? null) }))
}
function reference(names: Names, id: string | null): Ref | null {
  const found = id === null ? undefined : names.get(id)
  return found ? { id: found.id, name: found.name } : null
}
function idsIn(input: Given): string[] {
  return Object.values(input).flat().filter((one): one is string => typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one))
}

/** Sites, and whatever rows the inputs point to. */
async function namesIn(db: Db, { kinds, system: { catalogue } }: PlanDesk, plans: readonly Pick<StoredPlan, 'site' | 'input'>[]) {
  const wanted: Wanted = new Map()
  const { site } = catalogue.dimensions
  const pointed = new Set(kinds.flatMap(({ input }) => Object.values(input).flatMap((field) => (field.kind === 'ref' && field.to !== 'self' ? [field.to.id] : []))))
  for (const plan of plans) {
    if (site) want(wanted, site.id, plan.site)
    for (const id of idsIn(plan.input)) for (const register of pointed) want(wanted, register, id)
  }
  return wanted.size === 0 ? new Map<string, Ref>() : targetsOf(db, wanted)
}

async function doneDays(db: Db, plans: readonly string[]): Promise<ReadonlyMap<string, readonly DoneDay[]>> {
  const { rows } = await sql<DoneDay & { plan: string }>`
    select plan, day, outcome, made, problem from (
      select plan, day::text as day, outcome, made, problem, row_number() over (partition by plan order by outcome = 'failed' desc, day desc) as place
      from plan.day where plan = any(${plans}::uuid[])) d
    where place <= ${lastDays} order by plan, day desc`.execute(db)
  const days = new Map<string, DoneDay[]>()
  for (const { plan, ...day } of rows) days.set(plan, [...(days.get(plan) ?? []), day])
  return days
}
