// 修好了吗: what was done, stars with one tap, and one of two answers, all in one sheet.
import { FieldValue, Photos, ProblemNotice, Sheet, StarsInput, useNames, useSay, WhenText, WordsArea } from '@houqin/web-kit'
import type { StepSheetProps, WireMatter } from '@houqin/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import { fileIds, readRepair, text } from '../read-repair.ts'
import { useStepSender } from '../use-step-sender.ts'
import '../quick.css'
import './mine.css'

type Answer = 'confirm' | 'notFixed'

export function ConfirmStep({ shown, onClose }: StepSheetProps): ReactNode {
  return <ConfirmSheet shown={shown} onClose={onClose} />
}
export function NotFixedStep({ shown, onClose }: StepSheetProps): ReactNode {
  return <ConfirmSheet shown={shown} onClose={onClose} first="notFixed" />
}

export function ConfirmSheet({ shown, onClose, first = 'confirm' }: { shown: WireMatter; onClose: () => void; first?: Answer }): ReactNode {
  const say = useSay()
  const names = useNames()
  const [answer, setAnswer] = useState<Answer>(first)
  const [stars, setStars] = useState(0)
  const [words, setWords] = useState('')
  const { sending, problem, send } = useStepSender({ shown, step: answer })
  const { worker } = readRepair(shown)
  const isFixed = answer === 'confirm'
  const answerNow = (): void => {
    void send({ comment: words.trim() || null, rating: isFixed ? stars || null : null }).then((taken) => taken && onClose())
  }
  return (
    <Sheet title={isFixed ? say('修好了吗', 'Is it fixed?') : say('没修好', 'Not fixed')} onClose={onClose}>
      <div className="sd-confirm">
        <p>
          <strong>{names.told(shown.subject, repair)}</strong>
        </p>
        <Result shown={shown} worker={worker?.name ?? ''} />
        {isFixed ? (
          <>
            <StarsInput label={say('点星评价', 'Tap the stars')} stars={stars} onChange={setStars} />
            <input className="hq-native" value={words} maxLength={200} placeholder={say('想说的话（选填）', 'Anything to say (optional)')} aria-label={say('想说的话', 'Anything to say')} onChange={({ target }) => setWords(target.value)} />
          </>
        ) : (
          <WhatIsWrong words={words} onChange={setWords} />
        )}
        <ProblemNotice problem={problem} />
        <div className="sd-confirm-answers">
          {isFixed ? (
            <>
              <Button type="primary" size="large" loading={sending} onClick={answerNow}>
                {say('修好了', 'Fixed')}
              </Button>
              <Button size="large" disabled={sending} onClick={() => setAnswer('notFixed')}>
                {say('没修好', 'Not fixed')}
              </Button>
            </>
          ) : (
            <>
              <Button type="primary" danger size="large" loading={sending} disabled={words.trim() === ''} onClick={answerNow}>
                {say('请再来修', 'Come again')}
              </Button>
              <Button size="large" disabled={sending} onClick={() => setAnswer('confirm')}>
                {say('其实修好了', 'It is fixed after all')}
              </Button>
            </>
          )}
        </div>
      </div>
    </Sheet>
  )
}

function Result({ shown, worker }: { shown: WireMatter; worker: string }): ReactNode {
  const say = useSay()
  const finished = text(shown.facts['finishedAt'])
  return (
    <div className="sd-result">
      <p>
        {worker && <span>{worker} </span>}
        {finished && (
          <span className="hq-secondary">
            <WhenText at={finished} /> {say('完工', 'finished')}
          </span>
        )}
        {' · '}
        <FieldValue field={repair.facts.outcome} value={shown.facts['outcome']} owner={repair.id} />
      </p>
      {text(shown.facts['cause']) && <p className="hq-secondary">{text(shown.facts['cause'])}</p>}
      <Photos files={fileIds(shown.facts['resultPhotos'])} />
    </div>
  )
}

function WhatIsWrong({ words, onChange }: { words: string; onChange: (words: string) => void }): ReactNode {
  const say = useSay()
  const usual = [say('还是老样子', 'Just as before'), say('好了一会儿又坏了', 'It broke again'), say('只修了一部分', 'Only partly done'), say('没人来过', 'Nobody came')]
  return (
    <>
      <div className="sd-quick-words">
        {usual.map((one) => (
          <button key={one} type="button" aria-pressed={words === one} onClick={() => onChange(one)}>
            {one}
          </button>
        ))}
      </div>
      <WordsArea value={words} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} placeholder={say('现在是什么样子', 'What is it like now')} aria-label={say('哪里没修好', 'What is not fixed')} onChange={({ target }) => onChange(target.value)} />
    </>
  )
}
