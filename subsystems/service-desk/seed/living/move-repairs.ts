// Repairs moving on 报修往下走: what the other people of the demonstration do about those that stand open.
import { addWorkingHours } from '@houqin/calendar'
import { addDays, instantOf, localDate } from '@houqin/clock'
import { leftToTheWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Living, OpenMatter, WorldStep } from '@houqin/compose'
import { dice } from '@houqin/people/seed'
import type { Dice, SeedPerson } from '@houqin/people/seed'
import { sql } from 'kysely'
import { teamAt } from '../district-desk.ts'
import { causes, grumbles, notFixedWords, pauseReasons, praiseWords, returnReasons } from '../mending.ts'
import { drawerUntil, stopOf } from '../repairs-to-come.ts'
import type { District } from '../repairs-to-come.ts'
import { dispatcher, repair, serviceOfficer, worker as workerRole } from '../../src/contract/index.ts'

interface Facts {
  readonly matter: string
  readonly worker: string | null
  readonly waitUntil: string | null
  readonly handledAs: string | null
  readonly urgency: string
  readonly alarm: string | null
}
interface Open extends OpenMatter, Facts {}
/** Whoever signs in has so many working hours to do himself what waits for him; then the world does it. */
const patience = 7.5
const working = 7.5
/** A repair takes a dozen steps at most; one that goes round and round is left. */
const mostSteps = 20

/** As far as `to`; what was reported by an alarm stays, for whoever signs in. */
export async function moveRepairs(living: Living, district: District): Promise<void> {
  const { system: { db } } = living
  for (let round = 0; round < mostSteps; round += 1) {
    let moved = 0
    const { rows } = await sql<Facts>`
      select matter, worker, wait_until::text as "waitUntil", handled_as as "handledAs", urgency, alarm from service_desk.repair
       where matter in (select id from matter.matter where kind = ${repair.id} and closed_at is null)`.execute(db)
    const facts = new Map(rows.map((row) => [row.matter, row]))
    const moves = (await leftToTheWorld(db, repair)).flatMap((one) => {
      const its = facts.get(one.id)
      const next = its && its.alarm === null ? nextOf({ ...one, ...its }, living, district) : undefined
      return next && next.at <= living.to ? [{ one, next }] : []
    })
    for (const { one, next } of moves.toSorted((a, b) => a.next.at.getTime() - b.next.at.getTime()))
      moved += (await stepInWorld(living, { matter: repair, number: one.number, version: one.version }, next)) === undefined ? 0 : 1
    if (moved === 0) return
  }
}

function nextOf(one: Open, { openedAt: worldOpened }: Living, district: District): WorldStep | undefined {
  const { world, people, calendar } = district
  const roll = dice({ ...world, name: `${one.number} ${one.version}` })
  const stop = standsStill(one, { worldOpened, district })
  const base = new Date(Math.max(one.since.getTime(), worldOpened.getTime(), stop?.at === one.state ? stop.until.getTime() : 0))
  const named = (key: Parameters<typeof people.named>[0]): SeedPerson => people.named(key)
  const signsIn = [named('staff'), named('steward'), named('worker')].map(({ id }) => id)
  const after = (minutes: number, holder: string | null = null): Date => {
    const by = one.urgency === 'urgent' && holder === null ? new Date(base.getTime() + minutes * 60_000) : addWorkingHours(base, minutes / 60, calendar)
    return holder !== null && signsIn.includes(holder) ? addWorkingHours(by, patience, calendar) : by
  }
  const [sender, officer] = [worldActor(named('dispatcher'), dispatcher), worldActor(named('officer'), serviceOfficer)]
  const hands = one.worker === null ? undefined : district.persons.get(one.worker)
  const asker = one.requester === null ? undefined : district.persons.get(one.requester)
  switch (one.state) {
    case 'asked': {
      if (stop?.at === 'returned' && one.version === 1) return { at: after(roll.int(10, 90)), actor: sender, step: 'reject', comment: roll.pick(returnReasons) }
      const member = memberFor(one, district, roll)
      return { at: after(roll.skewed(3, 22, 190)), actor: sender, step: 'dispatch', input: { worker: member.id, toTeam: null, correctedTo: null } }
    }
    case 'dispatched':
      return hands && { at: after(roll.skewed(8, one.urgency === 'urgent' ? 20 : 75, one.urgency === 'urgent' ? 60 : 420), hands.id), actor: worldActor(hands, workerRole), step: 'arrive' }
    case 'working': {
      if (hands === undefined) return undefined
      const actor = worldActor(hands, workerRole)
      if (stop?.at === 'paused' || (stop === undefined && roll.chance(0.11))) {
        const at = after(roll.int(5, 40), hands.id)
        return { at, actor, step: 'pause', input: { waitingFor: roll.pick(pauseReasons), waitUntil: addDays(localDate(at), roll.int(1, 7)) } }
      }
      return finish(one, { actor, hands, district, roll, after })
    }
    case 'paused': {
      const until = addWorkingHours(instantOf({ date: one.waitUntil ?? localDate(base), time: '09:00' }), roll.skewed(0, 1.5, working), calendar)
      return hands && { at: until > base ? until : base, actor: worldActor(hands, workerRole), step: 'resume' }
    }
    case 'fixed': {
      if (asker === undefined || roll.chance(0.1)) return one.dueAt === null ? undefined : { at: new Date(one.dueAt.getTime() + 5 * 60_000), actor: officer, step: 'closeUnanswered', comment: '三个工作日内无人确认，按时限办结' }
      const actor = worldActor(asker)
      if (roll.chance(0.055)) return { at: after(roll.int(30, 500), asker.id), actor, step: 'notFixed', comment: roll.pick(notFixedWords) }
      const stars = roll.weighted<number>([[5, 60], [4, 28], [3, 9], [2, 2], [1, 1]])
      const words = roll.chance(0.4) ? roll.pick(stars <= 3 ? grumbles : praiseWords) : ''
      return { at: after(roll.skewed(4, 90, 900), asker.id), actor, step: 'confirm', comment: words, ...(roll.chance(0.85) && { rating: stars }) }
    }
    case 'returned':
      return asker && { at: after(roll.skewed(20, 90, 400), asker.id), actor: worldActor(asker), step: 'resubmit', comment: '已补充位置和照片' }
    default:
      return undefined
  }
}

/** What was planted when the demonstration was opened was late on that day; later ones have it as their fate. */
function standsStill(one: Open, { worldOpened, district: { world, calendar } }: { worldOpened: Date; district: District }): { readonly at: string; readonly until: Date } | undefined {
  if (one.openedAt > worldOpened) {
    const stop = stopOf(world, { openedAt: one.openedAt, calendar })
    return stop && one.since < stop.until ? stop : undefined
  }
  const planted = one.since <= worldOpened && ((one.dueAt !== null && one.dueAt < worldOpened) || one.state === 'returned')
  return planted ? { at: one.state, until: drawerUntil(one.openedAt, calendar) } : undefined
}

function memberFor(one: Open, { desk }: District, roll: Dice): SeedPerson {
  const category = desk.categories.find(({ id }) => id === one.handledAs) ?? desk.categories.find(({ key }) => key === 'other')
  if (!category) throw new Error('the desk has no category for what fits none')
  return roll.pick(teamAt(desk, { trade: category.trade, site: one.site ?? '' }).members)
}

function finish(one: Open, { actor, hands, district: { desk }, roll, after }: {
  actor: WorldStep['actor']; hands: SeedPerson; district: District; roll: Dice; after: (minutes: number, holder?: string) => Date
}): WorldStep {
  const key = desk.categories.find(({ id }) => id === one.handledAs)?.key ?? 'other'
  const outcome = roll.weighted([['mended', 66], ['replaced', 27], ['temporary', 5], ['beyond', 2]] as const)
  const took = roll.skewed(12, 45, 260)
  const fitting = desk.materials.filter(({ uses }) => uses.includes(key))
  const used = fitting.length === 0 || outcome === 'beyond' ? 0 : roll.weighted([[0, 30], [1, 48], [2, 22]] as const)
  return {
    at: after(took, hands.id), actor, step: 'finish', input: { outcome, cause: roll.pick(causes[key]), resultPhotos: [] },
    lines: {
      materials: roll.shuffled(fitting).slice(0, used).map(({ id: material, unit, price }) => ({ material, quantity: `${roll.int(1, 4)}.00`, unit, price })),
      hours: [{ person: hands.id, hours: Math.max(0.2, took / 60).toFixed(1) }],
    },
  }
}
