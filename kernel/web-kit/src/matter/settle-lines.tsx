// An outcome for each line that has none yet: 3 of 5 from stock, 2 bought.
import type { ChoiceField, Fields, Matter, Step } from '@houqin/define'
import type { WireMatter, WireValues } from '@houqin/wire'
import type { ReactNode } from 'react'
import { lineIssueKey } from '../api/problem.ts'
import { ChipChoice } from '../fields/chip-choice.tsx'
import type { Given } from '../fields/entries.ts'
import { LineIssue } from '../fields/lines-input.tsx'
import type { FormState, Sending } from '../fields/use-record-form.ts'
import { isRef } from '../format/field-value.tsx'
import { fieldQuantity } from '../format/quantity.ts'
import type { Say } from '../words/locale.ts'
import { useNames, useSay } from '../words/words.tsx'

/** By set and line, the columns that were chosen. */
export type Settled = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

export function withSettled(lines: Sending['lines'], settled: Settled): Sending['lines'] {
  const sets = new Set([...Object.keys(lines), ...Object.keys(settled)])
  return Object.fromEntries(
    [...sets].map((set) => [set, [...(lines[set] ?? []), ...Object.entries(settled[set] ?? {}).map(([id, columns]): Readonly<Record<string, Given>> => ({ id, ...columns }))]]),
  )
}

/** Of each line that is settled the columns it says, in the order in which they are sent. */
export function settledCells(settled: Settled): Readonly<Record<string, readonly (readonly string[])[]>> {
  return Object.fromEntries(Object.entries(settled).map(([set, rows]) => [set, Object.values(rows).map((columns) => Object.keys(columns))]))
}

/** @param form the form they stand in: its own lines are sent before these, and its issues hold what is said of them. */
export function SettleLines({ matter, step, shown, settled, form, onChange }: { matter: Matter; step: Step; shown: WireMatter; settled: Settled; form: Pick<FormState, 'lines' | 'issues'>; onChange: (settled: Settled) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  return Object.entries(step.settles ?? {}).map(([set, columns]) => {
    const declared = matter.lines[set]
    const choices = (columns ?? []).flatMap((name): readonly { name: string; field: ChoiceField }[] => {
      const field = declared?.fields[name]
      return field?.kind === 'choice' ? [{ name, field }] : []
    })
    const rows = (shown.lines[set]?.rows ?? []).filter((row) => choices.some(({ name }) => row[name] === null || row[name] === undefined))
    if (!declared || choices.length === 0 || rows.length === 0) return null
    return (
      <section key={set} className="hq-stack" aria-label={names.of(declared)}>
        <h3>{names.of(declared)}</h3>
        {rows.map((row) => {
          const { id } = row
          if (typeof id !== 'string') return null
          const sent = Object.keys(settled[set] ?? {}).indexOf(id)
          const place = sent < 0 ? undefined : (form.lines[set]?.length ?? 0) + sent
          return choices.map(({ name, field }) => (
            <fieldset key={`${id} ${name}`} className="hq-set" aria-label={nameOfLine(row, { fields: declared.fields, say })} data-field={place === undefined ? undefined : lineIssueKey({ set, place, name })}>
              <legend>{nameOfLine(row, { fields: declared.fields, say })}</legend>
              <LineIssue says={place === undefined ? undefined : (form.issues[lineIssueKey({ set, place, name })] ?? form.issues[lineIssueKey({ set, place })])} />
              <ChipChoice options={Object.keys(field.options).map((key) => ({ key, label: names.option(field, key) }))} chosen={[settled[set]?.[id]?.[name] ?? []].flat()} onChange={([value]) => onChange({ ...settled, [set]: { ...settled[set], [id]: { ...settled[set]?.[id], ...(value !== undefined && { [name]: value }) } } })} />
            </fieldset>
          ))
        })}
      </section>
    )
  })
}

/** What the line is about, how much of it, and at what price where it has one. */
function nameOfLine(row: WireValues, { fields, say }: { fields: Fields; say: Say }): string {
  const own = Object.keys(fields)
  // whoever wrote the line is named in it too, and is not what it is about
  const about = own.map((key) => row[key]).find(isRef)?.name ?? own.flatMap((key) => (fields[key]?.kind === 'text' ? [row[key]] : [])).find((words) => typeof words === 'string')
  const { quantity, price } = row
  const each = fields['price']
  const amount = typeof price === 'string' && each?.kind === 'decimal' ? fieldQuantity(price, each, say) : undefined
  return [about, typeof quantity === 'string' ? String(Number(quantity)) : undefined, amount].filter((part) => part !== undefined).join(' × ')
}
