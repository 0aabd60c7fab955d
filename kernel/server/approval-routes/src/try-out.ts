// "Who would decide this?" 谁来审: a route tried on an example, with the persons of today and whom it would leave without.
import type { Db, Tx } from '@houqin/db'
import { badInput } from '@houqin/fields'
import { say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import { referenceOf, targetsOf, want } from '@houqin/rows'
import type { Reference, Wanted } from '@houqin/rows'
import { sittingsOf, vacancyWords } from './candidates.ts'
import type { Desk } from './desk.ts'
import { routedSteps, rowFor } from './route-rows.ts'
import { wantSeats } from './seat-names.ts'
import { seatWords } from './stage.ts'
import type { Stage } from './stage.ts'

export interface Example {
  readonly route: string
  readonly organ?: string | null
  readonly site?: string | null
  readonly kind?: string | null
  readonly amount?: string | null
  /** Who asks: he approves nothing of it. */
  readonly requester?: string | null
}
export interface Tried {
  /** The row that would hold; null where none does, and the step would be refused. */
  readonly row: { readonly id: string; readonly version: number; readonly source: string } | null
  readonly stages: readonly (Pick<Stage, 'title' | 'mode' | 'percent' | 'hours' | 'late'> & {
    readonly seats: readonly { readonly who: string; readonly persons: readonly { readonly person: Reference; readonly for: Reference | null }[]; readonly vacancy: string | null }[]
  })[]
}

export async function tryOut(db: Db | Tx, desk: Desk, { example, locale }: { example: Example; locale: Locale }): Promise<Tried> {
  const { route, organ = null, site = null, kind = null, amount = null, requester = null } = example
  if (!routedSteps(desk.catalogue).some((one) => one.route.id === route)) throw badInput([{ at: 'route', says: say('没有这个审批环节', 'There is no such route') }])
  const row = await rowFor(db, desk, { route, organ, kind, amount, day: desk.clock.today() })
  if (row === undefined) return { row: null, stages: [] }
  const place = { organ, site, askers: requester === null ? [] : [requester] }
  const stages = await Promise.all(row.stages.map(async (stage) => ({
    stage, seats: await Promise.all(stage.who.map(async (seat) => ({ seat, sittings: await sittingsOf(db, desk, { seat, place }) }))),
  })))
  const wanted: Wanted = new Map()
  wantSeats(wanted, desk, { stages: row.stages })
  const { person } = desk.catalogue.dimensions
  for (const { seats } of stages)
    for (const { sittings } of seats)
      for (const sitting of sittings) if ('person' in sitting && person) for (const id of [sitting.person, sitting.for]) if (id !== null) want(wanted, person.id, id)
  const targets = await targetsOf(db, wanted)
  return {
    row: { id: row.id, version: row.version, source: row.source },
    stages: stages.map(({ stage: { title, mode, percent, hours, late }, seats }) => ({
      title, mode, ...(percent !== undefined && { percent }), ...(hours !== undefined && { hours }), ...(late !== undefined && { late }),
      seats: seats.map(({ seat, sittings }) => ({
        who: seatWords(desk.catalogue, seat, (id) => referenceOf(targets, id).name),
        persons: sittings.flatMap((sitting) => ('person' in sitting ? [{ person: referenceOf(targets, sitting.person), for: sitting.for === null ? null : referenceOf(targets, sitting.for) }] : [])),
        vacancy: sittings.flatMap((sitting) => ('vacancy' in sitting ? [vacancyWords[sitting.vacancy][locale]] : []))[0] ?? null,
      })),
    })),
  }
}
