// "Who would decide this?" 谁来审: a route tried on an example, with the persons of today and whom it would leave without.
import type { Db, Tx } from '@houqin/db'
import { badInput } from '@houqin/fields'
import { say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import { referenceOf, targetsOf, want } from '@houqin/rows'
import type { Wanted } from '@houqin/rows'
import type { TriedRoute, WouldDecide } from '@houqin/wire'
import { sittingsOf, vacancyWords } from './candidates.ts'
import { receiversOf } from './copies.ts'
import type { Desk } from './desk.ts'
import { amountBounds, routedSteps, rowFor } from './route-rows.ts'
import type { StoredRoute } from './route-rows.ts'
import { wantSeats } from './seat-names.ts'
import { seatWords } from './stage.ts'

export interface Example {
  readonly route: string
  readonly organ?: string | null
  readonly site?: string | null
  readonly kind?: string | null
  readonly amount?: string | null
  /** Who asks: he approves nothing of it. */
  readonly requester?: string | null
}

export async function tryOut(db: Db | Tx, desk: Desk, { example, locale }: { example: Example; locale: Locale }): Promise<TriedRoute> {
  const { route, organ = null, kind = null, amount = null } = example
  if (!routedSteps(desk.catalogue).some((one) => one.route.id === route)) throw badInput([{ at: 'route', says: say('没有这个审批环节', 'There is no such route') }])
  const row = await rowFor(db, desk, { route, organ, kind, amount, day: desk.clock.today() })
  return row === undefined ? { row: null, stages: [], copies: [] } : triedOn(db, desk, { row, example, locale })
}

/** The same for whoever is about to ask. Until he knows the amount: for every range of amounts that has a row of its own. */
export async function whoDecides(db: Db | Tx, desk: Desk, { asked, locale }: { asked: Example; locale: Locale }): Promise<readonly WouldDecide[]> {
  const { route, organ = null, kind = null, amount = null } = asked
  const day = desk.clock.today()
  const byAmount = routedSteps(desk.catalogue).some((one) => one.route.id === route && one.route.amount !== undefined)
  if (!byAmount || amount !== null) return [{ ...(await tryOut(db, desk, { example: asked, locale })), amountFrom: null, amountBelow: null }]
  const bounds = await amountBounds(db, { route, day })
  const found: WouldDecide[] = []
  for (const [index, from] of bounds.entries()) {
    const row = await rowFor(db, desk, { route, organ, kind, amount: from, day })
    if (row === undefined) continue
    const last = found.at(-1)
    const below = bounds[index + 1] ?? null
    if (last?.row?.id === row.id && last.amountBelow === from) found[found.length - 1] = { ...last, amountBelow: below }
    else found.push({ ...(await triedOn(db, desk, { row, example: asked, locale })), amountFrom: from === '0' ? null : from, amountBelow: below })
  }
  return found
}

async function triedOn(db: Db | Tx, desk: Desk, { row, example, locale }: { row: StoredRoute; example: Example; locale: Locale }): Promise<TriedRoute> {
  const { organ = null, site = null, requester = null } = example
  const place = { organ, site, askers: requester === null ? [] : [requester] }
  const stages = await Promise.all(row.stages.map(async (stage) => ({
    stage, seats: await Promise.all(stage.who.map(async (seat) => ({ seat, sittings: await sittingsOf(db, desk, { seat, place }) }))),
  })))
  const copies = await Promise.all(row.copies.map(async (seat) => ({ seat, persons: await receiversOf(db, desk, { copies: [seat], place }) })))
  const wanted: Wanted = new Map()
  wantSeats(wanted, desk, { stages: row.stages, copies: row.copies })
  const { person } = desk.catalogue.dimensions
  for (const { seats } of stages)
    for (const { sittings } of seats)
      for (const sitting of sittings) if ('person' in sitting && person) for (const id of [sitting.person, sitting.for]) if (id !== null) want(wanted, person.id, id)
  for (const { persons } of copies) for (const id of persons) if (person) want(wanted, person.id, id)
  const targets = await targetsOf(db, wanted)
  return {
    row: { id: row.id, version: row.version, source: row.source },
    stages: stages.map(({ stage: { title, mode, percent, hours, late, signature }, seats }) => ({
      title, mode, ...(percent !== undefined && { percent }), ...(hours !== undefined && { hours }), ...(late !== undefined && { late }), ...(signature !== undefined && { signature }),
      seats: seats.map(({ seat, sittings }) => ({
        who: seatWords(desk.catalogue, seat, (id) => referenceOf(targets, id).name),
        persons: sittings.flatMap((sitting) => ('person' in sitting ? [{ person: referenceOf(targets, sitting.person), for: sitting.for === null ? null : referenceOf(targets, sitting.for) }] : [])),
        vacancy: sittings.flatMap((sitting) => ('vacancy' in sitting ? [vacancyWords[sitting.vacancy][locale]] : []))[0] ?? null,
      })),
    })),
    copies: copies.map(({ seat, persons }) => ({ who: seatWords(desk.catalogue, seat, (id) => referenceOf(targets, id).name), persons: persons.map((id) => referenceOf(targets, id)) })),
  }
}
