// A day, or a moment: the device's own picker on a telephone, a calendar at the desk. Wall clock of Shanghai in and out.
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { useIsPhone } from '../look/preferences.tsx'
import type { InputProps } from './field-box.tsx'

export interface DayInputProps {
  /** `YYYY-MM-DD`, with `time` `YYYY-MM-DDTHH:mm`; empty when nothing is chosen. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly time?: boolean
  readonly input?: InputProps
  readonly label?: string
}
const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }))

export function DayInput(given: DayInputProps): ReactNode {
  const { value, onChange, time = false, input, label } = given
  const phone = useIsPhone()
  if (phone)
    return (
      <input
        {...input}
        aria-label={label}
        className="hq-native"
        type={time ? 'datetime-local' : 'date'}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  return (
    <Suspense fallback={<input {...input} aria-label={label} className="hq-native" aria-busy disabled value={value.replace('T', ' ')} />}>
      <DayPicker {...given} />
    </Suspense>
  )
}
