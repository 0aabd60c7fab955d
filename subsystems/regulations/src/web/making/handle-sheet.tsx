// 处理意见: every opinion with what becomes of it; what is not adopted whole says why.
import { ChipChoice, dropDraft, FormFoot, keepDraft, keptDraft, ProblemNotice, Sheet, useNames, useSay, useStepSender, WordsArea } from '@houqin/web-kit'
import type { StepSheetProps, WireValues } from '@houqin/web-kit'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { handlings, ruleMaking } from '../../contract/index.ts'

const fields = ruleMaking.lines.opinions.fields
type Handled = Readonly<Record<string, { readonly handling: string; readonly why: string }>>

export function HandleSheet({ matter, shown, offer, onClose }: StepSheetProps): ReactNode {
  const say = useSay()
  const sender = useStepSender({ matter, shown, step: offer.step })
  const rows = shown.lines['opinions']?.rows ?? []
  const draftKey = `step.${matter.id}.${shown.number}.${offer.step}`
  const [handled, setHandled] = useState<Handled>(() => readKept(keptDraft(draftKey)) ?? Object.fromEntries(rows.map((row) => [plain(row['id']), { handling: plain(row['handling']), why: plain(row['why']) }])))
  const lines = Object.entries(handled).filter(([, { handling }]) => handling !== '').map(([id, { handling, why }]) => ({ id, handling, why: why.trim() === '' ? null : why.trim() }))
  const send = async (): Promise<void> => {
    if (!(await sender.send({ lines: { opinions: lines } }))) return
    dropDraft(draftKey)
    onClose()
  }
  return (
    <Sheet title={say('处理意见', 'Handle the opinions')} onClose={onClose} wide>
      <div className="hq-stack">
        {rows.length === 0 && <p className="hq-secondary">{say('还没有人提意见。', 'Nobody has given an opinion yet.')}</p>}
        {rows.map((row) => {
          const id = plain(row['id'])
          const now = handled[id] ?? { handling: '', why: '' }
          return (
            <OneOpinion
              key={id}
              row={row}
              now={now}
              onChange={(change) => {
                const next = { ...handled, [id]: { ...now, ...change } }
                setHandled(next)
                keepDraft(draftKey, next)
              }}
            />
          )
        })}
        <ProblemNotice problem={sender.problem} />
        <FormFoot submit={say('保存处理', 'Keep')} sending={sender.sending} disabled={lines.length === 0} onSubmit={() => void send()} onCancel={onClose} />
      </div>
    </Sheet>
  )
}

function OneOpinion({ row, now, onChange }: { row: WireValues; now: { readonly handling: string; readonly why: string }; onChange: (change: Partial<{ handling: string; why: string }>) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const by = row['by']
  const needsWhy = now.handling === 'partly' || now.handling === 'declined'
  return (
    <fieldset className="hq-panel hq-stack">
      <legend className="hq-hidden">{plain(row['text']).slice(0, 30)}</legend>
      <p>
        {plain(row['text'])}{' '}
        <span className="hq-secondary hq-small">
          {[typeof by === 'object' && by !== null && 'name' in by ? by.name : '', plain(row['article'])].filter(Boolean).join(' · ')}
        </span>
      </p>
      <ChipChoice
        options={Object.keys(handlings).map((key) => ({ key, label: names.option(fields.handling, key) }))}
        chosen={[now.handling]}
        onChange={([handling = '']) => onChange({ handling })}
      />
      <WordsArea
        value={now.why}
        maxLength={fields.why.max}
        autoSize={{ minRows: 1, maxRows: 5 }}
        aria-label={names.of(fields.why)}
        placeholder={needsWhy ? say('为什么没有全部采纳（必填）', 'Why it is not adopted whole (needed)') : say('怎样采纳的，选填', 'How it was adopted, optional')}
        onChange={({ target }) => onChange({ why: target.value })}
      />
    </fieldset>
  )
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
function readKept(kept: unknown): Handled | undefined {
  return typeof kept === 'object' && kept !== null ? (kept as Handled) : undefined // written by keepDraft above
}
