// 周期计划: what returns at the sites one answers for, when next, and what became of its last days.
import { call, ConsoleLink, dayText, Empty, Fault, PageHead, pathOfNumber, ProblemError, ProblemNotice, OneSite, StateTag, useHouse, useSay, useSite, Waiting } from '@houqin/web-kit'
import type { WirePlan } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { PlanSheet } from './plan-sheet.tsx'
import { plansKey, plansQuery } from './plan-query.ts'
import { ruleText } from './rule-text.ts'
import { StopSheet } from './stop-sheet.tsx'
import './plans.css'

export function Screen(): ReactNode {
  const say = useSay()
  const { site: at, change } = useSite()
  const { data, error, refetch } = useQuery(plansQuery)
  const [writing, setWriting] = useState<WirePlan | 'new' | null>(null)
  const [stopping, setStopping] = useState<WirePlan | null>(null)
  if (error && !data) return <Fault title={say('周期计划', 'Plans')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const plans = data.rows.filter(({ site }) => at === '' || site?.id === at)
  return (
    <div className="hq-narrow">
      <PageHead title={say('周期计划', 'Plans')} beside={at !== '' && <OneSite site={at} onAll={() => change('')} />} actions={<Button type="primary" size="large" onClick={() => setWriting('new')}>{say('排一项', 'Plan something')}</Button>} />
      {plans.length === 0 && (
        <Empty title={say('还没有周期计划', 'No plans yet')}>{say('先登记巡查路线或轮值组，再排日子，到时自动生成巡查和值班。', 'Enter a patrol route or a duty group first, then plan its days; patrols and duties are made by themselves.')}</Empty>
      )}
      <ul className="hq-stack">
        {plans.map((plan) => (
          <li key={plan.id} className="hq-panel">
            <OnePlan plan={plan} kind={data.kinds.find(({ id }) => id === plan.kind)?.title ?? ''} onChange={() => setWriting(plan)} onStop={() => setStopping(plan)} />
          </li>
        ))}
      </ul>
      {writing && <PlanSheet plan={writing === 'new' ? null : writing} kinds={data.kinds} onClose={() => setWriting(null)} />}
      {stopping && <StopSheet plan={stopping} onClose={() => setStopping(null)} />}
    </div>
  )
}

function OnePlan({ plan, kind, onChange, onStop }: { plan: WirePlan; kind: string; onChange: () => void; onStop: () => void }): ReactNode {
  const say = useSay()
  const house = useHouse()
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const failed = plan.done.filter(({ outcome }) => outcome === 'failed')
  async function again(day: string): Promise<void> {
    setProblem(null)
    try {
      await call(`/places/plans/${plan.id}/days/${day}/again`, { method: 'POST', body: {} })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    }
    await client.invalidateQueries({ queryKey: plansKey })
  }
  return (
    <article className="hq-stack pl-plan" aria-label={plan.title}>
      <div>
        <p className="hq-row">
          <strong>{plan.title}</strong>
          <span className="hq-secondary">{kind}</span>
          {plan.state !== 'in-force' && <StateTag tone="stopped">{plan.state === 'stopped' ? say('已停用', 'Stopped') : say('已结束', 'Over')}</StateTag>}
        </p>
        <p>
          {plan.site?.name} · {Object.values(plan.names).join(say('、', ', '))}
        </p>
        <p className="hq-secondary hq-figures">
          {ruleText(plan.rule, say)} · {plan.starts} – {plan.ends ?? say('长期', 'open')}
        </p>
      </div>
      {plan.next.length > 0 && (
        <p className="hq-small hq-figures">
          {say('接下来', 'Next')}:{plan.next.map(({ day, whose }) => `${dayText(day, say)}${whose ? ` ${whose.name}` : ''}`).join(say('、', ', '))}
        </p>
      )}
      {failed.map(({ day, problem: why }) => (
        <div key={day} className="hq-warning pl-plan-failed">
          <span>
            {day} {say('没有办成', 'could not be made')}:{why}
          </span>
          <Button onClick={() => void again(day)}>{say('再试', 'Try again')}</Button>
        </div>
      ))}
      <ProblemNotice problem={problem} />
      {plan.done.length > 0 && (
        <p className="hq-small hq-secondary hq-figures">
          {say('最近', 'Lately')}:
          {plan.done.filter(({ outcome }) => outcome !== 'failed').slice(0, 4).map(({ day, outcome, made }) => {
            const matter = made === null ? undefined : house.matterOf(made)
            return (
              <span key={day}>
                {' '}
                {matter && made !== null ? <ConsoleLink to={pathOfNumber(matter.id, made)}>{day}</ConsoleLink> : day}
                {outcome === 'skipped' && say('（略过）', ' (skipped)')}
              </span>
            )
          })}
        </p>
      )}
      {plan.state === 'in-force' && (
        <div className="hq-row">
          <Button onClick={onChange}>{say('改', 'Change')}</Button>
          <Button danger onClick={onStop}>
            {say('停用', 'Stop')}
          </Button>
        </div>
      )}
    </article>
  )
}
