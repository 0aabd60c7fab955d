// The calendar of the desk, fetched when a day is first asked for: it is the heaviest of all inputs.
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import type { ReactNode } from 'react'
import { usePreferences } from '../look/preferences.tsx'
import type { DayInputProps } from './day-input.tsx'

export function DayPicker({ value, onChange, time = false, input, label }: DayInputProps): ReactNode {
  const { locale } = usePreferences()
  dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en')
  return (
    <DatePicker
      {...(input && { id: input.id, 'aria-describedby': input['aria-describedby'], 'aria-invalid': input['aria-invalid'] })}
      {...(label && { 'aria-label': label })}
      value={value ? dayjs(value) : null}
      format={time ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
      {...(time && { showTime: { format: 'HH:mm' } })}
      // Enter chooses the day; the form around it is sent by its button
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
      onChange={(at) => onChange(at ? at.format(time ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD') : '')}
    />
  )
}
