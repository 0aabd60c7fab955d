// 急不急: three answers in sight, the usual one chosen already.
import { ChipChoice, useNames, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { repair, urgencies } from '../../contract/index.ts'
import type { Urgency } from '../../contract/index.ts'

const order: readonly Urgency[] = Object.freeze(['normal', 'urgent', 'low'])

export function UrgencyChoice({ chosen, onChange }: { chosen: Urgency; onChange: (urgency: Urgency) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  return (
    <fieldset className="hq-field">
      <legend>{say('急不急', 'How urgent')}</legend>
      <ChipChoice
        options={order.map((key) => ({ key, label: names.option(repair.form.urgency, key) }))}
        chosen={[chosen]}
        onChange={([key]) => onChange(order.find((one) => one === key && key in urgencies) ?? 'normal')}
      />
    </fieldset>
  )
}
