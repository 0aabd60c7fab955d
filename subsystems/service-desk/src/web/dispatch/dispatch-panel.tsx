// Sending 派单: who goes to the chosen repair, a word for him, and the other ways out: merge, return.
import { ConsoleLink, pathOfNumber, Photos, ProblemNotice, useSay } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import { placeText } from '../read-repair.ts'
import type { RepairLine } from '../read-repair.ts'
import { UrgencyTag } from '../repair-card.tsx'
import { useStepSender } from '../use-step-sender.ts'
import { handsQuery } from './dispatch-query.ts'
import type { Hand } from '../../contract/answers.ts'
import { HandList } from './hand-list.tsx'
import type { Likely } from './likely-duplicates.ts'
import { MergeSheet } from './merge-sheet.tsx'
import { ReturnSheet } from './return-sheet.tsx'

/** What the keys of the desk do to the panel that is shown. */
export interface PanelKeys {
  readonly pick: (order: number) => void
  readonly send: () => void
}

export function DispatchPanel({ line, likely, onDone, onKeys }: {
  line: RepairLine
  likely: readonly Likely<RepairLine>[]
  /** It has left where it stood. */
  onDone: () => void
  onKeys?: (keys: PanelKeys | null) => void
}): ReactNode {
  const say = useSay()
  const isNew = line.state === 'asked'
  const { sending, problem, send } = useStepSender({ shown: line, step: isNew ? 'dispatch' : 'reassign' })
  const { data } = useQuery(handsQuery(line.number))
  const hands = (data?.rows ?? []).filter(({ person }) => person.id !== line.worker?.id)
  const [picked, setPicked] = useState<Hand | null>(null)
  const [comment, setComment] = useState('')
  const [open, setOpen] = useState<'merge' | 'return' | null>(null)
  const best = hands[0]?.fits ? hands[0] : null
  const chosen = picked ?? best
  const dispatch = (): void => {
    if (!chosen || sending) return
    void send({ input: { worker: chosen.person.id, toTeam: chosen.team.id }, comment: comment.trim() || null }).then((taken) => taken && onDone())
  }
  useEffect(() => {
    onKeys?.({
      pick: (order) => {
        const hand = hands[order]
        if (hand) setPicked(hand)
      },
      send: dispatch,
    })
    return () => onKeys?.(null)
  })
  return (
    <div className="sd-panel">
      <div className="sd-panel-what">
        <p className="sd-panel-place">
          <strong>{placeText(line)}</strong> <UrgencyTag urgency={line.urgency} />
        </p>
        <p>{line.what}</p>
        <Photos files={line.photos} />
        <p className="hq-small hq-secondary">
          <ConsoleLink to={pathOfNumber(repair.id, line.number)}>{line.number}</ConsoleLink> {line.asker}
          {line.phone && <> {line.phone}</>}
          {line.worker && <> · {say(`现在派给 ${line.worker.name}`, `now with ${line.worker.name}`)}</>}
        </p>
        {likely.length > 0 && (
          <button type="button" className="hq-plain sd-likely" onClick={() => setOpen('merge')}>
            {say(`可能与 ${likely.length} 件重复，看看`, `Perhaps the same as ${likely.length} other${likely.length > 1 ? 's' : ''}; look`)}
          </button>
        )}
      </div>
      <div className="sd-send-bar">
        <input className="hq-native" value={comment} maxLength={200} placeholder={say('带句话（选填），如“带梯子”', 'A word for him (optional)')} aria-label={say('带句话', 'A word for him')} onChange={({ target }) => setComment(target.value)} />
        <Button type="primary" size="large" loading={sending} disabled={!chosen} onClick={dispatch}>
          {chosen ? (isNew ? say(`派给 ${chosen.person.name}`, `Send ${chosen.person.name}`) : say(`改派 ${chosen.person.name}`, `Send ${chosen.person.name} instead`)) : say('选一个人', 'Choose somebody')}
        </Button>
      </div>
      <ProblemNotice problem={problem} />
      <HandList number={line.number} except={line.worker?.id} chosen={chosen} onChoose={setPicked} />
      <div className="hq-row sd-panel-more">
        {(isNew || line.state === 'dispatched') && <Button onClick={() => setOpen('merge')}>{say('合并', 'Merge')}</Button>}
        {isNew && <Button onClick={() => setOpen('return')}>{say('退回', 'Return')}</Button>}
      </div>
      {open === 'merge' && <MergeSheet line={line} likely={likely} onClose={() => setOpen(null)} onDone={onDone} />}
      {open === 'return' && <ReturnSheet line={line} onClose={() => setOpen(null)} onDone={onDone} />}
    </div>
  )
}
