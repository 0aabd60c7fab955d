// Rows of a story 故事里的台账: somebody needs a room, so there is a building, a site and whatever else a room cannot be without.
import { systemActor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import { isAsked, targetOf } from '@houqin/define'
import type { Fields, Register } from '@houqin/define'
import type { System } from '@houqin/http'
import { Problem } from '@houqin/problem'
import type { AnsweredRow } from '@houqin/rows'
import { sampleValues } from './sample-values.ts'

export interface Rows {
  /** A row with these values and samples for whatever else it cannot be without; a reference may be given as a row. */
  make(register: Register, values?: Readonly<Record<string, unknown>>): Promise<AnsweredRow>
  /** The one row of a register that is pointed to when a story does not say which; made when it is first asked for. */
  usual(register: Register): Promise<AnsweredRow>
  /** Required references of a form, filled in with the usual rows. */
  references(fields: Fields, owner: string, given?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>
}

/** @param system writes as the system itself, through the engine: what a person may not enter, a story may not either. */
export function rowsOf(system: System): Rows {
  const usualRows = new Map<string, Promise<AnsweredRow>>()
  let nth = 0

  async function references(fields: Fields, owner: string, given: Readonly<Record<string, unknown>> = {}): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {}
    const form = { ...sampleValues(fields), ...given }
    for (const [key, field] of Object.entries(fields)) {
      const target = system.catalogue.registers.get(targetOf(field, owner) ?? '')
      if (target && !field.optional && isAsked(field, form) && !Object.hasOwn(given, key)) found[key] = (await usual(target)).id
    }
    return found
  }
  async function make(register: Register, values: Readonly<Record<string, unknown>> = {}): Promise<AnsweredRow> {
    nth += 1
    const mine = nth
    const { lines, ...given } = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, idOf(value)]))
    const day = addDays('2026-01-01', mine)
    const fixed = {
      // rows that hold from a day to a day get a day each, so that none overlaps another
      ...(register.dated && !Object.hasOwn(given, 'from') && { from: day, to: day }),
      ...(await references(register.fields, register.id, given)),
      ...given,
    }
    // the engine parses what it is handed and says what is wrong with it
    const insert = (all: boolean): Promise<AnsweredRow> => system.db.transaction().execute((tx) =>
      system.registers.insert(tx, systemActor, register, { ...sampleValues(register.fields, { nth: mine, all }), ...fixed }, lines))
    try {
      return await insert(false)
    } catch (error) {
      // what its rules ask for beyond what is always asked is filled in too, where the story leaves the row to us
      if (Object.keys(given).length > 0 || !(error instanceof Problem) || error.type !== 'bad-input') throw error
      return insert(true)
    }
  }
  function usual(register: Register): Promise<AnsweredRow> {
    const row = usualRows.get(register.id) ?? make(register)
    usualRows.set(register.id, row)
    return row
  }
  return Object.freeze({ make, usual, references })
}

function idOf(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'id' in value && 'version' in value ? value.id : value
}
