// 暂缓: what is waited for and until when, with a tap each.
import { dayAfter, DayInput, dayOf, dayText, ProblemNotice, Sheet, useNow, useSay } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useStepSender } from '../use-step-sender.ts'

export function PauseSheet({ shown, onClose }: { shown: WireMatter; onClose: () => void }): ReactNode {
  const say = useSay()
  const now = useNow()
  const { sending, problem, send } = useStepSender({ shown, step: 'pause' })
  const [why, setWhy] = useState('')
  const [until, setUntil] = useState('')
  const today = dayOf(now)
  const whys = [say('等配件', 'Spare parts'), say('等厂家', 'The maker'), say('等停电停水', 'Power or water off'), say('房间锁着', 'The room is locked'), say('等用户有空', 'The user’s time')]
  const untils = [
    { day: dayAfter(today, 1), label: say('明天', 'Tomorrow') },
    { day: dayAfter(today, 3), label: say('3 天后', 'In 3 days') },
    { day: dayAfter(today, 7), label: say('一周后', 'In a week') },
  ]
  return (
    <Sheet title={say('暂缓', 'Pause')} onClose={onClose}>
      <div className="sd-confirm">
        <h3>{say('等什么', 'Waiting for what')}</h3>
        <div className="sd-quick-words">
          {whys.map((one) => (
            <button key={one} type="button" aria-pressed={why === one} onClick={() => setWhy(one)}>
              {one}
            </button>
          ))}
        </div>
        <input className="hq-native" value={why} maxLength={200} aria-label={say('等什么', 'Waiting for what')} placeholder={say('或者自己写', 'Or in your own words')} onChange={({ target }) => setWhy(target.value)} />
        <h3>{say('什么时候再来', 'When will you come again')}</h3>
        <div className="sd-quick-words">
          {untils.map(({ day, label }) => (
            <button key={day} type="button" aria-pressed={until === day} onClick={() => setUntil(day)}>
              {label} <span className="hq-small hq-secondary">{dayText(day, say).slice(5)}</span>
            </button>
          ))}
        </div>
        <DayInput value={until} label={say('预计恢复日期', 'Expected to resume on')} onChange={setUntil} />
        <ProblemNotice problem={problem} others={problem?.issues.map(({ says }) => says) ?? []} />
        <Button
          type="primary"
          size="large"
          block
          loading={sending}
          disabled={why.trim() === '' || until === ''}
          onClick={() => void send({ input: { waitingFor: why.trim(), waitUntil: until } }).then((taken) => taken && onClose())}
        >
          {say('暂缓', 'Pause')}
        </Button>
      </div>
    </Sheet>
  )
}
