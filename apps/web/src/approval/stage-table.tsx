// The stages of a route 审批环节 as they are written: a row each, and on a telephone a card each.
import { LineIssue, signatureText, StackingTable, useSay } from '@houqin/web-kit'
import type { ApprovalMode, LateDeed, RouteList, SignatureRule, Stage } from '@houqin/web-kit'
import { Button, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Names } from './route-rows.ts'
import { SeatsInput } from './seats-input.tsx'
import { SeatInput } from './seat-input.tsx'
import './stages.css'

export interface StageTableProps {
  readonly list: RouteList
  readonly stages: readonly Stage[]
  readonly names: Names
  readonly issueAt: (place: number) => string | undefined
  readonly onChange: (place: number, more: Partial<Stage>) => void
  /** A person was chosen whose name is not known yet. */
  readonly onName: (id: string, name: string | undefined) => void
  readonly onRemove: (place: number) => void
}
interface Placed {
  readonly stage: Stage
  readonly place: number
}

export function StageTable({ list, stages, names, issueAt, onChange, onName, onRemove }: StageTableProps): ReactNode {
  const say = useSay()
  return (
    <div className="hq-lines-scroll hq-stages">
      <StackingTable
        label={say('审批环节', 'Stages')}
        rows={stages.map((stage, place): Placed => ({ stage, place }))}
        keyOf={({ place }) => place}
        columns={[
          {
            title: say('环节', 'Stage'),
            cell: ({ stage, place }) => (
              <>
                <Input aria-label={say('环节名称', 'Name of the stage')} value={stage.title} onChange={({ target }) => onChange(place, { title: target.value })} />
                <LineIssue says={issueAt(place)} />
              </>
            ),
          },
          {
            title: say('审批人', 'Who'),
            cell: ({ stage, place }) => <SeatsInput list={list} seats={stage.who} names={names} least={1} onChange={(who) => onChange(place, { who })} onName={onName} add={say('再加一位', 'One more')} />,
          },
          { title: say('方式', 'Mode'), cell: ({ stage, place }) => <ModeInput stage={stage} onChange={(more) => onChange(place, more)} /> },
          {
            title: say('签名', 'Signature'),
            cell: ({ stage, place }) => (
              <Select<SignatureRule>
                aria-label={say('签名', 'Signature')}
                value={stage.signature ?? 'none'}
                onChange={(signature) => onChange(place, { signature })}
                options={(['none', 'stored', 'drawn'] as const).map((value) => ({ value, label: signatureText(value, say) }))}
              />
            ),
          },
          {
            title: say('时限', 'Time'),
            cell: ({ stage, place }) => (
              <InputNumber aria-label={say('工作小时', 'Working hours')} placeholder={say('不限', 'no limit')} suffix={say('工作小时', 'working hours')} min={1} max={2000} value={stage.hours ?? null} onChange={(hours) => onChange(place, { hours: hours ?? 0 })} />
            ),
          },
          { title: say('超时', 'When late'), cell: ({ stage, place }) => <LateInput list={list} stage={stage} names={names} onName={onName} onChange={(more) => onChange(place, more)} /> },
          {
            title: say('操作', 'Actions'),
            cell: ({ place }) => (
              <Button type="link" danger onClick={() => onRemove(place)}>
                {say('删除', 'Remove')}
              </Button>
            ),
          },
        ]}
      />
    </div>
  )
}

type One = { readonly stage: Stage; readonly onChange: (more: Partial<Stage>) => void }

/** 会签、或签、依次, or a share of them. */
function ModeInput({ stage, onChange }: One): ReactNode {
  const say = useSay()
  return (
    <span className="hq-row">
      <Select<ApprovalMode>
        aria-label={say('方式', 'Mode')}
        value={stage.mode}
        onChange={(mode) => onChange({ mode })}
        options={[
          { value: 'all', label: say('会签', 'All') },
          { value: 'any', label: say('或签', 'Any one') },
          { value: 'turn', label: say('依次', 'In turn') },
          { value: 'percent', label: say('按比例', 'A share') },
        ]}
      />
      {stage.mode === 'percent' && <InputNumber aria-label={say('百分之几同意', 'Per cent who agree')} min={1} max={100} value={stage.percent ?? 50} onChange={(percent) => onChange({ percent: percent ?? 50 })} />}
    </span>
  )
}

/** 超时: what becomes of a stage that nobody decides in time, and who is told above. */
function LateInput({ list, stage, names, onName, onChange }: One & Pick<StageTableProps, 'list' | 'names' | 'onName'>): ReactNode {
  const say = useSay()
  return (
    <span className="hq-row">
      <Select<LateDeed>
        aria-label={say('超时', 'When late')}
        allowClear
        disabled={stage.hours === undefined}
        placeholder={say('先填时限', 'Needs a time')}
        value={stage.late ?? null}
        onChange={(late: LateDeed | undefined) => onChange({ late: late ?? 'remind' })}
        options={[
          { value: 'remind', label: say('提醒', 'Remind') },
          { value: 'escalate', label: say('上报', 'Take up') },
          { value: 'pass', label: say('自动同意', 'Agree') },
          { value: 'return', label: say('自动退回', 'Send back') },
        ]}
      />
      {stage.late === 'escalate' && (
        <SeatInput
          list={list}
          seat={stage.escalate ?? { role: list.roles[0]?.role ?? '' }}
          names={names}
          onChange={(escalate, name) => {
            if ('person' in escalate) onName(escalate.person, name)
            onChange({ escalate })
          }}
        />
      )}
    </span>
  )
}
