// 判断: what would become of each row: a new one, a change, nothing, or a refusal with its reasons; asked for a batch at a time.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Catalogue, Register } from '@houqin/define'
import { newId, readValue } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { requireReachAfter, requireWritable } from '@houqin/register-rights'
import { requireTree } from '@houqin/registers'
import { guardsName, named, targetsOf, wantedBy } from '@houqin/rows'
import type { StoredRow, Target, Values } from '@houqin/rows'
import type { Clock } from '@houqin/clock'
import { callNames } from '@houqin/row-lookup'
import type { Lookup } from '@houqin/row-lookup'
import type { ImportOutcome } from '@houqin/wire'
import { labelled, reason } from './parse-row.ts'
import type { ParsedRow, Reason } from './parse-row.ts'
import type { Plan } from './plan.ts'
import { remembering } from './same-file.ts'
import type { SameFile } from './same-file.ts'
import { rowsByKey, rowsInTheWay } from './standing.ts'

export interface Written {
  readonly values: Values
  readonly from: string | null
  readonly to: string | null
}
/** What is to be stored of a row that is new or otherwise than before. */
export interface ToStore {
  readonly id: string
  readonly before: StoredRow | null
  readonly written: Written
  readonly changed: readonly string[]
  readonly label: string
  readonly search: readonly string[]
}
export interface JudgedRow {
  readonly number: number
  readonly outcome: ImportOutcome
  readonly name: string | null
  readonly reasons: readonly Reason[]
  readonly store: ToStore | null
}
export interface Judge {
  /** Rows may name others of the same ledger: each is judged before the next is read. */
  readonly oneByOne: boolean
  /** Rows that were judged before, so that others alike are known to be the second. */
  pass(rows: readonly ParsedRow[]): void
  /** @param lock for a batch that is to be written. */
  judge(tx: Tx, rows: readonly ParsedRow[], lock: boolean): Promise<readonly JudgedRow[]>
}

interface Draft {
  readonly parsed: ParsedRow
  readonly id: string
  readonly before: StoredRow | null
  readonly written: Written
  readonly changed: readonly string[]
  readonly reasons: Reason[]
}

export function createJudge({ catalogue, clock, actor, plan, lookup }: { catalogue: Catalogue; clock: Clock; actor: Actor; plan: Plan; lookup: Lookup }): Judge {
  const { register, key } = plan
  const file: SameFile = remembering(plan)
  const nameless = guardsName(catalogue, register)
  const keyLabels = key.map((name) => plan.fields[name]?.label ?? name).join('、')
  const selfReferring = Object.values(register.fields).some((field) => targetOf(field, register.id) === register.id)
  const pending = new Map<string, Target>()

  async function drafts(tx: Tx, rows: readonly ParsedRow[], lock: boolean): Promise<readonly Draft[]> {
    const first = rows.map((parsed) => ({ parsed, reasons: [...parsed.reasons, ...keyReasons(parsed)] }))
    const sound = first.filter(({ reasons }) => reasons.length === 0)
    const standing = await rowsByKey(tx, register, { key, keys: sound.map(({ parsed }) => parsed.values), lock })
    const place = new Map(sound.map(({ parsed }, at) => [parsed, at]))
    return first.map(({ parsed, reasons }): Draft => {
      const at = place.get(parsed)
      const found = at === undefined ? [] : standing.get(at) ?? []
      const [before = null, another] = found
      if (another) reasons.push(reason(null, say(`台账里有 ${found.length} 条的${keyLabels}与本行相同，分不清是哪一条`, `${found.length} rows that stand are alike in ${key.join(', ')}; which is meant cannot be told`)))
      const written = before ? changedBy(parsed, before) : made(parsed, reasons)
      return { parsed, id: before?.id ?? newId(clock), before, written, changed: before ? changesOf(register, before, written) : [], reasons }
    })
  }

  function keyReasons(parsed: ParsedRow): Reason[] {
    const empty = key.filter((name) => parsed.values[name] === undefined && !parsed.reasons.some(({ at }) => at === name))
    const missing = empty.map((name) => reason(name, labelled(plan.fields[name]?.label ?? name, name, say('空着，认不出是哪一条', 'is empty, so which row is meant cannot be told'))))
    const other = missing.length > 0 ? undefined : file.keyOf(parsed)
    return other === undefined ? missing : [...missing, reason(key[0] ?? null, say(`与第 ${other} 行重复：${keyLabels}相同`, `Row ${other} is the same in ${key.join(', ')}`))]
  }

  /** A row that stands, with what the ledger brings; what it leaves empty stays. */
  function changedBy({ values: { from, to, ...values } }: ParsedRow, before: StoredRow): Written {
    const text = (given: unknown, old: string | null): string | null => (typeof given === 'string' ? given : old)
    return register.dated
      ? { values: { ...before.values, ...values }, from: text(from, before.from), to: text(to, before.to) }
      : { values: { ...before.values, ...values, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, from: null, to: null }
  }
  function made({ values, fixed }: ParsedRow, reasons: Reason[]): Written {
    const refusedAt = new Set(reasons.map(({ at }) => at))
    const whole: Record<string, unknown> = {}
    for (const [name, field] of Object.entries(plan.fields)) {
      const given = values[name] ?? fixed[name]
      if (given !== undefined) whole[name] = given
      else {
        const reading = readValue(field, undefined)
        if ('value' in reading) whole[name] = reading.value
        else if (!refusedAt.has(name)) reasons.push(...reading.refusals.map(({ says }) => reason(name, labelled(field.label, name, says))))
      }
    }
    for (const [name, field] of Object.entries(register.fields)) if (field.kind === 'files') whole[name] = []
    if (!register.dated) return { values: whole, from: null, to: null }
    const { from, to, ...own } = whole
    return { values: own, from: typeof from === 'string' ? from : null, to: typeof to === 'string' ? to : null }
  }

  function rightsReason({ id, before, written: { values } }: Draft): Reason | undefined {
    try {
      if (before) requireWritable(actor, register, before)
      requireReachAfter(actor, register, { id: before ? id : null, values })
      return undefined
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return error.type === 'not-found'
        ? reason(key[0] ?? null, say(`与另一条您无权查看的${register.title}重复`, 'It is the same as a row that you may not see'))
        : reason(null, error.detail)
    }
  }
  async function treeReason(tx: Tx, { id, written: { values }, before, changed }: Draft): Promise<Reason | undefined> {
    if (!before || register.tree === undefined || !changed.includes(register.tree)) return undefined
    try {
      requireReachAfter(actor, register, { id, values }, { moved: true })
      await requireTree(tx, register, { id, values })
      return undefined
    } catch (error) {
      if (error instanceof Problem) return reason(register.tree, error.issues[0]?.says ?? error.detail)
      throw error
    }
  }

  async function conflicts(tx: Tx, rows: readonly Draft[]): Promise<void> {
    const live = rows.filter(({ reasons, before, changed }) => reasons.length === 0 && (!before || changed.length > 0))
    for (const draft of live) {
      const other = file.takes(draft.parsed.number, draft.id, draft.written)
      if (other) draft.reasons.push(reason(other.at, other.at === 'from'
        ? say(`与第 ${other.number} 行日期重叠`, `The days overlap with row ${other.number}`)
        : say(`“${register.fields[other.at]?.label}”与第 ${other.number} 行相同`, `“${other.at}” is the same as in row ${other.number}`)))
    }
    const free = live.filter(({ reasons }) => reasons.length === 0)
    const found = await rowsInTheWay(tx, register, free.map(({ id, written }, place) => ({ place, id, ...written })))
    for (const { place, label, at, days } of found) {
      const shown = nameless ? '' : `“${label}”`
      free[place]?.reasons.push(reason(at, days === undefined
        ? say(`“${register.fields[at]?.label}”已用于另一条${register.title}${shown}`, `“${at}” is already that of another row ${shown}`)
        : say(`与已有的${register.title}${shown}（${days}）日期重叠`, `The days overlap with another row ${shown} (${days})`)))
    }
  }

  async function names(tx: Tx, rows: readonly Draft[]): Promise<ReadonlyMap<Draft, { label: string; search: readonly string[] }>> {
    const targets = new Map<string, Target>([...(await targetsOf(tx, wantedBy(register.fields, register.id, rows.map(({ written }) => written.values)))), ...pending])
    const called = new Map<Draft, { label: string; search: readonly string[] }>()
    for (const draft of rows) {
      for (const [name, field] of Object.entries(register.fields)) {
        const id = draft.parsed.values[name]
        const target = field.kind === 'ref' && typeof id === 'string' ? targets.get(id) : undefined
        if (field.kind === 'ref' && typeof id === 'string' && (!target || target.retired)) draft.reasons.push(reason(name, labelled(field.label, name, say('所写的记录已停用', 'names a row that is retired'))))
      }
      const made = named(register, draft.written.values, targets)
      called.set(draft, made)
      if (!selfReferring || draft.before || draft.reasons.length > 0) continue
      pending.set(draft.id, { register: register.id, id: draft.id, name: made.label, retired: false })
      const refs = Object.fromEntries(Object.entries(register.fields).flatMap(([name, { kind }]) => (kind === 'ref' ? [[name, draft.written.values[name] as string | null]] : [])))
      const words = callNames(register).flatMap((name) => (typeof draft.written.values[name] === 'string' ? [draft.written.values[name]] : []))
      lookup.add(register.id, { id: draft.id, name: made.label, more: '', refs }, [made.label, ...words])
    }
    return called
  }

  return {
    oneByOne: selfReferring,
    pass(rows) {
      for (const parsed of rows) file.keyOf(parsed)
    },
    async judge(tx, rows, lock) {
      const all = await drafts(tx, rows, lock)
      for (const draft of all) {
        const { from, to } = draft.written
        if (register.dated && from !== null && to !== null && to < from) draft.reasons.push(reason('to', say(`“截止日期”${to} 早于起始日期 ${from}`, `“to” ${to} comes before “from” ${from}`)))
        if (draft.reasons.length > 0) continue
        const refused = rightsReason(draft) ?? (await treeReason(tx, draft))
        if (refused) draft.reasons.push(refused)
      }
      await conflicts(tx, all)
      const called = await names(tx, all.filter(({ reasons }) => reasons.length === 0))
      return all.map((draft): JudgedRow => {
        const { parsed: { number, values }, id, before, written, changed, reasons } = draft
        const shown = called.get(draft)
        const name = nameless ? null : shown?.label ?? shownName(register, values)
        if (reasons.length > 0 || !shown) return { number, outcome: 'refused', name, reasons, store: null }
        if (before && changed.length === 0) return { number, outcome: 'same', name, reasons, store: null }
        return { number, outcome: before ? 'change' : 'new', name, reasons, store: { id, before, written, changed, ...shown } }
      })
    },
  }
}

/** What a refused row would be called, as far as it can be read. */
function shownName(register: Register, values: Values): string | null {
  const name = Object.entries(register.fields).find(([key, field]) => field.kind === 'text' && typeof values[key] === 'string')?.[0]
  return name === undefined ? null : String(values[name]).slice(0, 80)
}
function changesOf(register: Register, before: StoredRow, { values, from, to }: Written): readonly string[] {
  const keys = Object.keys(register.fields).filter((key) => JSON.stringify(before.values[key] ?? null) !== JSON.stringify(values[key] ?? null))
  return from !== before.from || to !== before.to ? [...keys, 'valid'] : keys
}
