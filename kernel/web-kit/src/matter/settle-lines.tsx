// An outcome for each line that has none yet: 3 of 5 from stock, 2 bought.
import type { ChoiceField, Fields, Matter, Step } from '@houqin/define'
import type { ReactNode } from 'react'
import type { WireMatter, WireValues } from '../api/wire.ts'
import { ChipChoice } from '../fields/chip-choice.tsx'
import type { Given } from '../fields/entries.ts'
import type { Sending } from '../fields/use-record-form.ts'
import { isRef } from '../format/field-value.tsx'
import { useNames } from '../words/words.tsx'

/** By set and line, the columns that were chosen. */
export type Settled = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

export function withSettled(lines: Sending['lines'], settled: Settled): Sending['lines'] {
  const sets = new Set([...Object.keys(lines), ...Object.keys(settled)])
  return Object.fromEntries(
    [...sets].map((set) => [set, [...(lines[set] ?? []), ...Object.entries(settled[set] ?? {}).map(([id, columns]): Readonly<Record<string, Given>> => ({ id, ...columns }))]]),
  )
}

export function SettleLines({ matter, step, shown, settled, onChange }: { matter: Matter; step: Step; shown: WireMatter; settled: Settled; onChange: (settled: Settled) => void }): ReactNode {
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
          return choices.map(({ name, field }) => (
            <fieldset key={`${id} ${name}`} className="hq-set" aria-label={nameOfLine(row, declared.fields)}>
              <legend>{nameOfLine(row, declared.fields)}</legend>
              <ChipChoice options={Object.keys(field.options).map((key) => ({ key, label: names.option(field, key) }))} chosen={[settled[set]?.[id]?.[name] ?? []].flat()} onChange={([value]) => onChange({ ...settled, [set]: { ...settled[set], [id]: { ...settled[set]?.[id], ...(value !== undefined && { [name]: value }) } } })} />
            </fieldset>
          ))
        })}
      </section>
    )
  })
}

/** What the line is about and how much of it. */
function nameOfLine(row: WireValues, fields: Fields): string {
  const own = Object.keys(fields)
  // whoever wrote the line is named in it too, and is not what it is about
  const about = own.map((key) => row[key]).find(isRef)?.name ?? own.flatMap((key) => (fields[key]?.kind === 'text' ? [row[key]] : [])).find((words) => typeof words === 'string')
  const quantity = row['quantity']
  return [about, typeof quantity === 'string' ? String(Number(quantity)) : undefined].filter((part) => part !== undefined).join(' × ')
}
