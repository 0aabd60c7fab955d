// One of the four figures: how much, better or worse than before, how it went, and what it is made of; every part opens its rows.
import { ConsoleLink, figure, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import type { GoalFigure } from '../../contract/index.ts'
import { Change, useGoalName } from './goal-words.tsx'
import { TrendLine } from './trend-line.tsx'

export function GoalCard({ figure: { goal, percent, before, trend, parts } }: { figure: GoalFigure }): ReactNode {
  const say = useSay()
  const name = useGoalName()(goal)
  return (
    <section className="hq-panel go-goal" aria-label={name}>
      <div className="go-goal-head">
        <div>
          <h2>{name}</h2>
          <p className="go-goal-value hq-figures">
            {percent ?? '—'}
            {percent !== null && <span className="hq-figure-unit">%</span>}
          </p>
          <p className="hq-small hq-secondary">
            <Change now={percent} before={before.percent} />
          </p>
        </div>
        <TrendLine trend={trend} />
      </div>
      <ul className="go-parts">
        {parts.map((part) => (
          <li key={part.report}>
            <span className="go-part-title">{part.title}</span>
            <span className="hq-figures">
              {part.percent === null ? say('本期没有', 'none in the period') : (
                <>
                  <Opened to={part.opens.good}>{figure(part.good)}</Opened> / <Opened to={part.opens.all}>{figure(part.all)}</Opened> = {part.percent}%
                </>
              )}
            </span>
            <span className="hq-secondary hq-small go-formula">{part.formula}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Opened({ to, children }: { to: string | undefined; children: ReactNode }): ReactNode {
  return to === undefined ? children : <ConsoleLink to={to}>{children}</ConsoleLink>
}
