// The task in hand: where, what, how to get there, whom to call, and the one thing to do now under the thumb.
import { ConsoleLink, DueText, Fault, figure, late, matterQuery, MatterState, pathOfNumber, Photos, ProblemNotice, StateTag, StepSheet, useSay, Waiting } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { CheckOutlined, EnvironmentOutlined, LoginOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import { placeText, readRepair } from '../read-repair.ts'
import type { RepairLine } from '../read-repair.ts'
import { UrgencyTag } from '../repair-card.tsx'
import { useStepSender } from '../use-step-sender.ts'
import type { RepairStep } from '../use-step-sender.ts'
import { Way } from './way.tsx'

const DeclineSheet = late(async () => (await import('./decline-sheet.tsx')).DeclineSheet)
const FinishSheet = late(async () => (await import('./finish-sheet.tsx')).FinishSheet)
const PauseSheet = late(async () => (await import('./pause-sheet.tsx')).PauseSheet)

export function Task({ line }: { line: RepairLine }): ReactNode {
  const say = useSay()
  const { data: shown, error, refetch } = useQuery(matterQuery(repair.id, line.number))
  const now = shown ? readRepair(shown) : line
  const said = shown?.timeline.find(({ step, comment }) => (step === 'dispatch' || step === 'reassign') && comment)?.comment
  const waitedFor = (shown?.lines['needs']?.rows ?? []).flatMap(({ material, quantity, outcome }) =>
    outcome == null && isNamed(material) && typeof quantity === 'string' ? [`${material.name} × ${figure(quantity)}`] : [])
  return (
    <article className="sd-task" aria-label={say('现在这一件', 'The task in hand')}>
      <div className="sd-task-body">
        <p className="hq-row">
          <MatterState of={shown ?? line.matter} />
          <UrgencyTag urgency={now.urgency} />
          {now.reopened > 0 && <StateTag tone="soon">{say('返修', 'Came back')}</StateTag>}
          <span className="sd-task-due">{now.dueAt && <DueText dueAt={now.dueAt} />}</span>
        </p>
        <h2 className="sd-task-place">
          <EnvironmentOutlined aria-hidden="true" /> {placeText(now)}
        </h2>
        <p className="sd-task-what">{now.what}</p>
        {now.state === 'paused' && <p className="hq-warning">{say(`在等：${now.waitingFor}（${now.waitUntil} 恢复）`, `Waiting for: ${now.waitingFor} (until ${now.waitUntil})`)}</p>}
        {said && <p className="hq-said">{say(`调度：${said}`, `Dispatcher: ${said}`)}</p>}
        {waitedFor.length > 0 && (
          <p className="hq-said">{say(`已要料：${waitedFor.join('、')}`, `Asked for: ${waitedFor.join(', ')}`)}</p>
        )}
        <Photos files={now.photos} />
        <Way line={now} asker={shown?.requester.id ?? null} />
        <p className="hq-small">
          <ConsoleLink to={pathOfNumber(repair.id, line.number)}>{say(`${line.number} 全部经过`, `${line.number}, all that happened`)}</ConsoleLink>
        </p>
      </div>
      {error && !shown && <Fault error={error} onRetry={() => void refetch()} />}
      {!shown && !error && <Waiting lines={2} />}
      {shown && <Deeds shown={shown} now={now} />}
    </article>
  )
}

const isNamed = (value: unknown): value is { readonly name: string } => typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'

type Open = 'finish' | 'request' | 'pause' | 'decline' | null

function Deeds({ shown, now }: { shown: WireMatter; now: RepairLine }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState<Open>(null)
  const may = (step: RepairStep): boolean => shown.steps.some((offer) => offer.step === step)
  const request = shown.steps.find(({ step }) => step === 'request')
  const close = (): void => setOpen(null)
  return (
    <div className="sd-deeds">
      <div className="sd-deeds-main">
        {may('accept') && now.acceptedAt === null && <Deed shown={shown} step="accept" label={say('接单', 'Accept')} icon={CheckOutlined} />}
        {may('arrive') && <Deed shown={shown} step="arrive" label={say('到场', 'Arrived')} icon={LoginOutlined} quiet={now.acceptedAt === null} />}
        {may('resume') && <Deed shown={shown} step="resume" label={say('恢复', 'Resume')} icon={PlayCircleOutlined} />}
        {may('finish') && now.state === 'working' && (
          <button type="button" className="sd-deed" onClick={() => setOpen('finish')}>
            <CheckOutlined aria-hidden="true" /> {say('完工', 'Finish')}
          </button>
        )}
      </div>
      <div className="sd-deeds-more">
        {request && (
          <button type="button" className="hq-more" onClick={() => setOpen('request')}>
            {say('要料', 'Ask for materials')}
          </button>
        )}
        {may('pause') && (
          <button type="button" className="hq-more" onClick={() => setOpen('pause')}>
            {say('暂缓', 'Pause')}
          </button>
        )}
        {may('decline') && (
          <button type="button" className="hq-more" onClick={() => setOpen('decline')}>
            {say('退单', 'Decline')}
          </button>
        )}
      </div>
      {open === 'finish' && <FinishSheet shown={shown} onClose={close} />}
      {open === 'request' && request && <StepSheet matter={repair} shown={shown} offer={request} onClose={close} />}
      {open === 'pause' && <PauseSheet shown={shown} onClose={close} />}
      {open === 'decline' && <DeclineSheet shown={shown} onClose={close} />}
    </div>
  )
}

/** A step that asks nothing: one tap. */
function Deed({ shown, step, label, icon: Icon, quiet = false }: {
  shown: WireMatter
  step: RepairStep
  label: string
  icon: ComponentType<{ 'aria-hidden'?: 'true' }>
  /** Beside the one thing to do now. */
  quiet?: boolean
}): ReactNode {
  const { sending, problem, send } = useStepSender({ shown, step })
  return (
    <>
      <button type="button" className={quiet ? 'sd-deed sd-deed-quiet' : 'sd-deed'} disabled={sending} onClick={() => void send({})}>
        <Icon aria-hidden="true" /> {label}
      </button>
      <ProblemNotice problem={problem} />
    </>
  )
}
