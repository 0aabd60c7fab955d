// Writing a plan: what, where, by which rule; the next twelve days are shown while one chooses.
import { call, DayInput, dayOf, dayText, newIdempotencyKey, ProblemError, ProblemNotice, RowPicker, Sheet, StateTag, useNow, useSay } from '@houqin/web-kit'
import type { PlannedDay, PlanRule, Ref, WirePlan } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { dutyGroup, patrol, patrolRoute, site } from '../../contract/index.ts'
import { plansKey } from './plan-query.ts'
import { daysOffText, weekdayText } from './rule-text.ts'

interface Draft {
  readonly kind: string
  readonly title: string
  readonly site: Ref | null
  /** The route that is walked, or the group that takes turns. */
  readonly of: Ref | null
  readonly rule: PlanRule
  readonly starts: string
  readonly ends: string
  readonly missed: WirePlan['missed']
}
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export function PlanSheet({ plan, kinds, onClose }: { plan: WirePlan | null; kinds: readonly { readonly id: string; readonly title: string }[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>(() => draftOf(plan, kinds[0]?.id ?? patrol.id, today))
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  const key = useRef('')
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change })
  const setRule = (change: Partial<PlanRule>): void => set({ rule: { ...draft.rule, ...change } })
  const walked = draft.kind === patrol.id
  const body = bodyOf(draft, walked)
  const { data: preview } = useQuery({
    queryKey: ['places', 'plans', 'preview', plan?.id ?? '', body],
    enabled: body !== null,
    queryFn: () => call<{ rows: readonly PlannedDay[] }>('/places/plans/preview', { method: 'POST', body: { ...body, kind: draft.kind, ...(plan && { plan: plan.id }) } }),
    placeholderData: (before) => before,
    retry: false,
  })
  async function send(): Promise<void> {
    if (!body) return
    setSending(true)
    setProblem(null)
    key.current ||= newIdempotencyKey()
    try {
      if (plan) await call(`/places/plans/${plan.id}`, { method: 'PATCH', version: plan.version, body })
      else await call('/places/plans', { method: 'POST', idempotencyKey: key.current, body: { ...body, kind: draft.kind } })
      await client.invalidateQueries({ queryKey: plansKey })
      onClose()
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      key.current = ''
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  const everies = { day: say('每几天', 'Days'), 'working-day': say('每个工作日', 'Working days'), week: say('每几周', 'Weeks'), month: say('每几个月', 'Months') }
  const misses = { skip: say('略过', 'Leave out'), once: say('只补最近一次', 'Make the last'), each: say('每天都补', 'Make each') }
  return (
    <Sheet title={plan ? say('改计划', 'Change the plan') : say('排一项', 'Plan something')} onClose={onClose} wide>
      <div className="hq-stack pl-plan-form">
        {!plan && <Chips label={say('排什么', 'What')} options={Object.fromEntries(kinds.map(({ id, title }) => [id, title]))} chosen={draft.kind} onChange={(kind) => set({ kind, of: null })} />}
        {plan && <p className="hq-secondary">{say(`已排到 ${plan.madeUntil}，改动从第二天起。`, `Made until ${plan.madeUntil}; changes hold from the day after.`)}</p>}
        <label>
          {say('名称', 'Title')}
          <Input value={draft.title} maxLength={60} onChange={({ target }) => set({ title: target.value })} />
        </label>
        <div>
          {say('场所', 'Site')}
          <RowPicker register={site.id} chosen={draft.site} label={say('场所', 'Site')} onChange={(row) => set({ site: row, of: null })} />
        </div>
        <div>
          {walked ? say('巡查路线', 'Route') : say('轮值组', 'Group')}
          <RowPicker register={walked ? patrolRoute.id : dutyGroup.id} chosen={draft.of} label={walked ? say('巡查路线', 'Route') : say('轮值组', 'Group')} {...(draft.site && { where: { 'where.site': draft.site.id } })} onChange={(row) => set({ of: row })} />
        </div>
        <Chips label={say('多久一次', 'How often')} options={everies} chosen={draft.rule.every} onChange={(every) => setRule({ every: every as PlanRule['every'] })} />
        {draft.rule.every !== 'working-day' && (
          <label className="pl-plan-number">
            {say('间隔', 'Interval')}
            <input className="hq-native" type="number" min={1} max={60} value={draft.rule.interval} onChange={({ target }) => setRule({ interval: Math.max(1, Math.min(60, Number(target.value) || 1)) })} />
          </label>
        )}
        {draft.rule.every === 'week' && (
          <fieldset className="hq-set hq-switch" aria-label={say('星期几', 'Days of the week')}>
            {weekdays.map((day) => {
              const on = draft.rule.weekdays?.includes(day) ?? false
              return (
                <button key={day} type="button" aria-pressed={on} onClick={() => setRule({ weekdays: weekdays.filter((one) => (one === day ? !on : draft.rule.weekdays?.includes(one))) })}>
                  {weekdayText(day, say)}
                </button>
              )
            })}
          </fieldset>
        )}
        {draft.rule.every === 'month' && (
          <select className="hq-native" aria-label={say('每月哪一天', 'Day of the month')} value={String(draft.rule.on ?? 1)} onChange={({ target: { value } }) => setRule({ on: value === 'last' || value === 'last-working' ? value : Number(value) })}>
            {Array.from({ length: 31 }, (_, place) => (
              <option key={place} value={place + 1}>
                {say(`${place + 1} 日`, `Day ${place + 1}`)}
              </option>
            ))}
            <option value="last">{say('最后一天', 'The last day')}</option>
            <option value="last-working">{say('最后一个工作日', 'The last working day')}</option>
          </select>
        )}
        {draft.rule.every !== 'working-day' && draft.rule.on !== 'last-working' && (
          <Chips
            label={say('碰上休息日', 'On days off')}
            options={{ keep: daysOffText('keep', say), skip: daysOffText('skip', say), before: daysOffText('before', say), after: daysOffText('after', say) }}
            chosen={draft.rule.daysOff}
            onChange={(off) => setRule({ daysOff: off as PlanRule['daysOff'] })}
          />
        )}
        <div className="hq-row">
          {say('自', 'From')} <DayInput value={draft.starts} label={say('自', 'From')} onChange={(starts) => set({ starts })} />
          {say('至', 'Until')} <DayInput value={draft.ends} label={say('至（不填为长期）', 'Until (open when empty)')} onChange={(ends) => set({ ends })} />
        </div>
        <Chips label={say('停机错过的', 'Missed days')} options={misses} chosen={draft.missed} onChange={(missed) => set({ missed: missed as WirePlan['missed'] })} />
        {body && preview && (
          <section aria-label={say('接下来的日子', 'The next days')}>
            <h3>{say('接下来的日子', 'The next days')}</h3>
            <ol className="pl-plan-days hq-figures">
              {preview.rows.map(({ day, working, note, whose }) => (
                <li key={day}>
                  {dayText(day, say)} {whose?.name} {(note !== null || !working) && <StateTag tone={working ? 'soon' : 'draft'}>{note ?? say('休息', 'Off')}</StateTag>}
                </li>
              ))}
            </ol>
            {preview.rows.length === 0 && <p className="hq-warning">{say('按这个规则没有一天要办，请检查起止日期。', 'By this rule there is no day; check the dates.')}</p>}
          </section>
        )}
        <ProblemNotice problem={problem} others={problem?.issues.map(({ says }) => says) ?? []} />
        <Button type="primary" size="large" block loading={sending} disabled={body === null} onClick={() => void send()}>
          {plan ? say('保存', 'Save') : say('排定', 'Plan it')}
        </Button>
      </div>
    </Sheet>
  )
}

function Chips({ label, options, chosen, onChange }: { label: string; options: Readonly<Record<string, string>>; chosen: string; onChange: (key: string) => void }): ReactNode {
  return (
    <fieldset className="hq-set">
      <legend>{label}</legend>
      <div className="hq-switch">
        {Object.entries(options).map(([key, title]) => (
          <button key={key} type="button" aria-pressed={chosen === key} onClick={() => onChange(key)}>
            {title}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

function draftOf(plan: WirePlan | null, kind: string, today: string): Draft {
  if (!plan) return { kind, title: '', site: null, of: null, rule: { every: 'working-day', interval: 1, daysOff: 'keep' }, starts: today, ends: '', missed: 'skip' }
  const [id] = Object.values(plan.input)
  return { ...plan, ends: plan.ends ?? '', of: id === undefined ? null : { id, name: plan.names[id] ?? '' } }
}
/** Null while something is missing. */
function bodyOf({ title, site: at, of, rule, starts, ends, missed }: Draft, walked: boolean): object | null {
  if (!at || !of || !starts || title.trim() === '' || (rule.every === 'week' && (rule.weekdays ?? []).length === 0)) return null
  const plain: PlanRule = {
    every: rule.every, interval: rule.every === 'working-day' ? 1 : rule.interval, daysOff: rule.every === 'working-day' ? 'keep' : rule.daysOff,
    ...(rule.every === 'week' && rule.weekdays && { weekdays: rule.weekdays }), ...(rule.every === 'month' && { on: rule.on ?? 1 }),
  }
  return { title: title.trim(), site: at.id, input: { [walked ? 'route' : 'group']: of.id }, rule: plain, starts, ends: ends || null, missed }
}
