// 全局一页: the four figures with formula, trend and rows; the panels of the board, as on the wall; what waits for the leader.
import { board, ConsoleLink, dayOf, daysIn, Fault, InboxRows, inboxQuery, PageHead, PeriodBar, periodOf, Slot, useAtLeisure, useGo, useIsPhone, useNow, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { surveysByOrgan } from '../../contract/index.ts'
import { goalsQuery } from '../goals-query.ts'
import { GoalCard } from './goal-card.tsx'
import './leader.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const days = daysIn(search, dayOf(useNow()))
  const { data, error, refetch } = useQuery({ ...goalsQuery(periodOf(days)), placeholderData: (before) => before })
  const leisure = useAtLeisure(data !== undefined || error !== null)
  const phone = useIsPhone()
  const onWall = (): void => {
    // refused, as in a frame, the wall is as large as the window
    document.documentElement.requestFullscreen?.().catch(() => undefined)
    go('/screen')
  }
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
            {!phone && (
              <button type="button" className="hq-more" onClick={onWall}>
                {say('大屏', 'Big screen')}
              </button>
            )}
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
      {/* the four figures come first; the panels bring their subsystems with them */}
      <div className="hq-board">{leisure && <Slot slot={board} given={{}} />}</div>
      <Mine />
    </div>
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
