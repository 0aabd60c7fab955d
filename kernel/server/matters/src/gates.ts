// Gates 关口: the standards that stand before a step. A breach refuses it, a warning is kept with the matter.
import type { Tx } from '@houqin/db'
import type { Gate, Matter } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import type { WireFinding } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Desk } from './desk.ts'

type Values = Readonly<Record<string, unknown>>
interface AtGate {
  readonly form: Values
  readonly facts: Values
  readonly lines: Readonly<Record<string, readonly Values[]>>
}

export function gatesAt(desk: Desk, matter: Matter, step: string): readonly Gate[] {
  return desk.catalogue.gates.filter((gate) => gate.matter.id === matter.id && gate.at.includes(step))
}

/**
 * Holds the matter, as the step would leave it, against each gate with the figures of today.
 * @returns warnings and notes, to be kept. @throws Problem standard-breached with every finding.
 */
export async function passGates(tx: Tx, desk: Desk, { gates, at }: { gates: readonly Gate[]; at: AtGate }): Promise<readonly WireFinding[]> {
  const today = desk.clock.today()
  const findings: WireFinding[] = []
  for (const gate of gates) {
    // `defineGate` proved that this matter is what the subject reads; the list of gates forgets it.
    const asked = gate.subject({ ...at, today } as never, sql)
    const subjects = isQuery(asked) ? (await asked.execute(tx)).rows : asked === undefined ? [] : [asked]
    // what would mend it is what is being done
    for (const subject of subjects) findings.push(...(await desk.standards.check(tx, gate.standard, subject, today)).map((found) => (found.mend?.matter === gate.matter.id ? { ...found, mend: null } : found)))
  }
  const breaches = findings.filter(({ level }) => level === 'breach')
  if (breaches.length === 0) return findings
  const zh = breaches.map(({ says, advice, cite }) => `${says}（依据 ${cite.text}）。${advice}`).join(' ')
  const en = breaches.map(({ en: told, cite }) => `${told.says} (source: ${cite.text}). ${told.advice}`).join(' ')
  throw new Problem('standard-breached', say(zh, `A standard forbids it: ${en}`), { more: { findings } })
}

function isQuery(asked: unknown): asked is RawBuilder<unknown> {
  return typeof asked === 'object' && asked !== null && 'isRawBuilder' in asked
}
