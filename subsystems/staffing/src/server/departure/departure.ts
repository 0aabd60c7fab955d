// What follows from a departure 离岗联动: asked once, told to whoever goes and to his chief, settled line by line, done on the day, closed when nothing is left.
import { systemActor } from '@houqin/access'
import { instantOf } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { effects } from '@houqin/matters'
import type { Effects, Happened } from '@houqin/matters'
import { person } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { departure } from '../../contract/index.ts'
import { checklist } from './checklist.ts'
import { depart } from './depart.ts'
import { leaverOf } from './leaver.ts'
import { settle } from './settle.ts'

type Departure = Happened<typeof departure>

export function departureEffects(system: System): Effects {
  return effects(departure, {
    start: (asked) => begin(system, asked),
    submit: async (taken) => {
      const { tx, matter, engine } = taken
      await refuseSecond(tx, { person: matter.form.person, without: matter.id })
      await engine.setDue(instantOf({ date: matter.form.on, time: '18:00' }))
      await tell(tx, system, taken)
    },
    settle: (taken) => settle(system, taken),
    leave: async (taken) => {
      refuseLeaver(taken)
      await depart(system, taken)
      await tell(taken.tx, system, taken)
    },
    close: async (taken) => {
      refuseLeaver(taken)
      const { tx, actor, matter } = taken
      const open = (await checklist(tx, system, { leaver: await leaverOf(tx, system.clock, matter.id), locale: actor.locale })).filter(({ state }) => state === 'open')
      if (open.length > 0) throw new Problem('step-not-possible', say(
        `还有 ${open.length} 项没有结清：${namesOf(open, '、')}。请逐项移交、收回，或写明不办的原因。`, `${open.length} items are not settled: ${namesOf(open, ', ')}. Hand each over, take it back, or say why it may stay.`,
      ))
    },
  })
}
const namesOf = (open: readonly { readonly title: string }[], between: string): string => `${open.slice(0, 3).map(({ title }) => title).join(between)}${open.length > 3 ? '…' : ''}`

function refuseLeaver({ actor, matter }: Departure): void {
  if (actor.principal.person === matter.form.person) throw new Problem('not-allowed', say('自己的离岗由另一位人员管理员办理。', 'Nobody sees to his own departure; another officer does.'))
}

/** @throws Problem conflict while another departure of the person is under way. @param without the id of the one that asks. */
export async function refuseSecond(tx: Tx, { person: who, without = null }: { person: string; without?: string | null }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`staffing.departure ${who}`}))`.execute(tx)
  const { rows: [other] } = await sql<{ number: string }>`
    select m.number from staffing.departure d join matter.matter m on m.id = d.matter
     where d.person = ${who}::uuid and m.closed_at is null and m.id is distinct from ${without}::uuid limit 1`.execute(tx)
  if (other) throw wrong('conflict', 'person', `这个人的离岗正在办理（${other.number}）`, `This person’s departure is under way (${other.number})`)
}

/** @throws Problem bad-input, not-allowed. */
async function begin(system: System, { tx, matter: { form, organ, requester }, engine }: Departure): Promise<void> {
  const row = await system.registers.get(tx, systemActor, person, form.person)
  if (row['standing'] !== 'active') throw wrong('bad-input', 'person', '这个人已经不在职', 'This person has left already')
  if (requester === form.person) throw wrong('not-allowed', 'person', '自己的离岗请单位联络员或另一位人员管理员提出', 'A liaison or another officer asks for your own departure')
  if (idOf(row['organ']) !== organ) throw wrong('bad-input', 'organ', '原单位应是离岗人所在的单位', 'The organ is the one of whoever leaves')
  const within = form.kind === 'within'
  if (within && (form.toOrgan === null || form.toOrgan === organ)) throw wrong('bad-input', 'toOrgan', '请选择调往的另一个单位', 'Choose the organ he goes to')
  if (within && form.toTitle === null) throw wrong('bad-input', 'toTitle', '请填写新职务', 'Say what he becomes there')
  if (!within && (form.toOrgan !== null || form.toTitle !== null)) throw wrong('bad-input', 'toOrgan', '只有区内调动填写调往单位和新职务', 'Only a move within the district names them')
  await engine.setFacts({ leaver: form.person })
}
function wrong(type: 'bad-input' | 'conflict' | 'not-allowed', field: string, zh: string, en: string): Problem {
  return new Problem(type, say(zh, en), { issues: [{ at: `input.${field}`, says: say(zh, en) }] })
}
const idOf = (value: unknown): unknown => (value !== null && typeof value === 'object' && 'id' in value ? value.id : value)

/** Whoever goes and the head of his organ hear of it, and read along from now on. */
async function tell(tx: Tx, { clock }: System, { matter: { organ, form }, engine }: Departure): Promise<void> {
  const { rows } = await sql<{ person: string }>`
    select distinct person from people.post where organ = ${organ}::uuid and duty = 'head' and valid @> ${clock.today()}::date and retired_at is null and merged_into is null`.execute(tx)
  const persons = [...new Set([form.person, ...rows.map((row) => row.person)])]
  for (const one of persons) await engine.addParty(one)
  await engine.notify(persons)
}

/** On the day the house does it, early in the morning; what is settled already is closed with it. */
export function leaveOnTheDay(system: System): Tick {
  return { name: 'staffing.departures', every: 60_000, run: () => leaveAll(system) }
}
async function leaveAll(system: System): Promise<number> {
  const { db, clock, log } = system
  const { rows } = await sql<{ id: string; number: string; version: number }>`
    select m.id, m.number, m.version from staffing.departure d join matter.matter m on m.id = d.matter
     where m.state = 'settling' and m.approving is null and d."on" <= ${clock.today()}::date order by d."on", m.number`.execute(db)
  let left = 0
  for (const { id, number, version } of rows)
    try {
      await db.transaction().execute((tx) => leaveAndClose(tx, system, { id, number, version }))
      left += 1
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      log.warn({ number, type: error.type }, 'not left: somebody was faster, or a row forbids it')
    }
  return left
}
async function leaveAndClose(tx: Tx, system: System, { id, number, version }: { id: string; number: string; version: number }): Promise<void> {
  const gone = await system.matters.step(tx, systemActor, departure, number, 'leave', { version })
  const left = await checklist(tx, system, { leaver: await leaverOf(tx, system.clock, id), locale: 'zh' })
  if (left.every(({ state }) => state !== 'open')) await system.matters.step(tx, systemActor, departure, number, 'close', { version: gone.version, comment: '交接全部结清' })
}
