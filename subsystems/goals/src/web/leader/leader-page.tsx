// 全局一页: the four figures with formula, trend and rows; what is overdue and whose; which standards are not kept; what waits for the leader.
import {
  AlarmRows, ConsoleLink, dayOf, daysIn, DueText, Empty, Fault, figure, InboxRows, inboxQuery, PageHead, pathOfStandard, PeriodBar, periodOf, standardsQuery, StateTag,
  useGo, useHouse, useNames, useNow, useSay, Waiting,
} from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { surveysByOrgan } from '../../contract/index.ts'
import { goalsQuery, overdueQuery } from '../goals-query.ts'
import { GoalCard } from './goal-card.tsx'
import './leader.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const days = daysIn(search, dayOf(useNow()))
  const { data, error, refetch } = useQuery({ ...goalsQuery(periodOf(days)), placeholderData: (before) => before })
  const span = `from=${days.from}&to=${days.to}`
  return (
    <div className="hq-stack go-leader">
      <PageHead
        title={say('全局一页', 'The bureau on one page')}
        actions={
          <>
            <ConsoleLink to={`/reports/${surveysByOrgan.id}?${span}`} className="hq-more">
              {say('各单位满意度', 'Survey by organ')}
            </ConsoleLink>
            <ConsoleLink to={`/goals/work-report?${span}`} className="hq-more">
              {say('工作报告', 'Work report')}
            </ConsoleLink>
          </>
        }
      />
      <PeriodBar days={days} onChoose={({ from, to }) => go(`/goals/overview?from=${from}&to=${to}`, { replace: true })} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data && (
        <div className="go-goals">
          {data.figures.map((one) => (
            <GoalCard key={one.goal} figure={one} />
          ))}
        </div>
      )}
      <div className="go-columns">
        <div className="hq-stack">
          <Overdue />
          <section>
            <div className="go-head hq-thumbs">
              <h2>{say('告警', 'Alarms')}</h2>
              <ConsoleLink to="/alarms">{say('全部', 'All')}</ConsoleLink>
            </div>
            <AlarmRows state="open" most={3} />
          </section>
        </div>
        <div className="hq-stack">
          <Mine />
          <Unkept />
        </div>
      </div>
    </div>
  )
}

function Overdue(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(overdueQuery)
  return (
    <section className="hq-panel">
      <h2>{say('超期在谁手里', 'Overdue, and whose')}</h2>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data?.rows.length === 0 && <Empty title={say('没有超期的事', 'Nothing is overdue')}>{say('到了时限还没办的，会按经办人列在这里。', 'What is open past its deadline will stand here by whoever holds it.')}</Empty>}
      <ul className="go-overdue">
        {data?.rows.map((line) => (
          <li key={`${line.matter} ${line.holder}`}>
            <ConsoleLink to={line.opens} className="go-overdue-line">
              <span className="go-overdue-who">{line.holder || say('无人经办', 'nobody')}</span>
              <span className="hq-secondary">{line.title}</span>
              <span className="hq-figures go-overdue-count">{say(`${figure(line.count)} 件`, figure(line.count))}</span>
              <span className="hq-small">
                <DueText dueAt={line.since} />
              </span>
            </ConsoleLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which standards are not kept today; those that are kept are only counted. */
function Unkept(): ReactNode {
  const say = useSay()
  const names = useNames()
  const { standard } = useHouse()
  const { data } = useQuery(standardsQuery)
  if (!data) return <Waiting lines={3} />
  const nightly = data.rows.filter(({ standing }) => standing)
  const checked = nightly.filter(({ standing }) => !standing?.behind)
  const behind = nightly.length - checked.length
  const unkept = checked.filter(({ standing }) => (standing?.breaches ?? 0) > 0)
  return (
    <section className="hq-panel">
      <h2>{say('哪些规定还不符合', 'Standards not kept')}</h2>
      <ul className="go-unkept hq-thumbs">
        {unkept.map(({ id, title, standing }) => (
          <li key={id}>
            <ConsoleLink to={pathOfStandard(id)}>{names.of(standard(id) ?? { title })}</ConsoleLink>
            <StateTag tone="overdue">{say(`${figure(standing?.breaches ?? 0)} 项不符合`, `${figure(standing?.breaches ?? 0)} in breach`)}</StateTag>
          </li>
        ))}
      </ul>
      <p className="hq-secondary hq-small">
        {behind < nightly.length && say(`逐日核查 ${nightly.length} 项规定，${checked.length - unkept.length} 项都符合。`, `${nightly.length} standards are checked every night, ${checked.length - unkept.length} are kept. `)}
        {behind > 0 && say(`还有 ${behind} 项正在从 90 天前逐日核查，查完即列出。`, `${behind} are still being checked day by day from 90 days ago, and are listed when that is done.`)}
      </p>
    </section>
  )
}

function Mine(): ReactNode {
  const say = useSay()
  const { data } = useQuery(inboxQuery('mine'))
  return (
    <section>
      <div className="go-head hq-thumbs">
        <h2>{say('等我办', 'Waiting for me')}</h2>
        <ConsoleLink to="/inbox">{say(`全部 ${data?.total ?? 0} 件`, `All ${data?.total ?? 0}`)}</ConsoleLink>
      </div>
      <InboxRows scope="mine" most={4} />
    </section>
  )
}
