// One question of a report: its label, its input, and the place for what is wrong with the answer.
import type { AskedField } from '@houqin/wire'
import { element } from './element.ts'
import { say } from './words.ts'
import { wordsArea } from './words-area.ts'

export interface Question {
  readonly box: HTMLElement
  readonly answer: () => unknown
  readonly complain: (says: string) => void
}

/** Kinds one can answer at a door; a row of a register cannot be chosen without signing in. */
export function canAsk({ kind }: AskedField): boolean {
  return ['text', 'choice', 'bool', 'int', 'date'].includes(kind)
}

export function question({ field, kept, chips, onChange }: {
  field: AskedField
  /** As `onChange` gave it. */
  kept: string
  chips: readonly string[]
  onChange: (text: string) => void
}): Question {
  const id = `f-${field.name}`
  const issue = element('p', { class: 'issue', id: `${id}-issue` })
  const complain = (says: string): void => {
    issue.textContent = says
    if (says) issue.setAttribute('role', 'alert')
  }
  const change = (text: string): void => {
    complain('')
    onChange(text)
  }
  const title = [field.label, field.optional ? element('span', { class: 'quiet' }, ` ${say('选填', 'optional')}`) : ''] as const
  const hint = field.hint ? element('p', { class: 'quiet small' }, field.hint) : null

  if (field.kind === 'choice' || field.kind === 'bool') {
    const options: Readonly<Record<string, string>> = field.kind === 'bool' ? { true: say('是', 'Yes'), false: say('否', 'No') } : field.options
    const many = field.kind === 'choice' && field.many
    const inputs = Object.keys(options).map((key) => {
      const input = element('input', { type: many ? 'checkbox' : 'radio', name: id, value: key, checked: kept.split(',').includes(key) })
      input.addEventListener('change', () => change(chosen().join(',')))
      return input
    })
    const chosen = (): string[] => inputs.filter((input) => input.checked).map((input) => input.value)
    const labels = inputs.map((input) => element('label', { class: 'chip' }, input, element('span', {}, options[input.value] ?? input.value)))
    return {
      box: element('fieldset', { 'aria-describedby': issue.id }, element('legend', {}, ...title), element('div', { class: 'chips' }, ...labels), hint, issue),
      answer: () => (many ? chosen() : field.kind === 'bool' ? (chosen().length ? chosen()[0] === 'true' : undefined) : chosen()[0]),
      complain,
    }
  }

  const words = field.kind === 'text' ? field : undefined
  const attributes = { id, 'aria-describedby': issue.id, 'aria-required': field.optional ? 'false' : 'true', ...(words && { maxlength: String(words.max) }) }
  const area = words?.multiline ? wordsArea(attributes) : undefined
  const input = area
    ? area.input
    : element('input', { ...attributes, type: field.kind === 'date' ? 'date' : words?.mask === 'phone' ? 'tel' : 'text', ...(field.kind === 'int' && { inputmode: 'numeric' }), ...(words?.mask === 'phone' && { autocomplete: 'tel' }) })
  input.value = kept
  input.addEventListener('input', () => change(input.value))
  const quick = chips.map((text) =>
    element('button', {
      type: 'button',
      class: 'chip',
      onclick: () => {
        input.value = input.value.trim() ? `${input.value.trim()}${say('，', ', ')}${text}` : text
        change(input.value)
      },
    }, text),
  )
  return {
    box: element('div', { class: 'field' }, element('label', { for: id }, ...title), quick.length ? element('div', { class: 'chips' }, ...quick) : null, input, area ? area.note : null, hint, issue),
    answer: () => {
      const text = input.value.trim()
      return text === '' ? undefined : field.kind === 'int' ? Number(text) : text
    },
    complain,
  }
}
