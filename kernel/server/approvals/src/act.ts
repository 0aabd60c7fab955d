// Doing something in an approval 审批办理: agree, refuse, send back, hand over, delegate, add and remove signers, copy, withdraw, urge.
import { personNamed } from '@houqin/approval-routes'
import type { Desk } from '@houqin/approval-routes'
import type { Tx } from '@houqin/db'
import { badInput, newId } from '@houqin/fields'
import { nameOf, personOf } from '@houqin/matter-records'
import type { ApprovalDeed, AtMatter, Party, Ruling } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import { formatInstant } from '@houqin/clock'
import { sql } from 'kysely'
import { askersOf, dueOf, goOn, placeOf } from './advance.ts'
import type { Done, Ending } from './advance.ts'
import { changeInstance, changeTask, insertTask, latestOf, tasksOf } from './instance.ts'
import type { Instance, Task } from './instance.ts'
import { tooLate } from './own-task.ts'
import { hasLostSeat } from './lost-seat.ts'
import { mayWithRoute, mayWithTask } from './rights.ts'
import type { TaskAction } from './rights.ts'
import { sign } from './sign-task.ts'
import type { TaskGiven } from './task-given.ts'
import { visitedBy } from './visited.ts'

interface Acting { readonly at: AtMatter; readonly instance: Instance; readonly tasks: readonly Task[]; readonly given: TaskGiven; readonly comment: string | null }

const minutesBetweenUrges = 30

/** @throws Problem not-found, not-allowed, stale-version for whoever was slower, bad-input, step-not-possible. */
export async function act(tx: Tx, desk: Desk, { task: id, given: body, ...at }: AtMatter & { readonly task: string; readonly given: unknown }): Promise<Ruling> {
  // The edge has checked the shape.
  const given = body as TaskGiven
  const latest = await latestOf(tx, at.stored.id)
  const instance = latest?.outcome === 'open' ? latest : undefined
  const comment = given.comment?.trim() || null
  const tasks = latest ? await tasksOf(tx, latest.id) : []
  if (instance === undefined) throw tooLate({ stored: at.stored, instance: latest, tasks }) ?? over(at)
  const acting = { at, instance, tasks, given, comment }
  if (id === instance.id) return actOnRoute(tx, desk, acting)
  const task = tasks.find((one) => one.id === id)
  if (task === undefined) throw over(at)
  // Closed without him: another of the stage was faster, and is named.
  const faster = task.state === 'closed' ? tooLate({ stored: at.stored, instance, tasks: tasks.filter(({ stage }) => stage === task.stage) }) : undefined
  if (task.version !== given.version) throw faster ?? stale(task)
  const may = mayWithTask({ person: personOf(at.caller), task, tasks, instance })
  const chosen = may.find((action) => action === given.action)
  if (chosen === undefined) throw task.state === 'open' ? notHis() : stale(task)
  if (await hasLostSeat(tx, desk, { at, instance, task })) throw new Problem('not-allowed', say(
    '您已不再担任这一环节要求的角色或岗位，由现任审批。', 'You hold the role or post of this stage no longer; whoever holds it now decides.',
  ))
  const { done, ending } = await deeds[chosen](tx, desk, { ...acting, task })
  await sql`update approval.instance set stuck = null where id = ${instance.id}::uuid`.execute(tx)
  return goOn(tx, desk, { at, instance, done, ...(ending && { ending }) })
}

type Deed = (tx: Tx, desk: Desk, acting: Acting & { readonly task: Task }) => Promise<{ done: Done; ending?: Ending }>
const deeds: Readonly<Record<TaskAction, Deed>> = Object.freeze({
  agree: (tx, desk, acting) => decideTask(tx, desk, { ...acting, state: 'agreed' }),
  refuse: (tx, desk, acting) => decideTask(tx, desk, { ...acting, state: 'refused' }),
  async return(tx, desk, acting) {
    const { at, given, comment, task } = acting
    const words = requireWords(comment, '请写明需要重办什么', 'Say what must be done again')
    const to = (await visitedBy(tx, at)).find(({ state }) => state === given.state)
    if (to === undefined) throw badInput([{ at: 'state', says: say('只能驳回到这件事项经过的环节，请重新选择', 'It can only go back to a state it has been in') }])
    await markDecided(tx, desk, { at, task, state: 'refused', comment: words })
    return { done: { deed: 'return', comment: words, details: { to: to.title } }, ending: { outcome: 'returned', to: to.state } }
  },
  async transfer(tx, desk, acting) {
    const to = await otherPerson(tx, desk, acting)
    const stage = acting.instance.stages[acting.task.stage]
    await changeTask(tx, acting.task.id, sql`person = ${to.person}::uuid, for_person = ${to.for}::uuid, holder = null, timed_out_at = null,
      opened_at = ${desk.clock.now()}, due_at = ${stage ? dueOf(desk, acting.instance, stage, desk.clock.now()) : null}::timestamptz`)
    return { done: { deed: 'transfer', comment: acting.comment, details: { to: to.named } } }
  },
  delegate: (tx, desk, acting) => addTask(tx, desk, { ...acting, kind: 'delegated', deed: 'delegate' }),
  'sign-before': (tx, desk, acting) => addTask(tx, desk, { ...acting, kind: 'before', deed: 'sign-before' }),
  'sign-after': (tx, desk, acting) => addTask(tx, desk, { ...acting, kind: 'after', deed: 'sign-after' }),
  async unsign(tx, desk, { task, comment, at }) {
    await changeTask(tx, task.id, sql`state = 'closed', decided_at = ${desk.clock.now()}, decided_by = ${personOf(at.caller)}::uuid, decided_name = ${nameOf(at.caller).name}`)
    return { done: { deed: 'unsign', comment, ...(task.person !== null && { details: { to: (await personNamed(tx, desk, task.person)) } }) } }
  },
  async copy(tx, desk, acting) {
    const { person, named } = await otherPerson(tx, desk, acting, { copy: true })
    const { task, tasks, instance } = acting
    await insertTask(tx, instance.id, {
      id: newId(desk.clock), stage: task.stage, seat: task.seat, place: tasks.length, kind: 'copy', parent: task.id, person, forPerson: null, vacancy: null,
      state: 'told', openedAt: desk.clock.now(), dueAt: null,
    })
    return { done: { deed: 'copy', comment: acting.comment, details: { to: named }, parties: [{ person, why: 'watcher' }], tell: [person] } }
  },
})

async function decideTask(tx: Tx, desk: Desk, { at, instance, task, given, comment, tasks, state }: Acting & { task: Task; state: 'agreed' | 'refused' }): Promise<{ done: Done }> {
  if (state === 'agreed' && task.kind !== 'delegated') await sign(tx, desk, { at, instance, task, given })
  const words = state === 'refused' ? requireWords(comment, '请写明不同意的理由', 'Say why you refuse') : comment
  await markDecided(tx, desk, { at, task, state, comment: words })
  const person = personOf(at.caller)
  const asks = tasks.find(({ id }) => id === task.parent)?.person
  if (task.kind === 'delegated')
    return { done: { deed: 'answer', comment: words, details: { to: state === 'agreed' ? '同意' : '不同意' }, tell: asks == null ? [] : [asks], parties: acted(person) } }
  const agreed = state === 'agreed' && person !== null ? [{ person, why: 'agreed' } as const] : []
  return { done: { deed: state === 'agreed' ? 'agree' : 'refuse', comment: words, parties: [...acted(person), ...agreed] } }
}

export async function markDecided(tx: Tx, desk: Desk, { at, task, state, comment }: { at: AtMatter; task: Task; state: 'agreed' | 'refused'; comment: string | null }): Promise<void> {
  await changeTask(tx, task.id, sql`state = ${state}, decided_at = ${desk.clock.now()}, decided_by = ${personOf(at.caller)}::uuid, decided_name = ${nameOf(at.caller).name}, comment = ${comment}`)
}

async function addTask(tx: Tx, desk: Desk, acting: Acting & { task: Task; kind: 'before' | 'after' | 'delegated'; deed: ApprovalDeed }): Promise<{ done: Done }> {
  const { task, tasks, instance, kind, deed, comment } = acting
  const to = await otherPerson(tx, desk, acting)
  const now = desk.clock.now()
  const stage = instance.stages[task.stage]
  const waits = kind === 'after'
  await insertTask(tx, instance.id, {
    id: newId(desk.clock), stage: task.stage, seat: task.seat, place: tasks.length, kind, parent: task.id, person: to.person, forPerson: to.for, vacancy: null,
    state: waits ? 'waiting' : 'open', openedAt: waits ? null : now, dueAt: waits || !stage ? null : dueOf(desk, instance, stage, now),
  })
  await changeTask(tx, task.id, sql`timed_out_at = null`)
  // Who is to sign afterwards reads along from now on.
  return { done: { deed, comment, details: { to: to.named }, parties: [{ person: to.person, why: 'approver' }] } }
}

/** Somebody else who can decide, or his deputy. @throws Problem bad-input, not-allowed, conflict. */
async function otherPerson(tx: Tx, desk: Desk, { at, instance, tasks, given }: Acting & { task: Task }, { copy = false } = {}): Promise<{ person: string; for: string | null; named: unknown }> {
  const place = placeOf(at, instance)
  const chosen = await personNamed(tx, desk, given.to, { place, copy })
  if (copy) return { person: chosen.id, for: null, named: { id: chosen.id, name: chosen.name } }
  if (place.askers.includes(chosen.id)) throw new Problem('not-allowed', say('发起人和当事人不能审批自己的事项，请另选一位。', 'Neither the asker nor whom it is for approves it; choose somebody else.'))
  const person = chosen.deputy ?? chosen.id
  if (tasks.some((task) => task.stage === instance.stage && task.kind !== 'copy' && (task.person === person || task.forPerson === person) && ['open', 'waiting'].includes(task.state)))
    throw new Problem('conflict', say(`${chosen.name}已经在这个环节里，请另选一位。`, `${chosen.name} is in this stage already; choose somebody else.`))
  return { person, for: chosen.deputy === null ? null : chosen.id, named: { id: chosen.id, name: chosen.name } }
}

async function actOnRoute(tx: Tx, desk: Desk, { at, instance, given, comment, tasks }: Acting): Promise<Ruling> {
  const action = mayWithRoute({ person: personOf(at.caller), instance, askers: askersOf(at, instance) }).find((one) => one === given.action)
  if (action === undefined) throw notHis()
  if (instance.version !== given.version) throw new Problem('stale-version', say('审批已有新进展，请刷新后再办。', 'The approval has moved on; reload first.'), { more: { version: instance.version } })
  if (action === 'withdraw') return goOn(tx, desk, { at, instance, done: { deed: 'withdraw', comment, parties: acted(personOf(at.caller)) }, ending: { outcome: 'withdrawn', to: null } })
  const now = desk.clock.now()
  const next = instance.urgedAt === null ? now : new Date(instance.urgedAt.getTime() + minutesBetweenUrges * 60_000)
  if (next > now) throw new Problem('step-not-possible', say(`刚刚催办过，${formatInstant(next)} 以后可以再催。`, `It was urged just now; you may urge again after ${formatInstant(next)}.`))
  await changeInstance(tx, instance.id, sql`urged_at = ${now}`)
  const waited = tasks.flatMap(({ person, state }) => (state === 'open' && person !== null ? [person] : []))
  return goOn(tx, desk, { at, instance, done: { deed: 'urge', comment, tell: waited } })
}

const acted = (person: string | null): readonly Party[] => (person === null ? [] : [{ person, why: 'acted' }])
export function requireWords(comment: string | null, zh: string, en: string): string {
  if (comment !== null) return comment
  throw badInput([{ at: 'comment', says: say(zh, en) }])
}
const notHis = (): Problem => new Problem('not-allowed', say('这一步审批不由您办理。', 'This is not yours to decide.'))
function over({ stored }: AtMatter): Problem {
  return new Problem('stale-version', say(`${stored.number} 的这次审批已经结束，请刷新。`, `This approval of ${stored.number} is over; reload.`), { more: { version: stored.version } })
}
function stale({ decidedName, decidedAt, version, state }: Task): Problem {
  const who = decidedName === null || decidedAt === null ? '' : `${decidedName}已于 ${formatInstant(decidedAt)} 办理`
  return new Problem('stale-version', say(
    who === '' ? '这项审批已有变化，请刷新后再办。' : `${who}，请刷新。`, who === '' ? 'This task has changed; reload before you go on.' : `${decidedName} was faster, at ${formatInstant(decidedAt ?? new Date(0))}; reload.`,
  ), { more: { version, state } })
}
