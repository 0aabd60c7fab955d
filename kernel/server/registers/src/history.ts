// 历史: what happened to a row, field by field, read from the audit.
import type { Actor } from '@houqin/access'
import { history as entriesOf } from '@houqin/audit'
import type { RecordedEntry } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { actionOf, requireVerb } from '@houqin/register-rights'
import { targetsOf, want, wantedBy, withReferences } from '@houqin/rows'
import type { Targets, Values } from '@houqin/rows'
import type { HistoryEntry } from '@houqin/wire'
import type { House } from './house.ts'
import { readRow } from './read.ts'
import { linesKey, rowDeeds } from './trail.ts'
import type { RowDeed } from './trail.ts'


/** Newest first. Guarded values are as the audit keeps them: masked. @throws Problem `not-found`. */
export async function history(db: Db | Tx, house: House, { actor, register, id }: { actor: Actor; register: Register; id: string }): Promise<{ rows: readonly HistoryEntry<RowDeed>[] }> {
  requireVerb(actor, register, 'read')
  const { id: known } = await readRow(db, house, { actor, register, id })
  const deeds = new Map(rowDeeds.map((deed): [string, RowDeed] => [actionOf(register, deed), deed]))
  const entries = (await entriesOf(db, { kind: register.id, id: known })).flatMap((entry) => {
    const deed = deeds.get(entry.action)
    return deed ? [{ entry, deed, before: valuesOf(entry.before), after: valuesOf(entry.after) }] : []
  })
  const wanted = wantedBy(register.fields, register.id, entries.flatMap(({ before, after }) => [before, after]))
  for (const { after } of entries) {
    const other = otherOf(after)
    if (other !== undefined) want(wanted, register.id, other)
  }
  const targets = await targetsOf(db, wanted)
  return { rows: entries.map((one) => told(house, { register, targets, ...one })) }
}

function told(house: House, { register, targets, entry, deed, before, after }: {
  register: Register
  targets: Targets
  entry: RecordedEntry
  deed: RowDeed
  before: Values
  after: Values
}): HistoryEntry<RowDeed> {
  const shown = (values: Values): Values => withReferences({ catalogue: house.catalogue, fields: register.fields, owner: register.id, values, targets })
  const old = shown(before)
  const now = shown(after)
  const other = otherOf(after)
  const reason = after['reason']
  const isChange = deed === 'insert' || deed === 'update'
  return {
    at: entry.at.toISOString(),
    by: entry.actorName,
    action: deed,
    changes: isChange ? changesOf(register, old, now) : [],
    ...(!isChange && typeof reason === 'string' && { reason }),
    ...(other !== undefined && !isChange && { with: { id: other, name: targets.get(other)?.name ?? '' } }),
  }
}

const dayLabels: Readonly<Record<string, string>> = Object.freeze({ from: '起始日期', to: '截止日期' })
function changesOf(register: Register, before: Values, after: Values): HistoryEntry['changes'] {
  const held = new Set([...Object.keys(before), ...Object.keys(after)])
  // JSON keeps no order; the declaration does.
  const keys = [...Object.keys(register.fields), ...Object.keys(dayLabels), linesKey].filter((key) => held.has(key))
  return keys.flatMap((key) => {
    if (key === linesKey) return lineChanges(register, valuesOf(before[key]), valuesOf(after[key]))
    const label = register.fields[key]?.label ?? dayLabels[key] ?? key
    return [{ field: key, label, before: before[key] ?? null, after: after[key] ?? null }]
  })
}
function lineChanges(register: Register, before: Values, after: Values): HistoryEntry['changes'] {
  return Object.keys(after).map((set) => ({
    field: `lines.${set}`,
    label: register.lines[set]?.title ?? set,
    before: before[set] ?? [],
    after: after[set] ?? [],
  }))
}
function otherOf(after: Values): string | undefined {
  const other = after['into'] ?? after['alias']
  return typeof other === 'string' ? other : undefined
}
function valuesOf(json: unknown): Values {
  // Written by `leaveTrail` as an object of values.
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Values) : {}
}
