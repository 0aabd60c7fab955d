// Settling 移交、收回、不办: to whom, or why; one item, or several of a kind to the same person.
import { FormFoot, ProblemError, ProblemNotice, RowPicker, Sheet, useSay, useTakeStep, WordsArea } from '@houqin/web-kit'
import type { Ref, WireMatter } from '@houqin/web-kit'
import { person } from '@houqin/people'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { departure } from '../../contract/index.ts'
import type { SettlingWay } from '../../contract/index.ts'
import type { ListedForReader } from '../../contract/answers.ts'

export type Way = SettlingWay
const inService = Object.freeze({ 'where.standing': 'active' })

export function SettleSheet({ matter, way, items, onClose }: { matter: WireMatter; way: Way; items: readonly ListedForReader[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const take = useTakeStep({ matter: departure, shown: matter, step: 'settle' })
  const [to, setTo] = useState<Ref | null>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  const title = { hand: say('移交', 'Hand over'), end: say('收回', 'Take back'), waive: say('不办', 'Leave it') }[way]
  const ready = way === 'hand' ? to !== null : way === 'end' || reason.trim() !== ''

  const send = async (): Promise<void> => {
    setSending(true)
    setProblem(null)
    try {
      await take({ lines: { settled: items.map(({ key }) => ({ item: key, way, ...(way === 'hand' && to && { to: to.id }), ...(way === 'waive' && { reason: reason.trim() }) })) } })
      onClose()
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
      setSending(false)
    }
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <ul className="hq-plain-rows hq-below">
        {items.map(({ key, title: named, detail }) => (
          <li key={key}>
            {named} {detail && <span className="hq-secondary hq-small">{detail}</span>}
          </li>
        ))}
      </ul>
      {way === 'hand' && (
        <div className="st-departure-whom">
          <RowPicker register={person.id} where={inService} chosen={to} onChange={setTo} label={say('交给谁', 'To whom')} />
        </div>
      )}
      {way === 'end' && <p>{say('从离岗日起不再由他负责，也没有人接替。', 'From the day of leaving it is his no longer, and nobody follows.')}</p>}
      {way === 'waive' && (
        <WordsArea
          value={reason} maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} aria-label={say('为什么可以不办', 'Why it may stay as it is')}
          placeholder={say('为什么可以不办，如“已与某某当面交清”', 'Why it may stay as it is')} onChange={({ target }) => setReason(target.value)}
        />
      )}
      <ProblemNotice problem={problem} />
      <FormFoot submit={title} disabled={!ready} sending={sending} onSubmit={() => void send()} onCancel={onClose} leave={say('返回', 'Back')} />
    </Sheet>
  )
}
