// 布置阅知: everybody, or those of some organs or roles, and by when.
import { organ } from '@houqin/people'
import { ChipChoice, DayInput, FormFoot, ProblemNotice, RowsPicker, Sheet, useNames, useSay, useStepSender, useWholeHouse } from '@houqin/web-kit'
import type { Ref, StepSheetProps } from '@houqin/web-kit'
import { Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'

type Audience = 'everybody' | 'organs' | 'roles'

export function CirculateSheet({ matter, shown, offer, onClose }: StepSheetProps): ReactNode {
  const say = useSay()
  const names = useNames()
  const parts = useWholeHouse()
  const sender = useStepSender({ matter, shown, step: offer.step })
  const [audience, setAudience] = useState<Audience>('everybody')
  const [organs, setOrgans] = useState<readonly Ref[]>([])
  const [roles, setRoles] = useState<readonly string[]>([])
  const [until, setUntil] = useState('')
  const readers = audience === 'organs' ? organs.map(({ id }) => ({ organ: id })) : audience === 'roles' ? roles.map((role) => ({ role })) : []
  const whole = until !== '' && (audience === 'everybody' || readers.length > 0)
  const send = async (): Promise<void> => {
    const sent = { input: { readBy: until, audience: audience === 'everybody' ? 'everybody' : 'named' }, lines: { readers } }
    if (await sender.send(sent)) onClose()
  }
  return (
    <Sheet title={say('布置阅知', 'Have it read')} onClose={onClose}>
      <div className="hq-stack">
        <ChipChoice
          options={[
            { key: 'everybody', label: say('全体', 'Everybody') },
            { key: 'organs', label: say('按单位', 'By organ') },
            { key: 'roles', label: say('按角色', 'By role') },
          ]}
          chosen={[audience]}
          onChange={([key]) => setAudience(key === 'organs' || key === 'roles' ? key : 'everybody')}
        />
        {audience === 'organs' && <RowsPicker register={organ.id} label={say('哪些单位（含下级）', 'Which organs, those below included')} chosen={organs} onChange={setOrgans} />}
        {audience === 'roles' && (
          <Select<string[]>
            mode="multiple"
            aria-label={say('哪些角色', 'Which roles')}
            placeholder={say('哪些角色', 'Which roles')}
            optionFilterProp="label"
            value={[...roles]}
            options={parts.flatMap(({ subsystem }) => Object.values(subsystem.roles).map(({ role, title }) => ({ value: role, label: names.phrase(title) })))}
            onChange={setRoles}
          />
        )}
        <p className="hq-secondary">{say('只有能登录的人会收到；收到的人在首页看到，阅读后点“我已阅知”。', 'Those who can sign in get it on their first screen and press “I have read this”.')}</p>
        <label className="hq-stack">
          {say('阅知期限', 'By when')}
          <DayInput value={until} onChange={setUntil} label={say('阅知期限', 'By when')} />
        </label>
        <ProblemNotice problem={sender.problem} />
        <FormFoot submit={say('布置阅知', 'Have it read')} sending={sender.sending} disabled={!whole} onSubmit={() => void send()} onCancel={onClose} />
      </div>
    </Sheet>
  )
}
