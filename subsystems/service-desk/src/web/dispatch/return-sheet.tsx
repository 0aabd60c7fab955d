// 退回报修人: what is missing, said with a tap or in one's own words.
import { ProblemNotice, Sheet, useSay, WordsArea } from '@houqin/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { RepairLine } from '../read-repair.ts'
import { useStepSender } from '../use-step-sender.ts'

export function ReturnSheet({ line, onClose, onDone }: { line: RepairLine; onClose: () => void; onDone: () => void }): ReactNode {
  const say = useSay()
  const [words, setWords] = useState('')
  const { sending, problem, send } = useStepSender({ shown: line, step: 'reject' })
  const usual = [say('请写清楚在哪个房间', 'Please say which room'), say('请补一张照片', 'Please add a photo'), say('请写清楚坏在哪里', 'Please say what is broken'), say('不属于维修范围', 'Not a matter of repair')]
  const returnIt = (): void => {
    void send({ comment: words.trim() }).then((taken) => {
      if (!taken) return
      onClose()
      onDone()
    })
  }
  return (
    <Sheet title={say('退回报修人', 'Return to the asker')} onClose={onClose}>
      <div className="sd-confirm">
        <p className="hq-secondary">
          {line.number} {line.what}
        </p>
        <div className="sd-quick-words">
          {usual.map((one) => (
            <button key={one} type="button" aria-pressed={words === one} onClick={() => setWords(one)}>
              {one}
            </button>
          ))}
        </div>
        <WordsArea value={words} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} aria-label={say('退回原因', 'Why')} placeholder={say('为什么退回、要补什么', 'Why, and what is missing')} onChange={({ target }) => setWords(target.value)} />
        <ProblemNotice problem={problem} />
        <Button type="primary" size="large" block loading={sending} disabled={words.trim() === ''} onClick={returnIt}>
          {say('退回', 'Return')}
        </Button>
      </div>
    </Sheet>
  )
}
