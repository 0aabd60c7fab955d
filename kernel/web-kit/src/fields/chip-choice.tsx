// Chips: a few choices all in sight, one tap each. Radio buttons or check boxes underneath, so keys and readers work.
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { InputProps } from './field-box.tsx'

export function ChipChoice({ options, chosen, many = false, disabled = false, onChange, input }: {
  options: readonly { readonly key: string; readonly label: string }[]
  chosen: readonly string[]
  many?: boolean
  disabled?: boolean
  onChange: (chosen: readonly string[]) => void
  input?: InputProps
}): ReactNode {
  const name = useId()
  return (
    <div className="hq-chips" aria-describedby={input?.['aria-describedby']}>
      {options.map(({ key, label }) => (
        <label key={key} className="hq-chip">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            disabled={disabled}
            checked={chosen.includes(key)}
            onChange={({ target }) =>
              onChange(many ? (target.checked ? [...chosen, key] : chosen.filter((other) => other !== key)) : [key])
            }
          />
          {label}
        </label>
      ))}
    </div>
  )
}
