// What follows from a redress 整改联动: the seat moves or ends, and it closes only when the ledger complies.
import type { Tx } from '@houqin/db'
import type { AnyStandard, Standard, SubjectRow } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, StepTaken } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import type { FindingWire } from '@houqin/standards'
import { sql } from 'kysely'
import { areaByRank, oneOffice, organArea, redress, vacatedInTime } from '../../contract/index.ts'
import { givenToday, moveAsDecided } from './move-as-decided.ts'

export function redressEffects(system: System): Effects {
  return effects(redress, {
    async order({ input, matter: { form } }) {
      if (input.way === 'exchange' && (input.newRoom == null || form.person === null)) throw missing('newRoom', say('调换要写明人员和调到哪一间', 'An exchange needs the person and the room he goes to'))
      if (input.way === 'vacate' && (form.person === null || form.room === null)) throw missing('way', say('腾退要写明人员和房间', 'To vacate needs the person and the room'))
      if (input.way !== 'exchange' && input.newRoom != null) throw missing('newRoom', say('只有调换才填调到哪一间', 'A room to go to belongs to an exchange alone'))
    },
    async conclude(taken) {
      const { tx, actor, matter: { number, form, facts } } = taken
      await moveAsDecided(system, tx, actor, { number, organ: form.organ, person: form.person, room: form.room, way: facts.way, newRoom: facts.newRoom })
      await requireCompliance(tx, system, taken)
    },
  })
}

/** @throws Problem standard-breached with what still stands. */
async function requireCompliance(tx: Tx, { standards, clock }: System, { matter: { form, facts } }: StepTaken<typeof redress, 'conclude'>): Promise<void> {
  const today = clock.today()
  const held: (readonly [string | null, AnyStandard])[] = form.person === null
    ? [[form.organ, organArea]]
    : [areaByRank, oneOffice, vacatedInTime].map((standard) => [form.person, standard])
  // a room that came from the pool today is more for the organ
  if (form.person !== null && facts.newRoom !== null && (await givenToday(tx, { organ: form.organ, room: facts.newRoom, today }))) held.push([form.organ, organArea])
  const findings: FindingWire[] = []
  for (const [subject, standard] of held) {
    // a list of standards forgets what their ledgers hold
    const ledger = (standard.ledger as NonNullable<Standard['ledger']>)(today, sql)
    const { rows: [row] } = await sql<SubjectRow<unknown>>`select ledger.* from (${ledger}) as ledger where ledger.id = ${subject}::uuid`.execute(tx)
    if (row) findings.push(...(await standards.check(tx, standard, row.subject)))
  }
  const standing = findings.filter(({ level }) => level === 'breach')
  if (standing.length === 0) return
  throw new Problem('standard-breached', say(
    `台账里还没有改过来:${standing.map(({ says }) => says).join(';')}。改好登记再办结;和别的整改换来换去的,一起办结。`,
    `The ledger does not comply yet: ${standing.map(({ en }) => en.says).join('; ')}. Enter what was changed, then conclude; those that depend on each other are concluded together.`,
  ), { more: { findings: standing } })
}

const missing = (field: string, says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at: `input.${field}`, says }] })
