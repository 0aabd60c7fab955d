// What each step of a repair does 报修联动: who goes, by when, and who must hear of it.
import { instantOf, localDate } from '@houqin/clock'
import { addWorkingDays, workingCalendar } from '@houqin/calendar'
import { effects } from '@houqin/matters'
import type { Happened } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { dispatcher, repair, serviceOfficer } from '../contract/index.ts'
import { assign } from './assignment.ts'
import { promisedBy } from './promise.ts'

type Repair = Happened<typeof repair>
const calendar = workingCalendar()
/** Whoever says "not fixed" later than this reports anew: what broke since is another fault. */
const reopenWithinWorkingDays = 7
const longestPauseDays = 60

/** The promise that stands now; the engine clears the deadline at every change of state. */
async function keepPromise({ matter, engine }: Repair): Promise<void> {
  const { promisedAt } = matter.facts
  await engine.setDue(promisedAt === null ? null : new Date(promisedAt))
}
/** A new promise, counted from `at`: after a pause, after "not fixed". */
async function promiseAnew({ tx, at, matter, engine }: Repair): Promise<void> {
  const { limits } = await assign(tx, { chosen: matter.facts.handledAs, what: matter.form.what, site: matter.site })
  const promised = promisedBy({ limits, urgency: matter.form.urgency, from: at, calendar })
  await engine.setFacts({ promisedAt: promised.toISOString() })
  await engine.setDue(promised)
}
/** A category put right moves the promise, still counted from the asking; a team follows from the trade unless named. */
async function send(happened: Repair, { toTeam, correctedTo }: { toTeam?: string | null; correctedTo?: string | null }): Promise<void> {
  const { tx, matter, engine } = happened
  const { handledAs, team } = matter.facts
  const chosen = correctedTo ?? handledAs
  const corrected = correctedTo != null && correctedTo !== handledAs
  // As it was asked for it goes, mostly: then nothing need be looked up.
  const assigned = chosen === null || corrected || (toTeam == null && team === null) ? await assign(tx, { chosen, what: matter.form.what, site: matter.site }) : undefined
  const promised = corrected && assigned ? promisedBy({ limits: assigned.limits, urgency: matter.form.urgency, from: matter.openedAt, calendar }) : null
  await engine.setFacts({
    handledAs: assigned?.category ?? chosen,
    team: toTeam ?? ((!corrected && team) || ((await assigned?.team()) ?? null)),
    acceptedAt: null,
    arrivedAt: null,
    ...(promised && { promisedAt: promised.toISOString() }),
  })
  if (promised) await engine.setDue(promised)
  else await keepPromise(happened)
}
const refuse = (zh: string, en: string): Problem => new Problem('step-not-possible', say(zh, en))

export const repairEffects = effects(repair, {
  async start({ tx, matter, engine }) {
    // Without a site no dispatcher would see it, and it would lie there for ever.
    if (matter.site === null)
      throw new Problem('bad-input', say('请说明在哪里：选房间、室外区域或场所。', 'Say where it is: choose a room, an outdoor area or a site.'), {
        issues: [{ at: 'input.site', says: say('房间、室外区域、场所至少选一个', 'Choose a room, an outdoor area or a site') }],
      })
    const { category, limits, team } = await assign(tx, { chosen: matter.form.category, what: matter.form.what, site: matter.site })
    const promised = promisedBy({ limits, urgency: matter.form.urgency, from: matter.openedAt, calendar })
    await engine.setFacts({ handledAs: category, team: await team(), promisedAt: promised.toISOString() })
    await engine.setDue(promised)
  },
  dispatch: (taken) => send(taken, taken.input),
  reassign: (taken) => send(taken, taken.input),
  async take(taken) {
    const { actor, engine } = taken
    if (actor.principal.person === null) throw refuse('账号没有关联人员，不能抢单。', 'Your account belongs to no person, so it cannot take a repair.')
    await engine.setFacts({ worker: actor.principal.person })
    await keepPromise(taken)
  },
  async accept({ at, matter, engine }) {
    if (matter.facts.acceptedAt !== null) throw refuse('已经接过单了，到场后点“到场”。', 'It is accepted already; on arrival press “Arrived”.')
    await engine.setFacts({ acceptedAt: at.toISOString() })
  },
  async arrive(taken) {
    await taken.engine.setFacts({ arrivedAt: taken.at.toISOString() })
    await keepPromise(taken)
  },
  async decline({ matter, engine, ...rest }) {
    // Nobody holds it any more than the dispatcher does: the fact would say otherwise.
    await engine.setFacts({ worker: null, acceptedAt: null })
    await keepPromise({ matter, engine, ...rest })
  },
  async pause({ at, input, engine }) {
    const today = localDate(at)
    const latest = addWorkingDays(today, longestPauseDays, calendar)
    if (input.waitUntil < today) throw refuse('恢复日期不能早于今天。', 'It cannot resume before today.')
    if (input.waitUntil > latest) throw refuse(`暂缓最多 ${longestPauseDays} 个工作日；更久的请完工并写明“无法维修，另行办理”。`, `A pause lasts ${longestPauseDays} working days at most; finish it as beyond repair if it takes longer.`)
    await engine.setDue(instantOf({ date: input.waitUntil, time: '18:00' }))
  },
  resume: promiseAnew,
  async finish({ at, matter, engine }) {
    const { promisedAt } = matter.facts
    await engine.setFacts({ finishedAt: at.toISOString(), inTime: promisedAt === null ? null : at <= new Date(promisedAt) })
  },
  async confirm({ at, engine }) {
    await engine.setFacts({ confirmedAt: at.toISOString() })
  },
  async closeUnanswered({ at, engine }) {
    await engine.setFacts({ confirmedAt: at.toISOString() })
  },
  async notFixed(taken) {
    const { at, matter, from, engine } = taken
    const { confirmedAt, reopened } = matter.facts
    const last = confirmedAt === null ? null : addWorkingDays(localDate(new Date(confirmedAt)), reopenWithinWorkingDays, calendar)
    if (from === 'closed' && last !== null && localDate(at) > last)
      throw refuse(`办结已超过 ${reopenWithinWorkingDays} 个工作日，请另报一件。`, `It was closed more than ${reopenWithinWorkingDays} working days ago; report it anew.`)
    await engine.setFacts({ reopened: (reopened ?? 0) + 1, finishedAt: null, inTime: null, confirmedAt: null, acceptedAt: null, arrivedAt: null })
    await promiseAnew(taken)
  },
  resubmit: promiseAnew,
  split: keepPromise,
  async urge({ matter, engine }) {
    const { worker } = matter.facts
    // The fact still names who mended it before it was not mended after all; what waits to be sent is the dispatcher's.
    if (worker === null || matter.state === 'asked') await engine.involve(dispatcher)
    else await engine.notify([worker])
  },
  async overdue({ matter, engine }) {
    // What waits for the asker closes by itself; what waits for us goes up.
    if (matter.state === 'fixed' || matter.state === 'returned') return
    await engine.involve(serviceOfficer)
  },
})
