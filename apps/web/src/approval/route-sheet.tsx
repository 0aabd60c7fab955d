// Writing a row of a route 编辑路线: for whom and which amounts, the stages as a table, from which day, by which decision.
import { everyone } from '@houqin/define'
import { call, DayInput, issueOfRow, issuesElsewhere, KeptForm, newIdempotencyKey, RowPicker, Sheet, serverNow, dayOf, useAttempt, useHouse, useKeptDraft, useSay } from '@houqin/web-kit'
import type { DeclaredRoute, Ref, RouteList, RouteRow, Seat, Stage } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Names } from './route-rows.ts'
import { Labelled } from './labelled.tsx'
import { SeatsInput } from './seats-input.tsx'
import { StageTable } from './stage-table.tsx'

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
  const { problem, busy, run } = useAttempt()
  const single = { ...list, roles: list.roles.filter(({ role }) => role !== everyone.role) }
  const [key] = useState(newIdempotencyKey)
  const change = kept.set
  const changeStage = (place: number, more: Partial<Stage>): void =>
    change({ stages: draft.stages.map((stage, at) => (at === place ? tidy({ ...stage, ...more }) : stage)) })
  const noteName = (id: string, name: string | undefined): void => {
    if (name !== undefined) change({ named: [...new Map(names).set(id, name)] })
  }
  async function send(): Promise<void> {
    const { organ: chosen, amountFrom, amountBelow, to, ...rest } = draft
    const values = { ...rest, organ: chosen?.id ?? null, amountFrom: amountFrom || null, amountBelow: amountBelow || null, to: to || null }
    if (row) await call(`/approval/routes/${row.id}`, { method: 'PATCH', version: row.version, body: values })
    else await call('/approval/routes', { method: 'POST', idempotencyKey: key, body: { route: declared.route, ...values } })
    kept.sent()
    void client.invalidateQueries({ queryKey: ['approval'] })
    onClose()
  }
  return (
    <Sheet wide title={`${declared.title} · ${declared.step}`} onClose={onClose}>
      <KeptForm kept={kept} problem={problem} others={issuesElsewhere(problem?.issues ?? [], { stages: draft.stages.length })} sending={busy} onSend={() => run(send)} onCancel={onClose}>
        {row && <p className="hq-secondary">{say('修改就是新的一版：从所填日期起用新的，正在审批的仍按原来的办。', 'A change is another version from that day on; what is being approved keeps the old one.')}</p>}
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
              <Labelled label={say('金额自（含），元', 'From, yuan')} input={(input) => <Input {...input} inputMode="decimal" value={draft.amountFrom} onChange={({ target }) => change({ amountFrom: target.value.trim() })} />} />
              <Labelled label={say('金额至（不含），元', 'Below, yuan')} input={(input) => <Input {...input} inputMode="decimal" value={draft.amountBelow} onChange={({ target }) => change({ amountBelow: target.value.trim() })} />} />
            </>
          )}
          <Labelled label={say('自哪天起', 'From')} input={(input) => <DayInput input={input} value={draft.from} onChange={(from) => change({ from })} />} />
          <Labelled label={say('到哪天（含）', 'Until')} hint={say('不填为长期', 'Until further notice when empty')} input={(input) => <DayInput input={input} value={draft.to} onChange={(to) => change({ to })} />} />
          <Labelled label={say('依据', 'Decided by')} hint={say('本单位的哪项决定或制度', 'Which decision of the bureau')} input={(input) => <Input {...input} value={draft.source} onChange={({ target }) => change({ source: target.value })} />} />
        </div>
        {draft.stages.length > 0 && (
          <StageTable
            list={list}
            stages={draft.stages}
            names={names}
            issueAt={(place) => issueOfRow(problem?.issues ?? [], 'stages', place)}
            onChange={changeStage}
            onName={noteName}
            onRemove={(place) => change({ stages: draft.stages.filter((_, at) => at !== place), ...(draft.stages.length === 1 && { copies: [] }) })}
          />
        )}
        <div>
          <Button onClick={() => change({ stages: [...draft.stages, emptyStage(list, say('审批', 'Approval'))] })}>{say('加一个环节', 'Add a stage')}</Button>
        </div>
        {draft.stages.length > 0 && (
          <Copies>
            <SeatsInput list={single} seats={draft.copies} names={names} onChange={(copies) => change({ copies })} onName={noteName} add={say('加一位抄送', 'Add a copy')} />
          </Copies>
        )}
        {draft.stages.length === 0 && <p className="hq-secondary">{say('没有环节就是免审批。', 'Without a stage nobody need be asked.')}</p>}
      </KeptForm>
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
      <p className="hq-small hq-secondary">{say('全部环节同意后通知他们，可以看这件事项，不需办理。没有通过的不抄送。', 'They are told when every stage has agreed and may read this one matter; nothing is asked of them. What does not pass is not sent.')}</p>
      <div>{children}</div>
    </section>
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
