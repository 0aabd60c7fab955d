// One of the four figures: how much, better or worse than before, how it went, and what it is made of; every part opens its rows.
import { ConsoleLink, figure, useSay } from '@houqin/web-kit'
import type { Goal } from '@houqin/define'
import type { ReactNode } from 'react'
import type { GoalFigure } from '../../contract/index.ts'
import { TrendLine } from './trend-line.tsx'

const names: Readonly<Record<Goal, readonly [string, string]>> = { safe: ['安全', 'Safe'], orderly: ['规范', 'By the rules'], efficient: ['高效', 'Quick'], satisfied: ['满意', 'Satisfied'] }

export function GoalCard({ figure: { goal, percent, before, trend, parts } }: { figure: GoalFigure }): ReactNode {
  const say = useSay()
  const name = say(...names[goal])
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

function Change({ now, before }: { now: string | null; before: string | null }): ReactNode {
  const say = useSay()
  if (now === null) return say('本期没有可算的', 'Nothing to reckon in the period')
  if (before === null) return say('上一期没有数据', 'No figure for the period before')
  const points = Math.round((Number(now) - Number(before)) * 10) / 10
  if (points === 0) return say(`与上一期 ${before}% 持平`, `As in the period before, ${before}%`)
  const amount = Math.abs(points).toFixed(1)
  return <span data-better={points > 0}>{points > 0 ? say(`↑ ${amount} 个百分点，上一期 ${before}%`, `↑ ${amount} points from ${before}%`) : say(`↓ ${amount} 个百分点，上一期 ${before}%`, `↓ ${amount} points from ${before}%`)}</span>
}
function Opened({ to, children }: { to: string | undefined; children: ReactNode }): ReactNode {
  return to === undefined ? children : <ConsoleLink to={to}>{children}</ConsoleLink>
}
