// 出车、收车: the odometer with its photograph; on leaving what was registered last stands ready, on return the expenses can be added.
import { figure, PhotoInput, ProblemNotice, Sheet, useNames, useSay } from '@houqin/web-kit'
import type { WireFile, WireMatter } from '@houqin/web-kit'
import { Button, InputNumber } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { use } from '../../../contract/index.ts'
import { useStep } from '../use-step.ts'
import { besideExpenses, ExpensesInput, expenseLines } from './expenses-input.tsx'
import type { Expense } from './expenses-input.tsx'

export function OdometerSheet({ shown, step, known, onClose }: {
  shown: WireMatter
  step: 'depart' | 'finish'
  /** km as registered last, or as it left with. */
  known: number | null
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const names = useNames()
  const id = useId()
  const leaves = step === 'depart'
  const { sending, problem, send } = useStep(shown, step)
  const [kilometres, setKilometres] = useState<number | null>(leaves ? known : null)
  const [photos, setPhotos] = useState<readonly WireFile[]>([])
  const [expenses, setExpenses] = useState<readonly Expense[]>([])
  const go = async (): Promise<void> => {
    const files = photos.map((file) => file.id)
    const taken = await send(leaves
      ? { input: { odometerOut: kilometres, photosOut: files } }
      : { input: { odometerBack: kilometres, photosBack: files }, lines: { expenses: expenseLines(expenses) } })
    if (taken) onClose()
  }
  return (
    <Sheet title={leaves ? say('出车', 'Leave') : say('收车', 'Come back')} onClose={onClose}>
      <div className="fl-sheet">
        <p className="hq-secondary">{names.told(shown.subject, use)}</p>
        <div className="hq-field">
          <label htmlFor={id}>{say('里程表（km）', 'Odometer (km)')}</label>
          <InputNumber<number> id={id} className="fl-odometer" size="large" inputMode="numeric" min={0} max={9_999_999} precision={0} value={kilometres} onChange={setKilometres} aria-describedby={`${id}-hint`} />
          <p id={`${id}-hint`} className="hq-field-hint">
            {leaves
              ? (known === null ? say('照里程表填', 'As the odometer says') : say(`上次登记 ${figure(known)} km，不一样就改`, `Registered last: ${figure(known)} km; change it where it differs`))
              : say(`出车时 ${figure(known ?? 0)} km${kilometres === null || known === null || kilometres < known ? '' : `，这趟 ${figure(kilometres - known)} km`}`, `Left with ${figure(known ?? 0)} km${kilometres === null || known === null || kilometres < known ? '' : `: ${figure(kilometres - known)} km`}`)}
          </p>
        </div>
        <section>
          <h3>{say('拍里程表', 'Photo of the odometer')}</h3>
          <PhotoInput files={photos} onChange={setPhotos} max={use.facts.photosOut.max} />
        </section>
        {!leaves && <ExpensesInput expenses={expenses} issues={problem?.issues} onChange={setExpenses} />}
        <ProblemNotice problem={problem} others={besideExpenses(problem?.issues ?? [], expenses)} />
        <Button type="primary" size="large" block loading={sending} disabled={kilometres === null} onClick={() => void go()}>{leaves ? say('确认出车', 'I leave now') : say('确认收车', 'I am back')}</Button>
      </div>
    </Sheet>
  )
}
