// What follows from a redress 整改联动: the seat moves or ends, and it closes only when the ledger complies.
import type { Tx } from '@houqin/db'
import type { AnyStandard, Standard, SubjectRow } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, StepTaken } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { workplace } from '@houqin/staffing'
import type { FindingWire } from '@houqin/standards'
import { sql } from 'kysely'
import { areaByRank, oneOffice, organArea, redress, vacatedInTime } from '../contract/index.ts'
import { endSeat } from './seat-ended.ts'
import type { StandingSeat } from './seat-ended.ts'

export function redressEffects(system: System): Effects {
  return effects(redress, {
    async order({ input, matter: { form } }) {
      if (input.way === 'exchange' && (input.newRoom == null || form.person === null)) throw missing('newRoom', say('调换要写明人员和调到哪一间', 'An exchange needs the person and the room he goes to'))
      if (input.way === 'vacate' && (form.person === null || form.room === null)) throw missing('way', say('腾退要写明人员和房间', 'To vacate needs the person and the room'))
      if (input.way !== 'exchange' && input.newRoom != null) throw missing('newRoom', say('只有调换才填调到哪一间', 'A room to go to belongs to an exchange alone'))
    },
    async conclude(taken) {
      const { tx, actor, matter } = taken
      const { way, newRoom } = matter.facts
      if (way === 'exchange' || way === 'vacate') await leaveRoom(system, taken)
      if (way === 'exchange' && newRoom !== null && matter.form.person !== null)
        await system.registers.insert(tx, actor, workplace, { person: matter.form.person, room: newRoom, from: system.clock.today() })
      await requireCompliance(tx, system, taken)
    },
  })
}

/** His last day in the old room was yesterday: today it is free. */
async function leaveRoom(system: System, { tx, actor, matter: { form, number } }: StepTaken<typeof redress, 'conclude'>): Promise<void> {
  const today = system.clock.today()
  const { rows } = await sql<StandingSeat>`
    select id, version, lower(valid)::text as "from" from staffing.workplace
     where person = ${form.person}::uuid and (${form.room}::uuid is null or room = ${form.room}::uuid)
       and valid @> ${today}::date and retired_at is null and merged_into is null`.execute(tx)
  for (const seat of rows) await endSeat(tx, system, actor, { seat, reason: `整改 ${number}` })
}

/** @throws Problem standard-breached with what still stands. */
async function requireCompliance(tx: Tx, { standards, clock }: System, { matter: { form } }: StepTaken<typeof redress, 'conclude'>): Promise<void> {
  const judges: readonly AnyStandard[] = form.person === null ? [organArea] : [areaByRank, oneOffice, vacatedInTime]
  const subject = form.person ?? form.organ
  const findings: FindingWire[] = []
  for (const standard of judges) {
    // a list of standards forgets what their ledgers hold
    const ledger = (standard.ledger as NonNullable<Standard['ledger']>)(clock.today(), sql)
    const { rows: [row] } = await sql<SubjectRow<unknown>>`select ledger.* from (${ledger}) as ledger where ledger.id = ${subject}::uuid`.execute(tx)
    if (row) findings.push(...(await standards.check(tx, standard, row.subject)))
  }
  const standing = findings.filter(({ level }) => level === 'breach')
  if (standing.length === 0) return
  throw new Problem('standard-breached', say(
    `台账里还没有改过来:${standing.map(({ says }) => says).join(';')}。改好登记再办结。`,
    `The ledger does not comply yet: ${standing.map(({ en }) => en.says).join('; ')}. Enter what was changed, then conclude.`,
  ), { more: { findings: standing } })
}

const missing = (field: string, says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at: `input.${field}`, says }] })
