// Writing a row of a route 编辑路线: for whom and which amounts, the stages as a table, from which day, by which decision.
import { everyone } from '@houqin/define'
import { call, DayInput, issueOfRow, issuesElsewhere, LineIssue, newIdempotencyKey, ProblemError, ProblemNotice, RestoredDraft, RowPicker, Sheet, serverNow, signatureText, dayOf, useHouse, useKeptDraft, useSay } from '@houqin/web-kit'
import type { ApprovalMode, Ref, SignatureRule } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { DeclaredRoute, LateDeed, Names, RouteList, RouteRow, Seat, Stage } from './route-rows.ts'
import { Labelled } from './labelled.tsx'
import { SeatsInput } from './seats-input.tsx'
import { SeatInput } from './seat-input.tsx'

interface Draft {
  readonly organ: Ref | null
  readonly kind: string | null
  readonly amountFrom: string
  readonly amountBelow: string
  readonly from: string
  readonly to: string
  readonly source: string
  readonly stages: readonly Stage[]
  readonly copies: readonly Seat[]
}

export function RouteSheet({ list, declared, row, onClose }: { list: RouteList; declared: DeclaredRoute; row?: RouteRow; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { keeperOf } = useHouse()
  const organ = keeperOf('organ')
  const today = dayOf(new Date(serverNow()).toISOString())
  const kept = useKeptDraft(`route.${declared.route}.${row ? `${row.id}.${row.version}` : 'new'}`, { ...draftOf(row, today), named: [...namesOf(list)] })
  const { named, ...draft } = kept.values
  const names: Names = new Map(named)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const single = { ...list, roles: list.roles.filter(({ role }) => role !== everyone.role) }
  const [sending, setSending] = useState(false)
  const [key] = useState(newIdempotencyKey)
  const change = kept.set
  const changeStage = (place: number, more: Partial<Stage>): void =>
    change({ stages: draft.stages.map((stage, at) => (at === place ? tidy({ ...stage, ...more }) : stage)) })
  const noteName = (id: string, name: string | undefined): void => {
    if (name !== undefined) change({ named: [...new Map(names).set(id, name)] })
  }
  async function send(): Promise<void> {
    setSending(true)
    setProblem(null)
    const { organ: chosen, amountFrom, amountBelow, to, ...rest } = draft
    const values = { ...rest, organ: chosen?.id ?? null, amountFrom: amountFrom || null, amountBelow: amountBelow || null, to: to || null }
    try {
      if (row) await call(`/approval/routes/${row.id}`, { method: 'PATCH', version: row.version, body: values })
      else await call('/approval/routes', { method: 'POST', idempotencyKey: key, body: { route: declared.route, ...values } })
      kept.sent()
      void client.invalidateQueries({ queryKey: ['approval'] })
      onClose()
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <Sheet wide title={`${declared.title} · ${declared.step}`} onClose={onClose}>
      <form
        noValidate
        className="hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <RestoredDraft form={kept} />
        {row && <p className="hq-secondary">{say('修改就是新的一版:从所填日期起用新的,正在审批的仍按原来的办。', 'A change is another version from that day on; what is being approved keeps the old one.')}</p>}
        <div className="hq-form">
          {organ && (
            <Labelled label={say('单位', 'Organ')} hint={say('不填为全部单位', 'Any when empty')} input={(input) => <RowPicker register={organ.id} input={input} chosen={draft.organ} onChange={(chosen) => change({ organ: chosen })} />} />
          )}
          {Object.keys(declared.kinds).length > 0 && (
            <Labelled label={say('类别', 'Kind')} hint={say('不选为全部类别', 'Any when empty')} input={(input) => (
              <Select<string> {...input} allowClear value={draft.kind} onChange={(kind: string | undefined) => change({ kind: kind ?? null })} options={Object.entries(declared.kinds).map(([value, label]) => ({ value, label }))} />
            )} />
          )}
          {declared.byAmount && (
            <>
              <Labelled label={say('金额自(含),元', 'From, yuan')} input={(input) => <Input {...input} inputMode="decimal" value={draft.amountFrom} onChange={({ target }) => change({ amountFrom: target.value.trim() })} />} />
              <Labelled label={say('金额至(不含),元', 'Below, yuan')} input={(input) => <Input {...input} inputMode="decimal" value={draft.amountBelow} onChange={({ target }) => change({ amountBelow: target.value.trim() })} />} />
            </>
          )}
          <Labelled label={say('自哪天起', 'From')} input={(input) => <DayInput input={input} value={draft.from} onChange={(from) => change({ from })} />} />
          <Labelled label={say('到哪天(含)', 'Until')} hint={say('不填为长期', 'Until further notice when empty')} input={(input) => <DayInput input={input} value={draft.to} onChange={(to) => change({ to })} />} />
          <Labelled label={say('依据', 'Decided by')} hint={say('本单位的哪项决定或制度', 'Which decision of the bureau')} input={(input) => <Input {...input} value={draft.source} onChange={({ target }) => change({ source: target.value })} />} />
        </div>
        <div className="hq-lines-scroll">
          <table className="hq-table" aria-label={say('审批环节', 'Stages')}>
            <thead>
              <tr>
                {[say('环节', 'Stage'), say('审批人', 'Who'), say('方式', 'Mode'), say('签名', 'Signature'), say('时限', 'Time'), say('超时', 'When late'), ''].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {draft.stages.map((stage, place) => (
                <StageRow key={place} list={list} stage={stage} issue={issueOfRow(problem?.issues ?? [], 'stages', place)} names={names} onChange={(more) => changeStage(place, more)} onName={noteName} onRemove={() => change({ stages: draft.stages.filter((_, at) => at !== place), ...(draft.stages.length === 1 && { copies: [] }) })} />
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <Button onClick={() => change({ stages: [...draft.stages, emptyStage(list, say('审批', 'Approval'))] })}>{say('加一个环节', 'Add a stage')}</Button>
        </div>
        {draft.stages.length > 0 && (
          <Copies>
            <SeatsInput list={single} seats={draft.copies} names={names} onChange={(copies) => change({ copies })} onName={noteName} add={say('加一位抄送', 'Add a copy')} />
          </Copies>
        )}
        {draft.stages.length === 0 && <p className="hq-secondary">{say('没有环节就是免审批。', 'Without a stage nobody need be asked.')}</p>}
        <ProblemNotice problem={problem} others={issuesElsewhere(problem?.issues ?? [], { stages: draft.stages.length })} />
        <div className="hq-form-foot">
          <Button type="primary" htmlType="submit" loading={sending}>
            {say('保存', 'Save')}
          </Button>
          <Button onClick={onClose}>{say('取消', 'Cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}

/** 抄送, below the table: who learns of it and decides nothing. */
function Copies({ children }: { children: ReactNode }): ReactNode {
  const say = useSay()
  const id = useId()
  return (
    <section className="hq-stack" aria-labelledby={id}>
      <h3 id={id}>{say('通过后抄送', 'Copies once it has passed')}</h3>
      <p className="hq-small hq-secondary">{say('全部环节同意后通知他们,可以看这件事项,不需办理。没有通过的不抄送。', 'They are told when every stage has agreed and may read this one matter; nothing is asked of them. What does not pass is not sent.')}</p>
      <div>{children}</div>
    </section>
  )
}

function StageRow({ list, stage, issue, names, onChange, onName, onRemove }: {
  list: RouteList
  stage: Stage
  issue: string | undefined
  names: Names
  onChange: (more: Partial<Stage>) => void
  onName: (id: string, name: string | undefined) => void
  onRemove: () => void
}): ReactNode {
  const say = useSay()
  return (
    <tr>
      <td>
        <Input style={{ minWidth: 96 }} aria-label={say('环节名称', 'Name of the stage')} value={stage.title} onChange={({ target }) => onChange({ title: target.value })} />
        <LineIssue says={issue} />
      </td>
      <td>
        <SeatsInput list={list} seats={stage.who} names={names} least={1} onChange={(who) => onChange({ who })} onName={onName} add={say('再加一位', 'One more')} />
      </td>
      <td>
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
      </td>
      <td>
        <Select<SignatureRule>
          aria-label={say('签名', 'Signature')}
          value={stage.signature ?? 'none'}
          onChange={(signature) => onChange({ signature })}
          options={(['none', 'stored', 'drawn'] as const).map((value) => ({ value, label: signatureText(value, say) }))}
        />
      </td>
      <td>
        <InputNumber aria-label={say('工作小时', 'Working hours')} min={1} max={2000} value={stage.hours ?? null} onChange={(hours) => onChange({ hours: hours ?? 0 })} />
      </td>
      <td>
        <Select<LateDeed>
          aria-label={say('超时', 'When late')}
          allowClear
          disabled={stage.hours === undefined}
          value={stage.late ?? null}
          onChange={(late: LateDeed | undefined) => onChange(late === undefined ? { late: 'remind' } : { late })}
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
      </td>
      <td>
        <Button size="small" type="link" danger onClick={onRemove}>
          {say('删除', 'Remove')}
        </Button>
      </td>
    </tr>
  )
}

/** Leaves out what does not belong to the way the stage is decided now. */
function tidy({ title, mode, who, percent, hours, late, escalate, signature }: Stage): Stage {
  const timed = hours !== undefined && hours > 0
  const above = who[0]
  return {
    title, mode, who,
    ...(signature !== undefined && signature !== 'none' && { signature }),
    ...(mode === 'percent' && { percent: percent ?? 50 }),
    ...(timed && { hours, late: late ?? 'remind' }),
    ...(timed && late === 'escalate' && above && { escalate: escalate ?? above }),
  }
}
function emptyStage({ roles }: RouteList, title: string): Stage {
  return { title, mode: 'any', who: [{ role: roles[0]?.role ?? '' }] }
}
function draftOf(row: RouteRow | undefined, today: string): Draft {
  if (row === undefined) return { organ: null, kind: null, amountFrom: '', amountBelow: '', from: today, to: '', source: '', stages: [], copies: [] }
  const { organ, kind, amountFrom, amountBelow, from, to, source, stages, copies } = row
  return {
    organ, kind, amountFrom: amountFrom ?? '', amountBelow: amountBelow ?? '', from: from > today ? from : today, to: to ?? '', source, copies,
    stages: stages.map(({ words: _, ...stage }) => stage),
  }
}
/** The persons that the rows name, as far as their words tell. */
function namesOf({ rows }: RouteList): Names {
  const named = (seats: readonly Seat[], words: readonly string[]): [string, string][] =>
    seats.flatMap((seat, place): [string, string][] => ('person' in seat ? [[seat.person, words[place] ?? seat.person]] : []))
  return new Map(rows.flatMap(({ stages, copies, copyWords }) => [...stages.flatMap(({ who, words }) => named(who, words)), ...named(copies, copyWords)]))
}
