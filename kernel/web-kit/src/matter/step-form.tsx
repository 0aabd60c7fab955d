// The dialog of one step: what it asks, the lines it may add, what to say, how well it was done; sent under the version seen.
import { int, longText } from '@houqin/define'
import type { Fields, Lines, LineSets, Matter, Step } from '@houqin/define'
import type { WireValues } from '@houqin/wire'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { WhoDecides } from '../approval/who-decides.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { StarsInput } from '../blocks/stars.tsx'
import { RecordForm } from '../fields/record-form.tsx'
import type { Inputs } from '../fields/record-form.tsx'
import type { FieldInputProps } from '../fields/field-input.tsx'
import { useNames, useSay } from '../words/words.tsx'
import { settledCells, SettleLines, withSettled } from './settle-lines.tsx'
import type { Settled } from './settle-lines.tsx'
import type { StepSheetProps } from './step-sheet.tsx'
import { useTakeStep } from './use-take-step.ts'

export function StepForm({ matter, shown, offer, onClose, known = {}, inputs: own = {}, lead }: StepSheetProps): ReactNode {
  const say = useSay()
  const names = useNames()
  const take = useTakeStep({ matter, shown, step: offer.step })
  const [settled, setSettled] = useState<Settled>({})
  const step = matter.steps[offer.step]
  const fields = useMemo(() => (step ? fieldsOf(step, say) : {}), [step, say])
  if (!step) return null
  const lineSets: LineSets = Object.fromEntries((step.lines ?? []).flatMap((set) => (matter.lines[set] ? [[set, withoutSettled(matter, set, matter.lines[set])]] : [])))
  const label = names.of(step)
  return (
    <Sheet title={label} onClose={onClose}>
      <p className="hq-secondary hq-below">
        {shown.number} {names.told(shown.subject, matter)}
      </p>
      {lead}
      {step.destructive && <p className="hq-danger hq-below">{say(`办了「${label}」，这件事就到此为止。`, `“${label}” ends this matter.`)}</p>}
      <RecordForm
        owner={matter.id}
        fields={fields}
        lineSets={lineSets}
        further={settledCells(settled)}
        start={{ ...known, ...filled(shown.facts), [commentName]: null, [ratingName]: null }}
        draftKey={`step.${matter.id}.${shown.number}.${offer.step}`}
        issuesUnder="input."
        hintsOf={{ matter, at: offer.step, form: shown.form, facts: shown.facts }}
        submit={label}
        destructive={step.destructive ?? false}
        inputs={{ ...own, ...inputs }}
        onCancel={onClose}
        mayWait
        onSend={async ({ values, lines, held, idempotencyKey }) => {
          const { [commentName]: comment, [ratingName]: rating, ...input } = values
          await take({
            input,
            lines: withSettled(lines, settled),
            comment: typeof comment === 'string' ? comment : null,
            rating: typeof rating === 'number' ? rating : null,
            held,
            idempotencyKey,
          })
          onClose()
        }}
      >
        {(form) => (
          <>
            <SettleLines matter={matter} step={step} shown={shown} settled={settled} form={form} onChange={setSettled} />
            <WhoDecides matter={matter} of={{ number: shown.number, step: offer.step }} entries={form.entries} />
          </>
        )}
      </RecordForm>
    </Sheet>
  )
}

/** An outcome is written by the step that settles it, not by whoever adds the row. */
function withoutSettled(matter: Matter, set: string, declared: Lines): Lines {
  const later = new Set(Object.values(matter.steps).flatMap(({ settles = {} }) => settles[set] ?? []))
  return { ...declared, fields: Object.fromEntries(Object.entries(declared.fields).filter(([name]) => !later.has(name))) }
}

/** What stands in a fact is newer than what is known beside it. */
const filled = (facts: WireValues): WireValues => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))

const commentName = 'comment'
const ratingName = 'rating'
function fieldsOf(step: Step, say: (zh: string, en: string) => string): Fields {
  const comment = longText(step.comment === 'required' ? say('说明', 'What to say') : say('补充说明', 'Anything to add'), { optional: step.comment !== 'required' })
  return {
    ...step.input,
    ...(step.rates && { [ratingName]: int(say('办得怎么样', 'How well was it done'), { min: 1, max: 5, optional: true }) }),
    ...(step.comment !== 'none' && { [commentName]: comment }),
  }
}
const inputs: Inputs = Object.freeze({ [ratingName]: RatingInput })
function RatingInput({ entry, onChange }: FieldInputProps): ReactNode {
  const say = useSay()
  return <StarsInput below label={say('星级', 'Stars')} stars={Number(entry) || 0} onChange={(stars) => onChange(String(stars))} />
}
