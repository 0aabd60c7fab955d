// Preparing a version 起草: the figures in force beside those that are to come, each with where it is written.
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { ProblemError } from '../api/problem.ts'
import type { StandardOnWire } from '../api/wire.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { serverNow } from '../clock.ts'
import { DayInput } from '../fields/day-input.tsx'
import { RestoredDraft } from '../fields/restored-draft.tsx'
import { useKeptDraft } from '../fields/use-kept-draft.ts'
import { quantityText } from '../format/quantity.ts'
import { dayAfter, dayOf } from '../format/when.ts'
import { useNames, useSay } from '../words/words.tsx'
import { draftsQuery } from './sandbox-wire.ts'
import { Labelled, noSource, SourceFields } from './source-fields.tsx'
import type { Source } from './source-fields.tsx'
import type { Draft } from './sandbox-wire.ts'
import { useDeclaredStandard } from './use-declared-standard.ts'

interface Typed {
  readonly startsOn: string
  readonly unitCost: string
  readonly source: Source
  /** By parameter and key. */
  readonly values: Readonly<Record<string, string>>
}

export function DraftForm({ standard, onDone }: { standard: StandardOnWire; onDone: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const client = useQueryClient()
  const declared = useDeclaredStandard()(standard.id)
  const today = dayOf(serverNow())
  const kept = useKeptDraft<Typed>(`standard.draft.${standard.id}`, { startsOn: dayAfter(today, 1), unitCost: '', source: noSource, values: {} })
  const { startsOn, unitCost, source, values } = kept.values
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  const inForce = standard.parameters.filter(({ from, to }) => from <= today && (to === null || to >= today))
  const send = async (): Promise<void> => {
    setSending(true)
    setProblem(null)
    try {
      const figures = inForce.flatMap(({ parameter, key }) => {
        const value = values[`${parameter}.${key ?? ''}`]?.trim()
        return value ? [{ parameter, ...(key && { key }), value, ...source }] : []
      })
      await call<Draft>('/standard-versions', { method: 'POST', idempotencyKey: newIdempotencyKey(), body: { standard: standard.id, startsOn, ...(unitCost && { unitCost }), figures } })
      kept.sent()
      await client.invalidateQueries({ queryKey: draftsQuery(standard.id).queryKey })
      onDone()
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  const heads = { figure: say('项目', 'Figure'), now: say('现行', 'In force'), next: say('新标准值', 'New value') }
  return (
    <form
      className="hq-panel hq-stack"
      aria-label={say('起草新版本', 'Prepare a version')}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h2>{say('起草新版本', 'Prepare a version')}</h2>
      <RestoredDraft form={kept} />
      <table className="hq-table hq-stacking">
        <thead>
          <tr>
            <th scope="col">{heads.figure}</th>
            <th scope="col" className="hq-end">{heads.now}</th>
            <th scope="col">{heads.next}</th>
          </tr>
        </thead>
        <tbody>
          {inForce.map(({ parameter, key, keyTitle, title, value, unit }) => {
            const at = `${parameter}.${key ?? ''}`
            const figure = declared?.parameters[parameter]
            const name = `${figure ? names.of(figure) : title}${keyTitle ? ` · ${keyTitle}` : ''}`
            return (
              <tr key={at}>
                <th scope="row" data-title={heads.figure}>{name}</th>
                <td className="hq-end" data-title={heads.now}>{quantityText(value, { unit })}</td>
                <td data-title={heads.next}>
                  <span className="hq-measured">
                    <input className="hq-native" inputMode="decimal" aria-label={say(`${name} 新标准值`, `New value of ${name}`)} placeholder={say('不变', 'unchanged')} value={values[at] ?? ''} onChange={({ target }) => kept.set({ values: { ...values, [at]: target.value } })} />
                    <span aria-hidden="true">{unit}</span>
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="hq-sandbox-fields">
        <Labelled title={say('施行日期', 'From')}><DayInput label={say('施行日期', 'From')} value={startsOn} onChange={(day) => kept.set({ startsOn: day })} /></Labelled>
        <Labelled title={say('超出每单位的费用(元),不填就用登记的', 'Cost of each unit over, yuan; left empty, that on record')}><input className="hq-native" inputMode="decimal" value={unitCost} onChange={({ target }) => kept.set({ unitCost: target.value })} /></Labelled>
        <SourceFields source={source} onChange={(next) => kept.set({ source: next })} />
      </div>
      <ProblemNotice problem={problem} others={problem?.issues.map(({ says }) => says) ?? []} />
      <div className="hq-form-foot">
        <Button type="primary" htmlType="submit" loading={sending}>{say('保存草案并试算', 'Keep it and try it')}</Button>
        <Button onClick={onDone}>{say('取消', 'Cancel')}</Button>
      </div>
    </form>
  )
}
