// The input of a declared field: one for every kind of fact.
import type { Field } from '@houqin/define'
import type { WireFile } from '@houqin/wire'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { unitText } from '../format/quantity.ts'
import { useNames, useSay } from '../words/words.tsx'
import { ChipChoice } from './chip-choice.tsx'
import { LongList } from './choice-picker.tsx'
import { DayInput } from './day-input.tsx'
import { storedFile } from './entries.ts'
import type { Entries, Entry } from './entries.ts'
import { FieldBox } from './field-box.tsx'
import type { InputProps } from './field-box.tsx'
import { PhotoInput } from './photo-input.tsx'
import { RowPicker } from './row-picker.tsx'
import { WordsArea } from './words-area.tsx'

/** More choices than these hide in a list. */
const mostChips = 7

export interface FieldInputProps {
  readonly field: Field
  readonly entry: Entry
  readonly onChange: (entry: Entry) => void
  /** The register in which the field stands, for references to its own rows. */
  readonly owner: string
  /** What else its form holds, for inputs made by hand. */
  readonly beside?: Entries
  readonly input: InputProps
}

/** The field with its label, hint and issue. */
export function FieldRow({ name, issue, as: Chosen, ...given }: Omit<FieldInputProps, 'input'> & {
  name: string
  issue?: string | undefined
  /** An input made by hand instead of the derived one. */
  as?: ((props: FieldInputProps) => ReactNode) | undefined
}): ReactNode {
  const say = useSay()
  const names = useNames()
  const id = useId()
  const { field } = given
  const InputOf = Chosen ?? FieldInput
  return (
    <div className={isWide(field) ? 'hq-wide' : undefined}>
      <FieldBox
        name={name}
        id={id}
        label={names.of(field)}
        optional={field.optional === true || field.kind === 'files' || (field.kind === 'choice' && field.many)}
        optionalWord={say('选填', 'optional')}
        hint={field.hint && names.phrase(field.hint)}
        issue={issue && names.phrase(issue)}
        group={!Chosen && isGroup(field)}
      >
        {(input) => <InputOf {...given} input={input} />}
      </FieldBox>
    </div>
  )
}

export function FieldInput({ field, entry, onChange, owner, input }: FieldInputProps): ReactNode {
  const say = useSay()
  const names = useNames()
  switch (field.kind) {
    case 'text':
      return field.multiline ? (
        <WordsArea {...input} value={text(entry)} maxLength={field.max} autoSize={{ minRows: 3, maxRows: 10 }} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...input} className="hq-native" value={text(entry)} maxLength={field.max} {...(field.mask === 'phone' && { inputMode: 'tel' as const })} onChange={({ target }) => onChange(target.value)} />
      )
    case 'int':
    case 'decimal':
      return (
        <Measured unit={field.unit && unitText(field.unit, say)}>
          <input {...input} className="hq-native" value={text(entry)} inputMode={field.kind === 'int' ? 'numeric' : 'decimal'} onChange={({ target }) => onChange(target.value)} />
        </Measured>
      )
    case 'bool':
      return (
        <ChipChoice
          input={input}
          options={[
            { key: 'yes', label: say('是', 'Yes') },
            { key: 'no', label: say('否', 'No') },
          ]}
          chosen={entry === null ? [] : [entry === true ? 'yes' : 'no']}
          onChange={([key]) => onChange(key === 'yes')}
        />
      )
    case 'choice': {
      const options = Object.keys(field.options).map((key) => ({ key, label: names.option(field, key) }))
      const chosen = typeof entry === 'string' ? [entry].filter(Boolean) : Array.isArray(entry) ? entry.map(String) : []
      if (options.length <= mostChips)
        return <ChipChoice input={input} options={options} chosen={chosen} many={field.many} onChange={(keys) => onChange(field.many ? keys : (keys[0] ?? ''))} />
      return (
        <LongList
          closed={{ input, shown: options.filter(({ key }) => chosen.includes(key)).map(({ label }) => label).join(' '), placeholder: say('请选择', 'Choose'), atOnce: field.many === true && chosen.length > 0 }}
          given={{ input, options, chosen, many: field.many, clearable: field.optional === true, onChange }}
        />
      )
    }
    case 'date':
      return <DayInput input={input} value={text(entry)} onChange={onChange} />
    case 'instant':
      return <DayInput input={input} time value={text(entry)} onChange={onChange} />
    case 'ref':
      return (
        <RowPicker
          input={input}
          register={field.to === 'self' ? owner : field.to.id}
          chosen={typeof entry === 'object' && entry !== null && 'id' in entry ? entry : null}
          onChange={onChange}
          clearable={field.optional === true}
        />
      )
    case 'files':
      return (
        <PhotoInput
          input={input}
          files={Array.isArray(entry) ? entry.map((file: string | WireFile) => storedFile(file)) : []}
          onChange={onChange}
          max={field.max}
          accept={field.accept}
        />
      )
  }
}

function Measured({ unit, children }: { unit: string | undefined; children: ReactNode }): ReactNode {
  if (!unit) return children
  return (
    <span className="hq-measured">
      {children}
      <span aria-hidden="true">{unit}</span>
    </span>
  )
}
function text(entry: Entry): string {
  return typeof entry === 'string' ? entry : ''
}
function isGroup(field: Field): boolean {
  return field.kind === 'bool' || field.kind === 'files' || (field.kind === 'choice' && Object.keys(field.options).length <= mostChips)
}
function isWide(field: Field): boolean {
  const options = field.kind === 'choice' ? Object.keys(field.options).length : 0
  return field.kind === 'files' || (field.kind === 'text' && field.multiline === true) || (options > 3 && options <= mostChips)
}
