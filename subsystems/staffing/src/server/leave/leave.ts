// What follows from a leave 请假联动: counted in working days; once approved somebody stands in and takes over; back again, nobody does.
import { systemActor } from '@houqin/access'
import { workingCalendar } from '@houqin/calendar'
import { addDays, instantOf } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { badInput } from '@houqin/fields'
import { handOver } from '@houqin/hand-over'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, Happened } from '@houqin/matters'
import { say } from '@houqin/problem'
import { sql } from 'kysely'
import { leave } from '../../contract/index.ts'

type Leave = Happened<typeof leave>
const calendar = workingCalendar()
/** Longer ones are no leave but a change of post. */
const longestDays = 366

/** @throws RangeError unless both are days. */
export function workingDays({ from, to }: { from: string; to: string }): number {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count += 1
  return count
}

export function leaveEffects(system: System): Effects {
  return effects(leave, {
    start: (asked) => count(system, asked),
    async submit(taken) {
      await standIn(system, taken)
      await giveAway(system, taken)
      await taken.engine.setDue(instantOf({ date: taken.matter.form.to, time: '18:00' }))
    },
    handOver: async (taken) => {
      if (taken.matter.state === 'away') await giveAway(system, taken)
    },
    async returns(taken) {
      await taken.engine.setFacts({ backOn: system.clock.today() })
      await endDeputies(taken.tx, system, taken)
    },
    drop: (taken) => endDeputies(taken.tx, system, taken),
  })
}

async function count(system: System, { tx, matter: { form, requester }, engine }: Leave): Promise<void> {
  const { from, to } = form
  if (to < from) throw badInput([{ at: 'input.to', says: say('“至”不能早于“自”', 'The last day may not come before the first') }])
  if (addDays(from, longestDays) < to) throw badInput([{ at: 'input.to', says: say(`一次最多请 ${longestDays} 天`, `At most ${longestDays} days at once`) }])
  if (form.deputy !== null && form.deputy === requester) throw badInput([{ at: 'input.deputy', says: say('代理人不能是本人', 'Nobody is his own deputy') }])
  const { rows } = await sql`
    select from people.person_main_post where person = ${requester}::uuid and duty = 'head' and valid @> ${system.clock.today()}::date limit 1`.execute(tx)
  await engine.setFacts({ days: String(workingDays({ from, to })), asker: rows.length > 0 ? 'head' : 'staff' })
  // Who is to stand in reads along: he should not learn of it on the day.
  if (form.deputy !== null) await engine.addParty(form.deputy)
}

/** @throws Problem of the deputies: a loop, days on which somebody stands in already, somebody who cannot. */
async function standIn(system: System, { tx, matter: { id, number, form, requester } }: Leave): Promise<void> {
  const today = system.clock.today()
  if (form.deputy === null || requester === null || form.to < today) return
  const { id: deputy } = await system.approvals.deputies.add(tx, systemActor, {
    person: requester, deputy: form.deputy, from: form.from < today ? today : form.from, to: form.to, reason: `请假 ${number}`,
  })
  await sql`insert into staffing.leave_deputy (matter, deputy) values (${id}::uuid, ${deputy}::uuid)`.execute(tx)
}

async function endDeputies(tx: Tx, system: System, { matter: { id } }: Pick<Leave, 'matter'>): Promise<void> {
  const { rows } = await sql<{ deputy: string }>`
    select l.deputy from staffing.leave_deputy l join approval.deputy d on d.id = l.deputy
     where l.matter = ${id}::uuid and d.withdrawn_at is null and d.valid && daterange(${system.clock.today()}::date, null)`.execute(tx)
  for (const { deputy } of rows) await system.approvals.deputies.withdraw(tx, systemActor, deputy)
}

/** Line by line: what he no longer has in hand is marked as closed, what cannot be taken over undoes the step. */
async function giveAway(system: System, { tx, actor, matter: { id, number, requester } }: Leave): Promise<void> {
  if (requester === null) return
  const { rows } = await sql<{ id: string; what: string; number: string | null; to: string; from_name: string; to_name: string }>`
    select l.id, l.what, l.number, l."to", f.label as from_name, t.label as to_name
      from staffing.leave__handover l join people.person t on t.id = l."to" join people.person f on f.id = ${requester}::uuid
     where l.matter = ${id}::uuid and l.outcome is null order by l.position`.execute(tx)
  for (const line of rows) {
    const handed = line.what !== 'matter' || line.number === null
      || (await handOver(tx, system, { actor, number: line.number, from: requester, to: line.to, because: `因请假 ${number}，由${line.from_name}交${line.to_name}` }))
    await sql`update staffing.leave__handover set outcome = ${handed ? 'handed' : 'closed'} where id = ${line.id}::uuid`.execute(tx)
  }
}
