// 工时: how long it took, as a chip; what passed since the arrival stands chosen.
import { ChipChoice, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'

const usual = Object.freeze(['0.5', '1', '1.5', '2', '3', '4'] as const)
const hour = 3_600_000

/** The chip nearest above the time since the arrival; half an hour when that is unknown. */
export function usualHours({ arrivedAt, now }: { arrivedAt: string | null; now: Date }): string {
  if (arrivedAt === null) return '0.5'
  const passed = (now.getTime() - new Date(arrivedAt).getTime()) / hour
  return usual.find((one) => Number(one) >= passed) ?? '4'
}

export function HoursInput({ hours, onChange }: { hours: string; onChange: (hours: string) => void }): ReactNode {
  const say = useSay()
  return (
    <fieldset className="hq-field">
      <legend>{say('工时（小时）', 'Hours')}</legend>
      <ChipChoice options={usual.map((key) => ({ key, label: key }))} chosen={[hours]} onChange={([key]) => onChange(key ?? hours)} />
    </fieldset>
  )
}
