// Trying a draft 试算: the ledger of the day it is to begin, judged by the figures in force and by the new ones, side by side.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { AnyStandard, Catalogue, SubjectRow } from '@houqin/define'
import { figuresFrom, judge, namesIn, openingFor, parameterColumns, reachOf, walkLedger } from '@houqin/standards'
import type { ParameterRow } from '@houqin/standards'
import type { DraftOutcome, OutcomeRow, WireDraft, WireFinding } from '@houqin/wire'
import { sql } from 'kysely'
import { unitCostOn } from './unit-cost.ts'

const scale = 4

/** Within the reader's reach, in one snapshot. @param unitCost 元 a unit over the limit, instead of the draft's own or of that kept for the standard. @throws Problem not-found without a ledger. */
export async function tryDraft(db: Db, { standard, draft, actor, catalogue, unitCost: typed, most = 500 }: {
  standard: AnyStandard
  draft: WireDraft
  actor: Actor
  catalogue: Catalogue
  unitCost?: string
  most?: number
}): Promise<DraftOutcome> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { before, after } = await bothFigures(tx, standard, draft)
    const count = { checked: 0, newly: 0, noLonger: 0, still: 0 }
    const kept: Record<OutcomeRow['change'], { row: SubjectRow<unknown>; was: WireFinding | null; is: WireFinding | null; over: string | null }[]> = { newly: [], noLonger: [], still: [] }
    let total = 0n
    let measured = 0
    let unit: string | null = null
    for await (const rows of walkLedger(tx, { standard, day: draft.startsOn, within: reachOf(actor, standard, 'ledger') }))
      for (const row of rows) {
        count.checked += 1
        const was = breachOf(judge({ standard, subject: row.subject, figures: before, row }))
        const is = breachOf(judge({ standard, subject: row.subject, figures: after, row }))
        if (was === null && is === null) continue
        const change = was === null ? 'newly' : is === null ? 'noLonger' : 'still'
        count[change] += 1
        const over = is && overOf(is)
        if (over !== null) {
          total += decimal.toUnits(over, scale)
          measured += 1
          unit ??= is?.unit ?? null
        }
        if (kept[change].length < most) kept[change].push({ row, was, is, over })
      }
    const told = (['newly', 'noLonger', 'still'] as const).flatMap((change) => kept[change].map((one) => ({ ...one, change }))).slice(0, most)
    const organs = await namesIn(tx, catalogue.dimensions.organ, told.map(({ row }) => row.organ))
    const sites = await namesIn(tx, catalogue.dimensions.site, told.map(({ row }) => row.site))
    const opens = openingFor({ actor, catalogue, standard })
    const unitCost = await costFor(tx, { standard, draft, typed })
    const costOf = (over: string | null): string | null => (over === null || unitCost === null ? null : decimal.times(over, unitCost.price))
    const sum = measured === 0 ? null : short(decimal.fromUnits(total, scale))
    return {
      asOf: draft.startsOn, ...count, unit, over: sum, cost: costOf(sum), unitCost,
      rows: told.map(({ row, was, is, over, change }) => ({
        subject: { id: row.id, name: row.name }, organ: organs.get(row.organ ?? '') ?? null, site: sites.get(row.site ?? '') ?? null,
        opens: opens(row), change, before: was, after: is, over, cost: costOf(over),
      })),
    }
  })
}

/** What was typed just now, what whoever prepared the draft typed, or what is kept for the standard on that day. */
async function costFor(tx: Tx, { standard, draft, typed }: { standard: AnyStandard; draft: WireDraft; typed: string | undefined }): Promise<DraftOutcome['unitCost']> {
  if (typed !== undefined) return { price: typed, basis: 'typed', startsOn: null, cite: null }
  if (draft.unitCost !== null) return { price: draft.unitCost, basis: 'draft', startsOn: null, cite: null }
  const kept = await unitCostOn(tx, standard.id, draft.startsOn)
  return kept && { price: kept.price, basis: 'kept', startsOn: kept.startsOn, cite: kept.cite }
}
/** What is in force on the day, and the same with the draft's figures in their places. */
async function bothFigures(tx: Tx, standard: AnyStandard, { startsOn: day, figures }: WireDraft) {
  const { rows } = await sql<ParameterRow>`
    select ${parameterColumns} from standard.parameter where standard = ${standard.id} and valid @> ${day}::date`.execute(tx)
  const drafted: readonly ParameterRow[] = figures.map((figure) => ({ ...figure, unit: standard.parameters[figure.parameter]?.unit ?? '', from: day, to: null }))
  const untouched = rows.filter((row) => !drafted.some(({ parameter, key }) => parameter === row.parameter && key === row.key))
  return { before: figuresFrom({ standard, day, rows }), after: figuresFrom({ standard, day, rows: [...untouched, ...drafted] }) }
}
function breachOf(findings: readonly WireFinding[]): WireFinding | null {
  return findings.find(({ level }) => level === 'breach') ?? null
}
function overOf({ measured, limit }: WireFinding): string | null {
  const plain = /^-?\d+(\.\d{1,4})?$/
  if (measured === null || limit === null || !plain.test(measured) || !plain.test(limit)) return null
  return short(decimal.minus(measured, limit, scale).replace(/^-/, ''))
}
/** Without zeros that say nothing. */
function short(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
