// A derived form 表单: an input for every declared field, what is wrong beside it, and one button that sends it.
import { isAsked } from '@houqin/define'
import type { Fields, LineSets } from '@houqin/define'
import type { KeptFinding, WireValues } from '@houqin/wire'
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { Findings } from '../blocks/findings.tsx'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { useHints } from '../standard/use-hints.ts'
import type { FormOf } from '../standard/use-hints.ts'
import { emptyEntry } from './entries.ts'
import { FieldRow } from './field-input.tsx'
import type { FieldInputProps } from './field-input.tsx'
import { FormFoot } from './form-foot.tsx'
import { LinesInput } from './lines-input.tsx'
import { MayWait } from './photo-input.tsx'
import { RestoredDraft } from './restored-draft.tsx'
import { useRecordForm } from './use-record-form.ts'
import type { FormState, Sending } from './use-record-form.ts'
import { ClassifiedNote, ClassifiedSaid } from './words-area.tsx'

export type Inputs = Readonly<Record<string, (props: FieldInputProps) => ReactNode>>

export function RecordForm({ fields, lineSets = {}, further, owner, start, draftKey, issuesUnder, submit, destructive = false, inputs, hintsOf, mayWait = false, onSend, onCancel, children }: {
  fields: Fields
  lineSets?: LineSets
  /** Lines that `children` show and `onSend` sends after the form's own, as `useRecordForm` takes them. */
  further?: Readonly<Record<string, readonly (readonly string[])[]>>
  /** The register or matter the fields stand in. */
  owner: string
  start?: WireValues
  draftKey?: string
  issuesUnder?: string
  /** What the button says, verb first. */
  submit: string
  destructive?: boolean
  /** Inputs made by hand, by the name of their field. */
  inputs?: Inputs
  /** What the form is for, so that the standards before it say beforehand what they will find. */
  hintsOf?: FormOf
  /** Whether `onSend` hands `held` to `callOrKeep`, so that photographs may wait for the network with the rest. */
  mayWait?: boolean
  /** @throws ProblemError */
  onSend: (sending: Sending) => Promise<void>
  onCancel?: () => void
  /** Further inputs between the fields and the button; may look at what has been typed. */
  children?: ReactNode | ((form: FormState) => ReactNode)
}): ReactNode {
  const form = useRecordForm({
    fields,
    lineSets,
    onSend,
    ...(further && { further }),
    ...(start && { start }),
    ...(draftKey !== undefined && { draftKey }),
    ...(issuesUnder !== undefined && { issuesUnder }),
  })
  const hints = useHints({ fields, entries: form.entries, of: hintsOf })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send()
      }}
    >
      <RestoredDraft form={form} />
      <MayWait value={mayWait}><ClassifiedSaid>
        <FormFields form={form} fields={fields} owner={owner} hints={hints} {...(inputs && { inputs })} />
        {Object.entries(lineSets).map(([set, declared]) => (
          <LinesInput key={set} set={set} declared={declared} owner={owner} rows={form.lines[set] ?? []} issues={form.issues} onChange={(rows) => form.setLines(set, rows)} />
        ))}
        {typeof children === 'function' ? children(form) : children}
      </ClassifiedSaid></MayWait>
      <ProblemNotice problem={form.problem} others={form.others} />
      {isTypedAtLength(fields, lineSets) && <ClassifiedNote />}
      <FormFoot submit={submit} danger={destructive} sending={form.sending} onCancel={onCancel} />
    </form>
  )
}

function isTypedAtLength(fields: Fields, lineSets: LineSets): boolean {
  return [fields, ...Object.values(lineSets).map((lines) => lines.fields)].some((set) => Object.values(set).some((field) => field.kind === 'text' && field.multiline === true))
}

/** The inputs alone, for pages that lay out their own form. @param only the fields to show, in this order. */
export function FormFields({ form, fields, owner, inputs = {}, hints, only = Object.keys(fields) }: {
  form: FormState
  fields: Fields
  owner: string
  inputs?: Inputs
  /** What the standards say of what is typed, by field. */
  hints?: ReadonlyMap<string, readonly KeptFinding[]>
  only?: readonly string[]
}): ReactNode {
  return (
    <div className="hq-form">
      {only.map((name) => {
        const field = fields[name]
        if (!field || !isAsked(field, form.entries)) return null
        const found = hints?.get(name)
        return (
          <Fragment key={name}>
            <FieldRow
              name={name}
              field={field}
              owner={owner}
              entry={form.entries[name] ?? emptyEntry(field)}
              beside={form.entries}
              issue={form.issues[name]}
              onChange={(entry) => form.set(name, entry)}
              as={inputs[name]}
            />
            {found && (
              <output className="hq-hint">
                <Findings findings={found} />
              </output>
            )}
          </Fragment>
        )
      })}
    </div>
  )
}
