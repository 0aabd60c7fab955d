// 退单: back to the dispatcher, with the reason.
import { ProblemNotice, Sheet, useSay, WordsArea } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useStepSender } from '../use-step-sender.ts'

export function DeclineSheet({ shown, onClose }: { shown: WireMatter; onClose: () => void }): ReactNode {
  const say = useSay()
  const { sending, problem, send } = useStepSender({ shown, step: 'decline' })
  const [why, setWhy] = useState('')
  const whys = [say('在别处抢修，赶不过去', 'At an emergency elsewhere'), say('不是我的工种', 'Not my trade'), say('今天请假', 'On leave today'), say('需要两个人', 'It needs two')]
  return (
    <Sheet title={say('退单', 'Decline')} onClose={onClose}>
      <div className="sd-confirm">
        <div className="sd-quick-words">
          {whys.map((one) => (
            <button key={one} type="button" aria-pressed={why === one} onClick={() => setWhy(one)}>
              {one}
            </button>
          ))}
        </div>
        <WordsArea value={why} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} aria-label={say('为什么退', 'Why')} placeholder={say('为什么退', 'Why')} onChange={({ target }) => setWhy(target.value)} />
        <ProblemNotice problem={problem} />
        <Button type="primary" size="large" block loading={sending} disabled={why.trim() === ''} onClick={() => void send({ comment: why.trim() }).then((taken) => taken && onClose())}>
          {say('退给调度', 'Back to the dispatcher')}
        </Button>
      </div>
    </Sheet>
  )
}
