// 写草案: the draft as one text, cut into articles while it is typed, with what keeps it from going on said beside it.
import { call, Fault, FormFields, FormFoot, ProblemNotice, Sheet, useRecordForm, useSay, useTakeStep, Waiting, WordsArea } from '@houqin/web-kit'
import type { FieldInputProps, StepSheetProps } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { ruleMaking } from '../../contract/index.ts'
import type { CheckedDraft } from '../../contract/index.ts'
import { makingQuery } from '../queries.ts'
import '../regulations.css'

const fields = { draft: ruleMaking.facts.draft }
const quiet = 500

export function WriteSheet({ matter, shown, offer, onClose }: StepSheetProps): ReactNode {
  const say = useSay()
  const take = useTakeStep({ matter, shown, step: offer.step })
  const { data: page, error, refetch } = useQuery(makingQuery(shown))
  const form = useRecordForm({
    fields, start: shown.facts, draftKey: `step.${matter.id}.${shown.number}.${offer.step}`, issuesUnder: 'input.',
    onSend: async ({ values, idempotencyKey }) => {
      await take({ input: values, idempotencyKey })
      onClose()
    },
  })
  const text = typeof form.entries['draft'] === 'string' ? form.entries['draft'] : ''
  return (
    <Sheet title={say('写草案', 'Write the draft')} onClose={onClose} wide>
      <form
        noValidate
        className="hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          void form.send()
        }}
      >
        {form.restored && <output className="hq-small hq-secondary">{say('已恢复上次没有保存的内容。', 'What you typed last time was restored.')}</output>}
        {error && !page && <Fault error={error} onRetry={() => void refetch()} />}
        {text === '' && page?.standingText ? (
          <div>
            <Button onClick={() => form.set('draft', page.standingText)}>{say('从现行版本开始改', 'Begin from the version that stands')}</Button>
          </div>
        ) : null}
        <FormFields form={form} fields={fields} owner={matter.id} inputs={{ draft: DraftInput }} />
        <CheckText text={text} title={shown.subject} />
        <ProblemNotice problem={form.problem} others={form.others} />
        <FormFoot submit={say('保存草案', 'Keep the draft')} sending={form.sending} onCancel={onClose} />
      </form>
    </Sheet>
  )
}

function DraftInput({ field, entry, onChange, input }: FieldInputProps): ReactNode {
  const say = useSay()
  return (
    <WordsArea
      {...input}
      value={typeof entry === 'string' ? entry : ''}
      maxLength={field.kind === 'text' ? field.max : undefined}
      autoSize={{ minRows: 10, maxRows: 24 }}
      placeholder={say('第一条 为了……，制定本规定。\n第二条 ……', '第一条 …\n第二条 …')}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** Asked of the same hand that cuts the text when it is issued, once the typing rests. */
function CheckText({ text, title }: { text: string; title: string }): ReactNode {
  const say = useSay()
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), quiet)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useQuery({
    queryKey: ['regulations', 'draft', title, rested],
    enabled: rested.trim() !== '',
    queryFn: ({ signal }) => call<CheckedDraft>('/regulations/draft', { method: 'POST', body: { text: rested, title }, signal }),
  })
  if (rested.trim() === '') return null
  if (!data) return <Waiting lines={1} />
  return <DraftFaults articles={data.articles} faults={data.faults} sayGood={say(`切成 ${data.articles} 条，条号连续。`, `Cut into ${data.articles} articles, numbered without a gap.`)} />
}

export function DraftFaults({ articles, faults, sayGood }: { articles: number; faults: readonly string[]; sayGood: string }): ReactNode {
  const say = useSay()
  if (faults.length === 0) return <output className="hq-secondary">{sayGood}</output>
  return (
    <output className="hq-warning">
      {say(`切成 ${articles} 条，还不能送出：`, `${articles} articles so far; it cannot go on yet:`)}
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </output>
  )
}
