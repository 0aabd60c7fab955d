// 我要用车: what for, where to, when, how many; what is usual stands ready, so that a known journey costs four taps.
import { call, ChipChoice, Fault, FormFields, instantOf, PageHead, pathOfNumber, ProblemNotice, RestoredDraft, serverNow, useGo, useNames, useRecordForm, useSay, useToast, Waiting, wallClock } from '@houqin/web-kit'
import type { Entries, FormState, Ref, WireMatter } from '@houqin/web-kit'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { use, usePurposes } from '../../../contract/index.ts'
import type { UsePurpose } from '../../../contract/index.ts'
import { beginnings, lengths, spanOf } from './usual-times.ts'
import './ask.css'

interface KnownStart {
  readonly sites: readonly Ref[]
  readonly destinations: readonly string[]
}
const knownStart = queryOptions({ queryKey: ['fleet', 'known-start'], staleTime: 60_000, queryFn: ({ signal }) => call<KnownStart>('/fleet/known-start', { signal }) })
const purposes = Object.keys(usePurposes) as readonly UsePurpose[]
const counts = [1, 2, 3, 4, 6, 10]

export function Screen(): ReactNode {
  const say = useSay()
  const { data: known, error, refetch } = useQuery(knownStart)
  if (error && !known) return <Fault title={say('我要用车', 'Ask for a car')} error={error} onRetry={() => void refetch()} />
  if (!known) return <Waiting />
  return <Ask known={known} />
}

function Ask({ known }: { known: KnownStart }): ReactNode {
  const say = useSay()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const [own] = known.sites
  const [start] = useState(() => ({
    ...spanOf(wallClock(serverNow()), beginnings[0].minutes, lengths[0].minutes), passengers: 1, whence: own?.name ?? '', site: own ?? null,
  }))
  const form = useRecordForm({
    fields: use.form,
    start: { ...start, leavesAt: instantOf(start.leavesAt), returnsAt: instantOf(start.returnsAt) },
    draftKey: 'fleet.use',
    issuesUnder: 'input.',
    async onSend({ values, idempotencyKey }) {
      const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
      const { number } = await call<WireMatter>('/fleet/uses', { method: 'POST', idempotencyKey, body: { input } })
      for (const queryKey of [['inbox'], ['matters', use.id], ['fleet', 'known-start']]) void client.invalidateQueries({ queryKey })
      toast({ says: say(`已报单位批准，单号 ${number}`, `Sent for approval as ${number}`) })
      go(pathOfNumber(use.id, number), { replace: true })
    },
  })
  const issue = (name: string): ReactNode => form.issues[name] && <p className="hq-field-issue" role="alert">{form.issues[name]}</p>
  return (
    <form
      className="fl-ask hq-form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send()
      }}
    >
      <PageHead title={say('我要用车', 'Ask for a car')} />
      <RestoredDraft form={form} />
      <Purpose form={form} />
      <fieldset className="hq-field" data-field="whither">
        {known.destinations.length > 0 && (
          <>
            <legend>{say('去哪里', 'Where to')}</legend>
            <div className="fl-quick">
              {known.destinations.map((one) => (
                <button key={one} type="button" aria-pressed={form.entries['whither'] === one} onClick={() => form.set('whither', one)}>{one}</button>
              ))}
            </div>
          </>
        )}
        <FormFields form={form} fields={use.form} owner={use.id} only={['whither']} />
      </fieldset>
      <When form={form} />
      <fieldset className="hq-field" data-field="passengers">
        <legend>{say('几个人（不算驾驶员）', 'How many, besides the driver')}</legend>
        <ChipChoice options={counts.map((n) => ({ key: String(n), label: say(`${n} 人`, String(n)) }))} chosen={[typeof form.entries['passengers'] === 'string' ? form.entries['passengers'] : '']} onChange={([key]) => form.set('passengers', key ?? '1')} />
        {issue('passengers')}
      </fieldset>
      <details className="fl-more" open={['whence', 'site', 'traveller', 'phone', 'note', 'passengers'].some((name) => form.issues[name] !== undefined)}>
        <summary>{say('从别处出发、替别人要车、留电话', 'Another place, for somebody else, a telephone')}</summary>
        <FormFields form={form} fields={use.form} owner={use.id} only={['whence', 'site', 'passengers', 'traveller', 'phone', 'note']} />
      </details>
      <p className="hq-small hq-secondary">{say('单位负责人批准后由车辆调度派车，派好了会通知您车牌和驾驶员。', 'Your organ approves, then the dispatcher sends a car; you are told its plate and the driver.')}</p>
      <ProblemNotice problem={form.problem} others={form.others} />
      <div className="fl-send">
        <Button type="primary" htmlType="submit" size="large" block loading={form.sending}>{form.problem ? say('再发一次', 'Send again') : say('报单位批准', 'Ask to approve')}</Button>
      </div>
    </form>
  )
}

/** What it is for says why in most cases; whoever needs more writes it. */
function Purpose({ form }: { form: FormState }): ReactNode {
  const say = useSay()
  const names = useNames()
  const labels = purposes.map((key) => ({ key, label: names.option(use.form.purpose, key) }))
  const choose = (key: string | undefined): void => {
    const why = form.entries['why']
    const untouched = why === undefined || why === '' || labels.some(({ label }) => label === why)
    const label = labels.find((one) => one.key === key)?.label
    form.setAll({ purpose: key ?? null, ...(untouched && label !== undefined && { why: label }) })
  }
  return (
    <fieldset className="hq-field" data-field="purpose">
      <legend>{say('做什么', 'What for')}</legend>
      <ChipChoice options={labels} chosen={typeof form.entries['purpose'] === 'string' ? [form.entries['purpose']] : []} onChange={([key]) => choose(key)} />
      {form.issues['purpose'] && <p className="hq-field-issue" role="alert">{form.issues['purpose']}</p>}
      <FormFields form={form} fields={use.form} owner={use.id} only={['why']} />
    </fieldset>
  )
}

function When({ form }: { form: FormState }): ReactNode {
  const say = useSay()
  const [begin, setBegin] = useState(0)
  const [long, setLong] = useState(0)
  const choose = (nextBegin: number, nextLong: number): void => {
    setBegin(nextBegin)
    setLong(nextLong)
    const [from, length] = [beginnings[nextBegin], lengths[nextLong]]
    if (from && length) form.setAll(spanOf(wallClock(serverNow()), from.minutes, length.minutes) satisfies Entries)
  }
  return (
    <fieldset className="hq-field" data-field="leavesAt">
      <legend>{say('什么时候', 'When')}</legend>
      <ChipChoice options={beginnings.map(({ zh, en }, place) => ({ key: String(place), label: say(zh, en) }))} chosen={[String(begin)]} onChange={([key]) => choose(Number(key ?? 0), long)} />
      <ChipChoice options={lengths.map(({ zh, en }, place) => ({ key: String(place), label: say(zh, en) }))} chosen={[String(long)]} onChange={([key]) => choose(begin, Number(key ?? 0))} />
      <div className="fl-pair"><FormFields form={form} fields={use.form} owner={use.id} only={['leavesAt', 'returnsAt']} /></div>
    </fieldset>
  )
}
