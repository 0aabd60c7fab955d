// The life of a past repair 报修经过: sent, accepted, mended, confirmed, or held up on the way, until the present.
import { addWorkingDays, addWorkingHours } from '@houqin/calendar'
import type { WorkingCalendar } from '@houqin/calendar'
import { instantOf, localDate } from '@houqin/clock'
import type { Dice } from '@houqin/people/seed'
import { promisedBy } from '../src/server/promise.ts'
import type { TimeLimits } from '../src/server/promise.ts'
import type { Urgency } from '../src/contract/index.ts'
import type { SeedMaterial } from './district-desk.ts'
import { dispatchWords, grumbles, notFixedWords, pauseReasons, praiseWords, returnReasons } from './mending.ts'

export interface Who {
  readonly person: string | null
  readonly name: string
}
export interface Happened {
  readonly at: Date
  /** Null for the asking itself. */
  readonly step: string | null
  readonly from: string | null
  readonly to: string
  readonly by: Who
  readonly comment: string | null
  readonly input: Readonly<Record<string, unknown>>
}
export interface Life {
  readonly happened: readonly Happened[]
  readonly state: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly dueAt: Date | null
  readonly rating: { readonly stars: number; readonly words: string | null } | null
  readonly materials: readonly { readonly material: SeedMaterial; readonly quantity: string; readonly at: Date }[]
  readonly hours: { readonly hours: string; readonly at: Date } | null
}
export interface Circumstances {
  readonly askedAt: Date
  readonly urgency: Urgency
  readonly limits: TimeLimits
  readonly category: string
  readonly asker: Who
  readonly dispatcher: Who
  readonly worker: Who
  readonly relief: Who
  readonly officer: Who
  readonly team: string
  readonly causes: readonly string[]
  readonly materials: readonly SeedMaterial[]
  /** Whether the weather gets into it. */
  readonly wet: boolean
  /** Where it comes to a stop on purpose. */
  readonly stuck?: 'asked' | 'dispatched' | 'working' | 'paused' | 'returned'
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly roll: Dice
}
/** Thrown to leave the story where it stands. */
const present = new Error('the story has reached the present')

export function liveRepair(given: Circumstances): Life {
  const { askedAt, urgency, limits, asker, dispatcher, worker, relief, officer, now, calendar, roll, stuck } = given
  const happened: Happened[] = [{ at: askedAt, step: null, from: null, to: 'asked', by: asker, comment: null, input: {} }]
  const facts: Record<string, unknown> = { handledAs: given.category, team: given.team, promisedAt: promisedBy({ limits, urgency, from: askedAt, calendar }).toISOString() }
  const materials: { material: SeedMaterial; quantity: string; at: Date }[] = []
  let hours: Life['hours'] = null
  let rating: Life['rating'] = null
  let at = askedAt
  let state = 'asked'
  let hands = worker
  const later = (minutes: number): Date => (urgency === 'urgent' ? new Date(at.getTime() + minutes * 60_000) : addWorkingHours(at, minutes / 60, calendar))
  const take = (step: string, to: string, { by, when, comment, input = {} }: { by: Who; when: Date; comment?: string; input?: Record<string, unknown> }): void => {
    if (when > now || stuck === state) throw present
    happened.push({ at: when, step, from: state, to, by, comment: comment === undefined || comment === '' ? null : comment, input })
    for (const [key, value] of Object.entries(input)) if (key !== 'toTeam' && key !== 'correctedTo') facts[key] = value
    at = when
    state = to
  }
  const send = (): void =>
    take('dispatch', 'dispatched', { by: dispatcher, when: later(roll.skewed(3, 22, 190)), comment: roll.chance(0.25) ? roll.pick(dispatchWords) : '', input: { worker: hands.person, toTeam: null, correctedTo: null } })
  const repairOnce = (): void => {
    send()
    if (roll.chance(0.03)) {
      take('decline', 'asked', { by: hands, when: later(roll.int(4, 40)), comment: roll.pick(['在另一处抢修，赶不过去', '今天请假', '不是这个工种']) })
      hands = relief
      send()
    }
    if (roll.chance(0.7)) {
      take('accept', 'dispatched', { by: hands, when: later(roll.skewed(1, 8, 70)) })
      facts.acceptedAt = at.toISOString()
    }
    take('arrive', 'working', { by: hands, when: later(roll.skewed(8, urgency === 'urgent' ? 20 : 75, urgency === 'urgent' ? 60 : 420)) })
    facts.arrivedAt = at.toISOString()
    if (stuck === 'paused' || roll.chance(given.wet ? 0.22 : 0.11)) hold()
    finish()
  }
  const hold = (): void => {
    const until = addWorkingDays(localDate(at), roll.int(1, 7), calendar)
    take('pause', 'paused', { by: hands, when: later(roll.int(5, 40)), input: { waitingFor: roll.pick(pauseReasons), waitUntil: until } })
    at = addWorkingHours(instantOf({ date: until, time: '09:00' }), roll.skewed(0, 1.5, 9), calendar)
    take('resume', 'working', { by: hands, when: at })
    facts.promisedAt = promisedBy({ limits, urgency, from: at, calendar }).toISOString()
  }
  const finish = (): void => {
    const outcome = roll.weighted([['mended', 66], ['replaced', 27], ['temporary', 5], ['beyond', 2]] as const)
    const took = roll.skewed(12, 45, 260)
    take('finish', 'fixed', { by: hands, when: later(took), input: { outcome, cause: roll.pick(given.causes) } })
    facts.finishedAt = at.toISOString()
    hours = { hours: Math.max(0.2, took / 60).toFixed(1), at }
    const used = given.materials.length === 0 || outcome === 'beyond' ? 0 : roll.weighted([[0, 30], [1, 48], [2, 17], [3, 5]] as const)
    for (const material of roll.shuffled(given.materials).slice(0, used))
      materials.push({ material, quantity: material.unit === '米' || material.unit === '平方米' ? `${roll.int(1, 18)}.00` : `${roll.weighted([[1, 55], [2, 28], [3, 11], [4, 6]] as const)}.00`, at })
  }
  const judge = (): void => {
    const late = typeof facts.promisedAt === 'string' && at.toISOString() > facts.promisedAt
    if (roll.chance(0.1)) {
      // Nobody answered within three working days.
      const day = addWorkingDays(localDate(at), 3, calendar)
      take('closeUnanswered', 'closed', { by: officer, when: instantOf({ date: day, time: '18:05' }), comment: '三个工作日内无人确认，按时限办结' })
      facts.confirmedAt = at.toISOString()
      return
    }
    const when = new Date(at.getTime() + roll.skewed(4, 90, 2600) * 60_000)
    const stars = roll.weighted<number>(late ? [[5, 22], [4, 34], [3, 28], [2, 11], [1, 5]] : [[5, 63], [4, 28], [3, 7], [2, 1.5], [1, 0.5]])
    const words = roll.chance(0.4) ? roll.pick(stars <= 3 ? grumbles : praiseWords) : ''
    take('confirm', 'closed', { by: asker, when, comment: words })
    facts.confirmedAt = at.toISOString()
    if (roll.chance(0.85)) rating = { stars, words: words === '' ? null : words }
  }
  try {
    if (stuck === undefined && roll.chance(0.02)) take('withdraw', 'withdrawn', { by: asker, when: later(roll.int(5, 50)), comment: roll.pick(['自己弄好了', '报错了', '已当面说过']) })
    else if (stuck === 'returned' || (stuck === undefined && roll.chance(0.025))) returned()
    else {
      repairOnce()
      if (roll.chance(0.055)) {
        take('notFixed', 'asked', { by: asker, when: new Date(at.getTime() + roll.int(30, 1500) * 60_000), comment: roll.pick(notFixedWords) })
        facts.reopened = 1
        facts.finishedAt = null
        facts.promisedAt = promisedBy({ limits, urgency, from: at, calendar }).toISOString()
        repairOnce()
      }
      judge()
    }
  } catch (reason) {
    if (reason !== present) throw reason
  }
  function returned(): void {
    take('reject', 'returned', { by: dispatcher, when: later(roll.int(10, 90)), comment: roll.pick(returnReasons) })
    if (roll.chance(0.5)) {
      take('resubmit', 'asked', { by: asker, when: later(roll.int(20, 400)), comment: '已补充位置和照片' })
      repairOnce()
      judge()
    } else take('withdraw', 'withdrawn', { by: asker, when: later(roll.int(20, 600)), comment: '知道了' })
  }
  return { happened, state, facts, dueAt: dueOf(state, at, facts, calendar), rating, materials, hours }
}

function dueOf(state: string, since: Date, facts: Readonly<Record<string, unknown>>, calendar: WorkingCalendar): Date | null {
  if (state === 'closed' || state === 'withdrawn' || state === 'merged') return null
  if (state === 'fixed' || state === 'returned') return instantOf({ date: addWorkingDays(localDate(since), state === 'fixed' ? 3 : 5, calendar), time: '18:00' })
  if (state === 'paused' && typeof facts.waitUntil === 'string') return instantOf({ date: facts.waitUntil, time: '18:00' })
  return typeof facts.promisedAt === 'string' ? new Date(facts.promisedAt) : null
}
