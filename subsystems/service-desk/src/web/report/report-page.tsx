// 我要报修: one screen from "where" to "sent". What was typed is kept until the server has it.
import { callOrKeep, choicesQuery, Fault, FieldInput, FormFields, keptWords, MayWait, PageHead, ProblemNotice, useGo, useMe, useRecordForm, useSay, useToast, Waiting, WordsArea } from '@houqin/web-kit'
import type { Entries, FormState, Ref, WireMatter } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useId, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { category, guessCategory, repair } from '../../contract/index.ts'
import type { Urgency } from '../../contract/index.ts'
import { knownStartQuery } from './known-start.ts'
import type { KnownStart } from './known-start.ts'
import { PlaceChoice } from './place-choice.tsx'
import { pinnedPlace } from './places-known.ts'
import type { Place, PlaceKind } from './places-known.ts'
import { categoryWords, QuickWords } from './quick-words.tsx'
import { SentReport } from './sent-report.tsx'
import { UrgencyChoice } from './urgency-choice.tsx'
import '../quick.css'
import './report.css'

export function Screen(): ReactNode {
  const say = useSay()
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const { data: known, error, refetch } = useQuery(knownStartQuery(search))
  const [attempt, setAttempt] = useState(0)
  if (error && !known) return <Fault title={say('我要报修', 'Report a repair')} error={error} onRetry={() => void refetch()} />
  if (!known) return <Waiting />
  return <Report key={`${search} ${attempt}`} known={known} onAnother={() => setAttempt((n) => n + 1)} />
}

function Report({ known, onAnother }: { known: KnownStart; onAnother: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const { account } = useMe()
  const [sent, setSent] = useState<WireMatter | null>(null)
  const [noPlace, setNoPlace] = useState(false)
  const [start] = useState(() => ({ ...startValues(known), urgency: 'normal' }))
  const form = useRecordForm({
    fields: repair.form,
    start,
    draftKey: 'service-desk.report',
    issuesUnder: 'input.',
    onSend: async ({ values, held, idempotencyKey }) => {
      const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
      const started = await callOrKeep<WireMatter>(`/matters/${repair.id}`, { account, body: { input }, files: held, idempotencyKey, title: say('报修', 'Repair'), page: '/service-desk/mine' })
      if (!started) {
        toast({ says: keptWords(say) })
        return go('/waiting')
      }
      setSent(started)
      for (const queryKey of [['matters', repair.id], ['inbox']]) void client.invalidateQueries({ queryKey })
    },
  })
  useEffect(() => {
    // What the address says comes after a draft that says otherwise.
    if (form.restored && (known.place || known.what)) form.setAll(startEntries(known))
    // Only once, when the page opens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  if (sent) return <SentReport sent={sent} onAnother={onAnother} />
  const place = placeOf(form.entries)
  const send = (): void => {
    setNoPlace(place === null)
    if (place === null) document.querySelector('.sd-where')?.scrollIntoView({ block: 'center' })
    else void form.send()
  }
  return (
    <form
      className="sd-report hq-form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <PageHead title={say('我要报修', 'Report a repair')} />
      {form.restored && (
        <output className="hq-row hq-small hq-secondary">
          {say('上次没发出去的内容还在。', 'What was not sent last time is still here.')}
          <button type="button" className="hq-plain sd-change" onClick={form.clear}>
            {say('清空重填', 'Start afresh')}
          </button>
        </output>
      )}
      <PlaceChoice
        chosen={place}
        issue={noPlace && !place ? say('选一下在哪里，维修师傅才找得到', 'Say where, so that the worker finds it') : (form.issues['room'] ?? form.issues['site'])}
        onChange={(chosen) => {
          setNoPlace(false)
          form.setAll(placeEntries(chosen))
        }}
      />
      {place?.kind === 'site' && <FormFields form={form} fields={repair.form} owner={repair.id} only={['whereabouts']} />}
      <What form={form} />
      <fieldset className="hq-field" data-field="photos">
        <legend>
          {say('拍张照片', 'A photo')} <span className="hq-secondary hq-small">{say('选填，最多 6 张', 'optional, up to 6')}</span>
        </legend>
        <MayWait value><FieldInput field={repair.form.photos} entry={form.entries['photos'] ?? []} onChange={(entry) => form.set('photos', entry)} owner={repair.id} input={{ id: 'report-photos', 'aria-describedby': undefined, 'aria-invalid': false, 'aria-required': false }} /></MayWait>
        <p className="hq-field-issue">{form.issues['photos']}</p>
      </fieldset>
      <UrgencyChoice chosen={urgencyIn(form.entries)} onChange={(urgency) => form.set('urgency', urgency)} />
      <details className="sd-more" open={form.issues['contact'] !== undefined || form.issues['phone'] !== undefined}>
        <summary>{say('替别人报？换个联系人', 'For somebody else? Say whom to call')}</summary>
        <FormFields form={form} fields={repair.form} owner={repair.id} only={['contact', 'phone']} />
      </details>
      <ProblemNotice problem={form.problem} others={form.others} />
      <div className="sd-send">
        <Button type="primary" htmlType="submit" size="large" block loading={form.sending}>
          {form.problem ? say('再发一次', 'Send again') : say('发送', 'Send')}
        </Button>
      </div>
    </form>
  )
}

function What({ form }: { form: FormState }): ReactNode {
  const say = useSay()
  const id = useId()
  const { data } = useQuery(choicesQuery(category.id, '', { sort: 'position' }))
  const categories = useMemo(() => (data?.rows ?? []).map(categoryWords), [data])
  const what = textIn(form.entries, 'what')
  const chosen = refIn(form.entries, 'category')
  const guessed = chosen ? undefined : guessCategory(what, categories)
  const guess = categories.find((one) => one.id === guessed)
  const issue = form.issues['what']
  return (
    <div className="hq-field" data-field="what" data-wrong={issue ? '' : undefined}>
      <label htmlFor={id}>{say('什么坏了', 'What is broken')}</label>
      <QuickWords
        categories={categories}
        chosen={chosen?.id ?? guessed}
        onCategory={(category) => form.set('category', category)}
        onWord={(word, category) => form.setAll({ what: addWord(what, word), category })}
      />
      <WordsArea
        id={id}
        className="sd-what"
        value={what}
        maxLength={repair.form.what.max}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={say('点上面的词，或者自己写：哪里、怎么了', 'Tap a word above, or write: what, how')}
        aria-invalid={issue !== undefined}
        onChange={({ target }) => form.set('what', target.value)}
      />
      <output className="hq-field-hint sd-category">
        {chosen ? say(`类别：${chosen.name}`, `Category: ${chosen.name}`) : guess ? say(`按内容归为：${guess.name}`, `By its words: ${guess.name}`) : ' '}
        {chosen && (
          <button type="button" className="hq-plain sd-change" onClick={() => form.set('category', null)}>
            {say('不选', 'none')}
          </button>
        )}
      </output>
      <p className="hq-field-issue" role={issue ? 'alert' : undefined}>
        {issue}
      </p>
    </div>
  )
}

function addWord(what: string, word: string): string {
  const before = what.trim()
  return before === '' || before === word ? word : before.includes(word) ? what : `${before},${word}`
}
function textIn(entries: Entries, name: string): string {
  const entry = entries[name]
  return typeof entry === 'string' ? entry : ''
}
function refIn(entries: Entries, name: string): Ref | null {
  const entry = entries[name]
  return typeof entry === 'object' && entry !== null && 'id' in entry ? entry : null
}
function urgencyIn({ urgency }: Entries): Urgency {
  return urgency === 'urgent' || urgency === 'low' ? urgency : 'normal'
}
const kinds: readonly PlaceKind[] = Object.freeze(['room', 'area', 'site'])
function placeOf(entries: Entries): Place | null {
  for (const kind of kinds) {
    const at = refIn(entries, kind)
    if (at) return { ...at, kind }
  }
  return null
}
function placeEntries(place: Place | null): Entries {
  return Object.fromEntries(kinds.map((kind) => [kind, place?.kind === kind ? { id: place.id, name: place.name } : null]))
}
/** The room one has pinned stands ready, so that a known place costs no tap. */
function startValues({ place, what, category: chosen }: KnownStart): Readonly<Record<string, Ref | string | null>> {
  const at = place ?? pinnedPlace()
  return { what, category: chosen, ...(at && { [at.kind]: { id: at.id, name: at.name } }) }
}
function startEntries({ place, what, category: chosen }: KnownStart): Entries {
  return { ...(place && placeEntries(place)), ...(what && { what, category: chosen && { id: chosen.id, name: chosen.name } }) }
}
