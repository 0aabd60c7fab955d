// Asking for a departure 离岗报批: asked and put to approval in one transaction; and its checklist as the page shows it.
import type { Actor } from '@houqin/access'
import { holds } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { approvalOfficer } from '@houqin/define'
import type { System } from '@houqin/http'
import type { MatterWire } from '@houqin/matters'
import { peopleOfficer } from '@houqin/people'
import { sql } from 'kysely'
import { departure } from '../../contract/index.ts'
import { checklist } from './checklist.ts'
import { refuseSecond } from './departure.ts'
import { leaverOf } from './leaver.ts'
import type { ListedForReader } from '../../contract/answers.ts'

export interface DepartureAsked {
  readonly person: string
  readonly [field: string]: unknown
}

/** @throws Problem conflict for a second departure of the same person, and whatever the engine of matters says. */
export async function askForDeparture(tx: Tx, { matters }: System, { actor, asked }: { actor: Actor; asked: DepartureAsked }): Promise<MatterWire> {
  await refuseSecond(tx, asked)
  const { rows: [row] } = await sql<{ organ: string }>`select organ from people.person where id = ${asked.person}::uuid`.execute(tx)
  const { number, version } = await matters.start(tx, actor, departure, { input: { ...asked, ...(row && { organ: row.organ }) } })
  return matters.step(tx, actor, departure, number, 'submit', { version })
}

/** @throws Problem not-found for whoever does not read the matter. */
export async function departureList(db: Db, system: System, { actor, number }: { actor: Actor; number: string }): Promise<{ rows: readonly ListedForReader[] }> {
  const page = await system.matters.read(db, actor, departure, number)
  if (!['settling', 'gone'].includes(page.state) && page.state !== 'drafted') return { rows: [] }
  const { rows: [matter] } = await sql<{ id: string }>`select id from matter.matter where number = ${page.number}`.execute(db)
  if (matter === undefined) throw new Error(`${page.number} has vanished`)
  const leaver = await leaverOf(db, system.clock, matter.id)
  const steps = page.steps.some(({ step }) => step === 'settle')
  const { principal } = actor
  const isLeaver = principal.person === leaver.person
  const rows = await checklist(db, system, { leaver, locale: actor.locale })
  return {
    rows: rows.map((item) => ({
      ...item,
      may: steps && (item.byApprovalOfficer ? holds(principal, [approvalOfficer]) && !isLeaver : isLeaver ? item.key.startsWith('matter:') : holds(principal, [peopleOfficer])),
    })),
  }
}
