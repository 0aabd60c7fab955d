// What follows from a redress 整改联动: the seat moves or ends, and it closes only when the ledger complies.
import type { Tx } from '@houqin/db'
import type { AnyStandard, Standard, SubjectRow } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, StepTaken } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import type { WireFinding } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { ancillaryRooms, approvedLetting, areaByRank, asSeen, innerToilet, noTrainingCentre, oneOffice, organArea, redress, serviceRooms, vacatedInTime } from '../../contract/index.ts'
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

interface Concerned {
  readonly organ: string
  readonly person: string | null
  readonly room: string | null
  readonly newRoom: string | null
  readonly today: string
}
/** What it is about is held against every standard that speaks of it: a person, a room of nobody, or an organ with its sites. */
async function heldAgainst(tx: Tx, { organ, person, room, newRoom, today }: Concerned): Promise<readonly { readonly standard: AnyStandard; readonly where: RawBuilder<boolean> }[]> {
  const about = (id: string, ...all: readonly AnyStandard[]) => all.map((standard) => ({ standard, where: sql<boolean>`ledger.id = ${id}::uuid` }))
  // a room that came from the pool today is more for the organ
  if (person !== null) return [...about(person, areaByRank, oneOffice, vacatedInTime, innerToilet), ...(newRoom !== null && (await givenToday(tx, { organ, room: newRoom, today })) ? about(organ, organArea) : [])]
  if (room !== null) return [...about(organ, organArea), ...about(room, approvedLetting, noTrainingCentre, asSeen)]
  return [...about(organ, organArea, serviceRooms), ...[ancillaryRooms, approvedLetting].map((standard) => ({ standard, where: sql<boolean>`ledger.organ = ${organ}::uuid` }))]
}

/** @throws Problem standard-breached with what still stands. */
async function requireCompliance(tx: Tx, { standards, clock }: System, { matter: { form, facts } }: StepTaken<typeof redress, 'conclude'>): Promise<void> {
  const today = clock.today()
  const findings: WireFinding[] = []
  for (const { standard, where } of await heldAgainst(tx, { ...form, newRoom: facts.newRoom, today })) {
    // a list of standards forgets what their ledgers hold
    const ledger = (standard.ledger as NonNullable<Standard['ledger']>)(today, sql)
    const { rows } = await sql<SubjectRow<unknown>>`select ledger.* from (${ledger}) as ledger where ${where}`.execute(tx)
    for (const row of rows) findings.push(...(await standards.check(tx, standard, row.subject)))
  }
  const standing = findings.filter(({ level }) => level === 'breach')
  if (standing.length === 0) return
  throw new Problem('standard-breached', say(
    `台账里还没有改过来：${standing.map(({ says }) => says).join('；')}。改好登记再办结；和别的整改换来换去的，一起办结。`,
    `The ledger does not comply yet: ${standing.map(({ en }) => en.says).join('; ')}. Enter what was changed, then conclude; those that depend on each other are concluded together.`,
  ), { more: { findings: standing } })
}

const missing = (field: string, says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at: `input.${field}`, says }] })
