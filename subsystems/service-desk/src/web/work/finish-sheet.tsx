// 完工: a photograph of the result, how it ended, what was used and how long; all but the button may be left as it stands.
import { ChipChoice, issuesElsewhere, PhotoInput, ProblemNotice, Sheet, useMe, useNames, useNow, useSay } from '@houqin/web-kit'
import type { WireFile, WireMatter } from '@houqin/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import { readRepair } from '../read-repair.ts'
import { useStepSender } from '../use-step-sender.ts'
import { HoursInput, usualHours } from './hours-input.tsx'
import { MaterialsInput, materialLines } from './materials-input.tsx'
import type { UsedMaterial } from './materials-input.tsx'

type Outcome = keyof typeof repair.facts.outcome.options
const outcomes: readonly Outcome[] = Object.freeze(['mended', 'replaced', 'temporary', 'beyond'])

export function FinishSheet({ shown, onClose }: { shown: WireMatter; onClose: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const me = useMe()
  const now = useNow()
  const { sending, problem, send } = useStepSender({ shown, step: 'finish' })
  const { arrivedAt } = readRepair(shown)
  const [photos, setPhotos] = useState<readonly WireFile[]>([])
  const [outcome, setOutcome] = useState<Outcome>('mended')
  const [cause, setCause] = useState('')
  const [materials, setMaterials] = useState<readonly UsedMaterial[]>([])
  const [hours, setHours] = useState(() => usualHours({ arrivedAt, now }))
  async function finish(): Promise<void> {
    const taken = await send({
      input: { outcome, cause: cause.trim() || null, resultPhotos: photos.map(({ id }) => id) },
      lines: { materials: materialLines(materials), hours: me.person && hours !== '' ? [{ person: me.person.id, hours }] : [] },
    })
    if (taken) onClose()
  }
  return (
    <Sheet title={say('完工', 'Finish')} onClose={onClose}>
      <div className="sd-confirm sd-finish">
        <p className="hq-secondary">{names.told(shown.subject, repair)}</p>
        <section>
          <h3>{say('完工照片', 'Photo of the result')}</h3>
          <PhotoInput files={photos} onChange={setPhotos} max={repair.facts.resultPhotos.max} />
        </section>
        <fieldset className="hq-field">
          <legend>{say('结果', 'How it ended')}</legend>
          <ChipChoice options={outcomes.map((key) => ({ key, label: names.option(repair.facts.outcome, key) }))} chosen={[outcome]} onChange={([key]) => setOutcome(outcomes.find((one) => one === key) ?? 'mended')} />
        </fieldset>
        <MaterialsInput used={materials} issues={problem?.issues} onChange={setMaterials} />
        <HoursInput hours={hours} onChange={setHours} />
        <input className="hq-native" value={cause} maxLength={repair.facts.cause.max} placeholder={say('故障原因（选填）', 'The cause (optional)')} aria-label={say('故障原因', 'The cause')} onChange={({ target }) => setCause(target.value)} />
        <ProblemNotice problem={problem} others={issuesElsewhere(problem?.issues ?? [], { 'lines.materials': materials.length })} />
        <div className="sd-finish-send">
          <Button type="primary" size="large" block loading={sending} onClick={() => void finish()}>
            {say('确认完工', 'Finished')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
