// A day, or a moment: the device's own picker on a telephone, a calendar at the desk. Wall clock of Shanghai in and out.
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import type { ReactNode } from 'react'
import { useIsPhone } from '../look/preferences.tsx'
import { usePreferences } from '../look/preferences.tsx'
import type { InputProps } from './field-box.tsx'

/** @param value `YYYY-MM-DD`, with `time` `YYYY-MM-DDTHH:mm`; empty when nothing is chosen. */
export function DayInput({ value, onChange, time = false, input, label }: {
  value: string
  onChange: (value: string) => void
  time?: boolean
  input?: InputProps
  label?: string
}): ReactNode {
  const phone = useIsPhone()
  const { locale } = usePreferences()
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
  dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en')
  return (
    <DatePicker
      {...(input && { id: input.id, 'aria-describedby': input['aria-describedby'], 'aria-invalid': input['aria-invalid'] })}
      {...(label && { 'aria-label': label })}
      value={value ? dayjs(value) : null}
      format={time ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
      {...(time && { showTime: { format: 'HH:mm' } })}
      onChange={(at) => onChange(at ? at.format(time ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD') : '')}
    />
  )
}
