// The timeline of a matter with what each step was given.
import type { Matter } from '@houqin/define'
import type { TimelineEntry, WireFile, WireMatter, WireValue, WireValues } from '@houqin/wire'
import type { ReactNode } from 'react'
import { Timeline } from '../blocks/timeline.tsx'
import { FieldValue } from '../format/field-value.tsx'
import { useNames, useSay } from '../words/words.tsx'
import { commentText } from './comment-text.ts'
import { doerOf } from './people.ts'

export function MatterTimeline({ matter, shown }: { matter: Matter; shown: WireMatter }): ReactNode {
  const names = useNames()
  const say = useSay()
  const label = (entry: TimelineEntry): string => {
    const step = entry.step && entry.what !== 'approval' ? matter.steps[entry.step] : undefined
    return step ? names.of(step) : entry.label || say('记录', 'Note')
  }
  return (
    <Timeline
      items={shown.timeline
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .map((entry) => ({
          at: entry.at,
          label: label(entry),
          by: doerOf(entry.by, say),
          comment: commentText(entry, { names, say }),
          ...(entry.files && { files: entry.files.filter((file) => !givenFiles(entry).has(idOf(file))) }),
          detail: entry.step && entry.input && <Given matter={matter} step={entry.step} input={entry.input} deed={entry.what === 'approval'} />,
        }))}
    />
  )
}
/** Shown under the field they were given for. */
function givenFiles({ input }: TimelineEntry): ReadonlySet<string> {
  return new Set(Object.values(input ?? {}).flatMap((value) => (Array.isArray(value) ? value.map((one: string | WireFile) => idOf(one)) : [])))
}
function idOf(file: string | WireFile): string {
  return typeof file === 'string' ? file : file.id
}
/** A person, or a state in words. */
function toWhom(to: WireValue | undefined): string | null {
  if (typeof to === 'string') return to
  return typeof to === 'object' && to !== null && 'name' in to ? to.name : null
}
/** @param deed something done in an approval, which may name to whom. */
function Given({ matter, step, input, deed }: { matter: Matter; step: string; input: WireValues; deed: boolean }): ReactNode {
  const names = useNames()
  const fields = Object.entries(matter.steps[step]?.input ?? {}).filter(([name, field]) => {
    const value = input[name]
    return field.kind !== 'files' && value !== undefined && value !== null && value !== ''
  })
  const pictures = Object.entries(matter.steps[step]?.input ?? {}).filter(([name, field]) => field.kind === 'files' && Array.isArray(input[name]) && input[name].length > 0)
  const to = deed ? toWhom(input['to']) : null
  if (fields.length + pictures.length === 0 && to === null) return null
  return (
    <div className="hq-small">
      {to !== null && <p>→ {to}</p>}
      {fields.map(([name, field]) => (
        <p key={name}>
          <span className="hq-secondary">{names.of(field)}</span> <FieldValue field={field} value={input[name]} owner={matter.id} />
        </p>
      ))}
      {pictures.map(([name, field]) => (
        <FieldValue key={name} field={field} value={input[name]} owner={matter.id} />
      ))}
    </div>
  )
}
