// A labelled place for one input: label, hint and the sentence that says what is wrong, tied together for a reader.
import type { ReactNode } from 'react'

export interface InputProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
}

/** @param group the input is several (radios, chips): the label names a group then. */
export function FieldBox({ name, id, label, optional, optionalWord, hint, issue, group = false, children }: {
  name: string
  id: string
  label: string
  optional?: boolean
  /** Such as 选填. */
  optionalWord: string
  hint?: string | undefined
  issue?: string | undefined
  group?: boolean
  children: (input: InputProps) => ReactNode
}): ReactNode {
  const hintId = `${id}-hint`
  const issueId = `${id}-issue`
  const described = [hint && hintId, issue && issueId].filter(Boolean).join(' ')
  const title = (
    <>
      {label}
      {optional && <span className="hq-secondary hq-small"> {optionalWord}</span>}
    </>
  )
  const body = (
    <>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': Boolean(issue),
        'aria-required': !optional,
      })}
      {hint && (
        <p id={hintId} className="hq-field-hint">
          {hint}
        </p>
      )}
      <p id={issueId} className="hq-field-issue" role={issue ? 'alert' : undefined}>
        {issue}
      </p>
    </>
  )
  if (group)
    return (
      <fieldset className="hq-field" data-field={name} data-wrong={issue ? '' : undefined}>
        <legend>{title}</legend>
        {body}
      </fieldset>
    )
  return (
    <div className="hq-field" data-field={name} data-wrong={issue ? '' : undefined}>
      <label htmlFor={id}>{title}</label>
      {body}
    </div>
  )
}
