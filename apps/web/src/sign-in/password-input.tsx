// A password being typed: hidden, shown on request, kept by the browser's own keeper.
import type { FieldInputProps } from '@houqin/web-kit'
import { Input } from 'antd'
import type { ReactNode } from 'react'

export function CurrentPassword(given: FieldInputProps): ReactNode {
  return <Password {...given} autoComplete="current-password" />
}
export function NewPassword(given: FieldInputProps): ReactNode {
  return <Password {...given} autoComplete="new-password" />
}
function Password({ entry, onChange, input, autoComplete }: FieldInputProps & { autoComplete: string }): ReactNode {
  return <Input.Password {...input} autoComplete={autoComplete} maxLength={256} value={typeof entry === 'string' ? entry : ''} onChange={({ target }) => onChange(target.value)} />
}
