// A value of a declared field as people read it: quantities with units, days with weekdays, references as links.
import type { Field, Fields } from '@houqin/define'
import type { Ref, WireFile, WireValue, WireValues } from '@houqin/wire'
import type { ReactNode } from 'react'
import { useCan } from '../api/me.ts'
import type { Fact } from '../blocks/fact-list.tsx'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Photos } from '../blocks/photos.tsx'
import { plainText } from '../fields/entries.ts'
import { useHouse } from '../parts/house.tsx'
import { pathOfNumber, pathOfRow } from '../parts/paths.ts'
import { useNames, useSay, useToldOf, useWordsOf } from '../words/words.tsx'
import { fieldQuantity } from './quantity.ts'
import { dayText, instantText } from './when.ts'

/** @param owner the register or matter the field stands in. @param linked references open their row. @param onOpen or this, instead. */
export function FieldValue({ field, value, owner, linked = false, onOpen }: {
  field: Field
  value: WireValue | undefined
  owner: string
  linked?: boolean
  onOpen?: (() => void) | undefined
}): ReactNode {
  const say = useSay()
  const names = useNames()
  if (value === undefined || value === null || value === '') return <span className="hq-secondary">—</span>
  switch (field.kind) {
    case 'int':
    case 'decimal':
      return <span className="hq-figures">{fieldQuantity(plainText(value), field, say)}</span>
    case 'bool':
      return value === true ? say('是', 'Yes') : say('否', 'No')
    case 'date':
      return <span className="hq-figures">{dayText(plainText(value), say)}</span>
    case 'instant':
      return <span className="hq-figures">{instantText(plainText(value), say)}</span>
    case 'choice':
      return Array.isArray(value) ? value.map((key) => names.option(field, String(key))).join(say('、', ', ')) || '—' : names.option(field, plainText(value))
    case 'ref': {
      if (!isRef(value)) return '—'
      const register = field.to === 'self' ? owner : field.to.id
      if (onOpen)
        return (
          <button type="button" className="hq-plain hq-reference" onClick={onOpen}>
            <ReferenceName register={register} to={value} />
          </button>
        )
      return linked ? <ReferenceLink register={register} to={value} /> : <ReferenceName register={register} to={value} />
    }
    case 'files':
      return Array.isArray(value) && value.length > 0 ? <Photos files={value as readonly (WireFile | string)[]} /> : <span className="hq-secondary">—</span>
    case 'text': {
      const text = names.told(plainText(value))
      return linked && numbered.test(text) ? <NumberLink number={text} /> : <WholeText text={text} />
    }
  }
}

/** A row of a register the reader may not read is named and leads nowhere. */
function ReferenceLink({ register, to }: { register: string; to: Ref }): ReactNode {
  const name = <ReferenceName register={register} to={to} />
  return useCan(register)('read') ? <ConsoleLink to={pathOfRow(register, to.id)}>{name}</ConsoleLink> : name
}
function ReferenceName({ register, to: { name } }: { register: string; to: Ref }): ReactNode {
  useWordsOf(register)
  return useToldOf()(register, name)
}

/** A fact that is nothing but the number of a matter leads there, whichever subsystem's it is. */
const numbered = /^[A-Z]{2,4}-\d{8}-\d{4,}$/u
function NumberLink({ number }: { number: string }): ReactNode {
  const matter = useHouse().matterOf(number)
  return matter ? <ConsoleLink to={pathOfNumber(matter.id, number)}>{number}</ConsoleLink> : number
}

/** What is longer than this is folded, so that it pushes nothing else off the page. */
const longest = { characters: 500, lines: 8 }
function WholeText({ text }: { text: string }): ReactNode {
  const say = useSay()
  if (text.length <= longest.characters && text.split('\n', longest.lines + 1).length <= longest.lines) return text
  return (
    <details>
      <summary>
        {text.slice(0, 40)}… <span className="hq-secondary">{say(`全文 ${text.length} 字`, `${text.length} characters`)}</span>
      </summary>
      {text}
    </details>
  )
}

export function isRef(value: unknown): value is Ref {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value
}

/** The facts of a row or a form, in the order of their declaration. @param filled leave out what is empty. @param onOpen how a reference opens, by its field. */
export function useFacts({ fields, values, owner, filled = false, linked = true, onOpen }: {
  fields: Fields
  values: WireValues
  owner: string
  filled?: boolean
  linked?: boolean
  onOpen?: (name: string) => void
}): readonly Fact[] {
  const names = useNames()
  return Object.entries(fields)
    .filter(([name]) => !filled || !isBlank(values[name]))
    .map(([name, field]) => ({
      label: names.of(field),
      value: <FieldValue field={field} value={values[name]} owner={owner} linked={linked} {...(onOpen && { onOpen: () => onOpen(name) })} />,
      wide: field.kind === 'files' || (field.kind === 'text' && field.multiline === true),
    }))
}
function isBlank(value: WireValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
