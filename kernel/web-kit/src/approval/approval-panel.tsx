// The approval on a matter's page 审批: what is asked, the stages as a short table, who said what, and what I may do now.
import type { Matter } from '@houqin/define'
import type { WireMatter, WireRoute, WireStage, WireTask } from '@houqin/wire'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { fileAddress } from '../api/files.ts'
import { DueText } from '../blocks/due-text.tsx'
import { FactList } from '../blocks/fact-list.tsx'
import { late } from '../blocks/late.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import type { TagTone } from '../blocks/state-tag.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { useFacts } from '../format/field-value.tsx'
import { StackingTable } from '../list/stacking-table.tsx'
import { LinesTable } from '../register/lines-table.tsx'
import { useNames, useSay } from '../words/words.tsx'
import type { Acting } from './action-sheet.tsx'
import { actionText, isVacant, modeText, outcomeText, signatureText, taskKindText, taskStateText } from './approval-words.ts'
import { VacantSeat } from './vacant-seat.tsx'
import './approval.css'

const ActionSheet = late(async () => (await import('./action-sheet.tsx')).ActionSheet)
const SignedSheet = late(async () => (await import('./signed-sheet.tsx')).SignedSheet)

const tones: Readonly<Record<WireRoute['outcome'], TagTone>> = { open: 'running', passed: 'done', refused: 'overdue', returned: 'overdue', withdrawn: 'stopped', ended: 'stopped' }
const taskTones: Readonly<Record<WireTask['state'], TagTone>> = { waiting: 'draft', open: 'running', agreed: 'done', refused: 'overdue', closed: 'stopped', told: 'draft' }
/** The two that decide stand first; the rest in the order the server gives. */
const deciding = ['agree', 'refuse']

/** @param onOpen how a reference in what was pressed opens. */
export function ApprovalPanel({ matter, shown, route, onOpen }: { matter: Matter; shown: WireMatter; route: WireRoute; onOpen?: (field: string) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const [acting, setActing] = useState<Acting | null>(null)
  const step = matter.steps[route.step]
  const input = useFacts({ fields: step?.input ?? {}, values: route.input, owner: matter.id, filled: true, ...(onOpen && { onOpen }) })
  const asked = [...input, ...(route.comment ? [{ label: say('报批说明', 'Words'), value: route.comment }] : [])]
  const { ended } = route
  const own = route.stages.flatMap(({ tasks, signature }) => tasks.flatMap((task) => (task.may.includes('agree') ? [{ task, signs: task.kind === 'delegated' ? 'none' : signature } as const] : [])))
  const [signed, setSigned] = useState<string | null>(null)
  return (
    <section className="hq-panel hq-stack" aria-label={say('审批', 'Approval')}>
      <h2 className="hq-row">
        {say('审批', 'Approval')} · {step ? names.of(step) : route.label} <StateTag tone={tones[route.outcome]}>{outcomeText(route.outcome, say)}</StateTag>
      </h2>
      {ended && route.outcome !== 'passed' && (
        <p className="hq-below">
          {ended.by.name} · <WhenText at={ended.at} />
          {ended.words && <strong> {ended.words}</strong>}
          {ended.to && <span className="hq-secondary"> {say(`退到“${ended.to}”`, `back to “${ended.to}”`)}</span>}
        </p>
      )}
      {route.stuck && (
        <output className="hq-danger hq-below">
          {say(`卡住了：${route.stuck.reason}。`, `Stuck: ${route.stuck.reason}. `)}
          {route.stuck.helpers.length > 0
            ? say(`审批管理员 ${route.stuck.helpers.map(({ name }) => name).join('、')} 在处理。`, `${route.stuck.helpers.map(({ name }) => name).join(', ')} sees to it.`)
            : say('还没有审批管理员，请联系安全管理员。', 'There is no approval officer; tell the security administrator.')}
        </output>
      )}
      {route.outcome === 'open' && asked.length > 0 && <FactList facts={asked} />}
      {route.outcome === 'open' &&
        Object.entries(route.lines).map(([set, lines]) => {
          const declared = matter.lines[set]
          return declared && <LinesTable key={set} declared={declared} lines={lines} owner={matter.id} />
        })}
      <div className="hq-lines-scroll">
        <StackingTable
          label={say('审批环节', 'Stages')}
          rows={route.stages.flatMap((stage, place): readonly StageTask[] => (stage.tasks.length === 0 ? [{ stage, key: String(place) }] : stage.tasks.map((task) => ({ stage, task, key: task.id }))))}
          keyOf={({ key }) => key}
          columns={[
            { title: say('环节', 'Stage'), heads: true, cell: ({ stage }) => <StageCell stage={stage} /> },
            { title: say('审批人', 'Who'), cell: ({ stage, task }) => (task ? <WhoCell stage={stage} task={task} /> : <span className="hq-secondary">{stage.who.join(say('、', ', '))}</span>) },
            {
              title: say('意见', 'What he said'),
              cell: ({ task }) => (task ? <SaidCell task={task} onUnsign={() => setActing({ action: 'unsign', target: task })} onSigned={() => setSigned(task.id)} /> : <span className="hq-secondary">{say('未到', 'Later')}</span>),
            },
            { title: say('时间', 'When'), cell: ({ task }) => (task ? <WhenCell task={task} /> : <span className="hq-secondary">—</span>) },
          ]}
        />
      </div>
      <CopyLine route={route} />
      {own.length > 0 && (
        <div className="hq-deciding">
          {own.map(({ task, signs }) => (
            <Deciding key={task.id} task={task} onAct={(action) => setActing({ action, target: task, signs: action === 'agree' ? signs : 'none' })} />
          ))}
        </div>
      )}
      {route.may.length > 0 && (
        <div className="hq-row">
          {route.may.map((action) => (
            <Button key={action} onClick={() => setActing({ action, target: route })}>
              {actionText(action, say)}
            </Button>
          ))}
        </div>
      )}
      {signed && <SignedSheet matter={matter} number={shown.number} task={signed} onClose={() => setSigned(null)} />}
      {acting && <ActionSheet matter={matter} shown={shown} route={route} acting={acting} onClose={() => setActing(null)} />}
    </section>
  )
}

/** Who will receive a copy, or did. */
function CopyLine({ route: { outcome, copies: { who, persons }, ended } }: { route: WireRoute }): ReactNode {
  const say = useSay()
  const list = (names: readonly string[]): string => names.join(say('、', ', '))
  if (who.length === 0 || (outcome !== 'open' && outcome !== 'passed')) return null
  if (outcome === 'open') return <p className="hq-secondary">{say(`通过后抄送：${list(who)}`, `Copies once it has passed: ${list(who)}`)}</p>
  if (persons.length === 0) return <p className="hq-secondary">{say(`应抄送${list(who)}，当时没有人能收到`, `A copy was due to ${list(who)}, and there was nobody to receive it`)}</p>
  return (
    <p>
      {say('已抄送：', 'Copies sent to: ')}
      {list(persons.map(({ name }) => name))} {ended && <span className="hq-small hq-secondary"><WhenText at={ended.at} /></span>}
    </p>
  )
}

/** Within the thumb's reach on a telephone, where what is done seldom waits behind one more tap. */
function Deciding({ task, onAct }: { task: WireTask; onAct: (action: string) => void }): ReactNode {
  const say = useSay()
  const [all, setAll] = useState(false)
  const others = task.may.filter((action) => !deciding.includes(action))
  return (
    <div className="hq-row" data-all={all}>
      {task.for && <span className="hq-secondary">{say(`代 ${task.for.name}`, `for ${task.for.name}`)}</span>}
      {[...deciding, ...others].map((action) => (
        <Button key={action} className={deciding.includes(action) ? '' : 'hq-seldom'} type={action === 'agree' ? 'primary' : 'default'} danger={action === 'refuse'} onClick={() => onAct(action)}>
          {actionText(action, say)}
        </Button>
      ))}
      {others.length > 0 && (
        <Button className="hq-more-deeds" type="text" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('收起', 'Less') : say('更多', 'More')}
        </Button>
      )}
    </div>
  )
}

/** A row of the table: one task of a stage, or the stage while nobody was asked. */
interface StageTask {
  readonly stage: WireStage
  readonly task?: WireTask
  readonly key: string
}

function StageCell({ stage: { title, mode, percent, signature } }: { stage: WireStage }): ReactNode {
  const say = useSay()
  const names = useNames()
  return (
    <>
      {names.phrase(title)}{' '}
      <span className="hq-small hq-secondary">
        {modeText(mode, percent, say)}
        {signature !== 'none' && ` · ${signatureText(signature, say)}`}
      </span>
    </>
  )
}

function WhoCell({ stage: { mode, tasks }, task: { person, for: whom, kind, vacancy, decidedBy } }: { stage: WireStage; task: WireTask }): ReactNode {
  const say = useSay()
  const note = [taskKindText(kind, say), whom && say(`代 ${whom.name}`, `for ${whom.name}`)].filter(Boolean).join(' · ')
  return (
    <>
      {person ? person.name : vacancy && <VacantSeat vacancy={vacancy} mode={mode} others={tasks.some((other) => other.person !== null && other.kind !== 'copy')} />} {note && <span className="hq-small hq-secondary">{note}</span>}
      {decidedBy && person && decidedBy.id !== person.id && <span className="hq-small hq-secondary"> {say(`由 ${decidedBy.name} 办理`, `by ${decidedBy.name}`)}</span>}
    </>
  )
}

function SaidCell({ task, onUnsign, onSigned }: { task: WireTask; onUnsign: () => void; onSigned: () => void }): ReactNode {
  const say = useSay()
  const { comment, state, may, signature } = task
  return (
    <>
      <StateTag tone={isVacant(task) ? 'stopped' : taskTones[state]}>{taskStateText(task, say)}</StateTag> {comment}
      {signature && (
        <button type="button" className="hq-plain" aria-label={say('看签署内容', 'See what was signed')} onClick={onSigned}>
          <img className="hq-signature" src={fileAddress(signature.file)} alt={say('签名', 'Signature')} />
        </button>
      )}
      {may.includes('unsign') && (
        <Button size="small" type="link" onClick={onUnsign}>
          {actionText('unsign', say)}
        </Button>
      )}
    </>
  )
}

function WhenCell({ task: { decidedAt, state, dueAt } }: { task: WireTask }): ReactNode {
  if (decidedAt) return <WhenText at={decidedAt} />
  return state === 'open' && dueAt ? <DueText dueAt={dueAt} /> : null
}
