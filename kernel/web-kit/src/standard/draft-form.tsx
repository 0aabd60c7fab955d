// Preparing a version 起草: the figures in force beside those that are to come, each with where it is written.
import type { StandardAnswer, WireDraft } from '@houqin/wire'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { useAttempt } from '../api/use-attempt.ts'
import { serverNow } from '../clock.ts'
import { DayInput } from '../fields/day-input.tsx'
import { KeptForm } from '../fields/kept-form.tsx'
import { useKeptDraft } from '../fields/use-kept-draft.ts'
import { quantityText, unitText } from '../format/quantity.ts'
import { dayAfter, dayOf } from '../format/when.ts'
import { StackingTable } from '../list/stacking-table.tsx'
import { useNames, useSay } from '../words/words.tsx'
import { draftsQuery } from './sandbox-queries.ts'
import { Labelled, noSource, SourceFields } from './source-fields.tsx'
import type { Source } from './source-fields.tsx'
import { useDeclaredStandard } from './use-declared-standard.ts'

type InForce = StandardAnswer['parameters'][number]
/** Of one figure among those that are typed. */
const placeOf = ({ parameter, key }: Pick<InForce, 'parameter' | 'key'>): string => `${parameter}.${key ?? ''}`
interface Typed {
  readonly startsOn: string
  readonly unitCost: string
  readonly source: Source
  /** By parameter and key. */
  readonly values: Readonly<Record<string, string>>
}

export function DraftForm({ standard, onDone }: { standard: StandardAnswer; onDone: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const client = useQueryClient()
  const declared = useDeclaredStandard()(standard.id)
  const today = dayOf(serverNow())
  const kept = useKeptDraft<Typed>(`standard.draft.${standard.id}`, { startsOn: dayAfter(today, 1), unitCost: '', source: noSource, values: {} })
  const { startsOn, unitCost, source, values } = kept.values
  const { problem, busy, run } = useAttempt()
  const inForce = standard.parameters.filter(({ from, to }) => from <= today && (to === null || to >= today))
  const send = async (): Promise<void> => {
    const figures = inForce.flatMap((row) => {
      const { parameter, key } = row
      const value = values[placeOf(row)]?.trim()
      return value ? [{ parameter, ...(key && { key }), value, ...source }] : []
    })
    await call<WireDraft>('/standard-versions', { method: 'POST', idempotencyKey: newIdempotencyKey(), body: { standard: standard.id, startsOn, ...(unitCost && { unitCost }), figures } })
    kept.sent()
    await client.invalidateQueries({ queryKey: draftsQuery(standard.id).queryKey })
    onDone()
  }
  const nameOf = ({ parameter, keyTitle, title }: InForce): string => {
    const figure = declared?.parameters[parameter]
    return `${figure ? names.of(figure) : title}${keyTitle ? ` · ${keyTitle}` : ''}`
  }
  return (
    <KeptForm className="hq-panel hq-stack" label={say('起草新版本', 'Prepare a version')} kept={kept} problem={problem} submit={say('保存草案并试算', 'Keep it and try it')} sending={busy} onSend={() => run(send)} onCancel={onDone}>
      <h2>{say('起草新版本', 'Prepare a version')}</h2>
      <StackingTable
        label={say('标准值', 'Figures')}
        rows={inForce}
        keyOf={(row) => placeOf(row)}
        columns={[
          { title: say('项目', 'Figure'), heads: true, cell: (row) => nameOf(row) },
          { title: say('现行', 'In force'), className: 'hq-end', cell: ({ value, unit }) => quantityText(value, { unit }, say) },
          {
            title: say('新标准值', 'New value'),
            cell: (row) => (
              <span className="hq-measured">
                <input className="hq-native" inputMode="decimal" aria-label={say(`${nameOf(row)} 新标准值`, `New value of ${nameOf(row)}`)} placeholder={say('不变', 'unchanged')} value={values[placeOf(row)] ?? ''} onChange={({ target }) => kept.set({ values: { ...values, [placeOf(row)]: target.value } })} />
                <span aria-hidden="true">{unitText(row.unit, say)}</span>
              </span>
            ),
          },
        ]}
      />
      <div className="hq-sandbox-fields">
        <Labelled title={say('施行日期', 'From')}><DayInput label={say('施行日期', 'From')} value={startsOn} onChange={(day) => kept.set({ startsOn: day })} /></Labelled>
        <Labelled title={say('超出每单位的费用（元），不填就用登记的', 'Cost of each unit over, yuan; left empty, that on record')}><input className="hq-native" inputMode="decimal" value={unitCost} onChange={({ target }) => kept.set({ unitCost: target.value })} /></Labelled>
        <SourceFields source={source} onChange={(next) => kept.set({ source: next })} />
      </div>
    </KeptForm>
  )
}
