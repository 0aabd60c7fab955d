// 四个数: of the last thirty days, each with how it was before, how it went, and what it is made of, across the head of the board.
import { ConsoleLink, Fault, figure, useHolds, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { GoalFigure, GoalPart } from '../../contract/index.ts'
import { latestGoalsQuery } from '../goals-query.ts'
import { Change, useGoalName } from '../leader/goal-words.tsx'
import { TrendLine } from '../leader/trend-line.tsx'
import { readers } from '../readers.ts'
import './board.css'

export function Fill(): ReactNode {
  return useHolds(readers) && <Goals />
}

function Goals(): ReactNode {
  const { data, error, refetch } = useQuery(latestGoalsQuery)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={3} />
  return (
    <div className="go-strip">
      {data.figures.map((one) => (
        <OneGoal key={one.goal} figure={one} />
      ))}
    </div>
  )
}

/** More than these stand as their sum, which the page takes apart. */
const fewParts = 2
const page = '/goals/overview'

function OneGoal({ figure: { goal, good, all, percent, before, trend, parts } }: { figure: GoalFigure }): ReactNode {
  const name = useGoalName()(goal)
  const counted = parts.filter((part) => part.all > 0)
  const [first] = counted
  return (
    <section className="hq-panel hq-board-panel go-strip-goal" aria-label={name}>
      <h2>{name}</h2>
      <p className="hq-figures go-strip-parts">
        {counted.length > fewParts ? (
          <ConsoleLink to={page}>
            {figure(good)} / {figure(all)}
          </ConsoleLink>
        ) : (
          counted.map((part) => <Part key={part.report} part={part} />)
        )}
      </p>
      <p className="go-strip-value hq-figures">
        <ConsoleLink to={(counted.length === 1 && first?.opens.all) || page} className="go-strip-open">
          {percent ?? '—'}
          {percent !== null && <span className="hq-figure-unit">%</span>}
        </ConsoleLink>
      </p>
      <TrendLine trend={trend} />
      <p className="hq-secondary go-strip-change">
        <Change now={percent} before={before.percent} />
      </p>
    </section>
  )
}

function Part({ part: { good, all, opens } }: { part: GoalPart }): ReactNode {
  return (
    <span>
      {opens.good === undefined ? figure(good) : <ConsoleLink to={opens.good}>{figure(good)}</ConsoleLink>} / {opens.all === undefined ? figure(all) : <ConsoleLink to={opens.all}>{figure(all)}</ConsoleLink>}
    </span>
  )
}
