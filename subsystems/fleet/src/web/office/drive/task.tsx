// The journey in hand: where to, when, which car, whom to call, and the one thing to do now under the thumb.
import { ConsoleLink, Fault, late, matterQuery, MatterState, pathOfNumber, ProblemNotice, StepSheet, useNow, useSay, Waiting } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { CarOutlined, CheckOutlined, PhoneOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { use } from '../../../contract/index.ts'
import { readUse } from '../read-use.ts'
import type { UseLine } from '../read-use.ts'
import { spanText } from '../span-text.ts'
import { useStep } from '../use-step.ts'
import type { UseStep } from '../use-step.ts'
import { journeyQuery } from './drive-query.ts'

const OdometerSheet = late(async () => (await import('./odometer-sheet.tsx')).OdometerSheet)
const SpendSheet = late(async () => (await import('./spend-sheet.tsx')).SpendSheet)

export function Task({ line }: { line: UseLine }): ReactNode {
  const say = useSay()
  const at = useNow()
  const { data: shown, error, refetch } = useQuery(matterQuery(use.id, line.number))
  const { data: journey } = useQuery(journeyQuery(line.number))
  const now = shown ? readUse(shown) : line
  const riders = journey?.riders ?? []
  return (
    <article className="fl-task" aria-label={say('现在这一趟', 'The journey in hand')}>
      <div className="fl-task-body">
        <p className="hq-row">
          <MatterState of={shown ?? line.matter} />
          <strong className="fl-task-when">{spanText({ from: now.outAt, to: now.backAt, now: at, say })}</strong>
        </p>
        <h2 className="fl-task-way">{now.whence} → {now.whither}</h2>
        <p className="fl-task-car"><CarOutlined aria-hidden="true" /> {now.vehicle?.name}</p>
        <p>{now.why} · {say(`${now.passengers} 人`, `${now.passengers} passengers`)} · {now.traveller?.name ?? now.asker}</p>
        {now.phone && <a className="fl-call" href={`tel:${now.phone}`}><PhoneOutlined aria-hidden="true" /> {now.phone}</a>}
        {now.note && <p className="hq-said">{now.note}</p>}
        {riders.map(({ number, asker, whence, whither, passengers }) => (
          <p key={number} className="hq-said">{say(`拼车：${asker} ${passengers} 人，${whence} → ${whither}`, `Rides along: ${asker} and ${passengers - 1} more, ${whence} → ${whither}`)}</p>
        ))}
        <p className="hq-small"><ConsoleLink to={pathOfNumber(use.id, line.number)}>{say(`${line.number} 全部经过`, `${line.number}, all that happened`)}</ConsoleLink></p>
      </div>
      {error && !shown && <Fault error={error} onRetry={() => void refetch()} />}
      {!shown && !error && <Waiting lines={2} />}
      {shown && <Deeds shown={shown} now={now} odometer={journey?.odometer ?? null} />}
    </article>
  )
}

type Open = 'depart' | 'spend' | 'finish' | 'decline' | null

function Deeds({ shown, now, odometer }: { shown: WireMatter; now: UseLine; odometer: number | null }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState<Open>(null)
  const accept = useStep(shown, 'accept')
  const may = (step: UseStep): boolean => shown.steps.some((offer) => offer.step === step)
  const decline = shown.steps.find(({ step }) => step === 'decline')
  const close = (): void => setOpen(null)
  return (
    <div className="fl-deeds">
      {may('accept') && now.acceptedAt === null && (
        <button type="button" className="fl-deed" disabled={accept.sending} onClick={() => void accept.send({})}><CheckOutlined aria-hidden="true" /> {say('接单', 'Accept')}</button>
      )}
      <ProblemNotice problem={accept.problem} />
      {may('depart') && (
        <button type="button" className={now.acceptedAt === null ? 'fl-deed fl-deed-quiet' : 'fl-deed'} onClick={() => setOpen('depart')}><CarOutlined aria-hidden="true" /> {say('出车', 'Leave')}</button>
      )}
      {may('finish') && <button type="button" className="fl-deed" onClick={() => setOpen('finish')}><CheckOutlined aria-hidden="true" /> {say('收车', 'Come back')}</button>}
      <div className="fl-deeds-more">
        {may('spend') && now.state === 'underway' && <button type="button" className="hq-more" onClick={() => setOpen('spend')}>{say('记费用', 'An expense')}</button>}
        {decline && <button type="button" className="hq-more" onClick={() => setOpen('decline')}>{say('退单', 'Decline')}</button>}
      </div>
      {open === 'depart' && <OdometerSheet shown={shown} step="depart" known={odometer} onClose={close} />}
      {open === 'finish' && <OdometerSheet shown={shown} step="finish" known={now.odometerOut} onClose={close} />}
      {open === 'spend' && <SpendSheet shown={shown} onClose={close} />}
      {open === 'decline' && decline && <StepSheet matter={use} shown={shown} offer={decline} onClose={close} />}
    </div>
  )
}
