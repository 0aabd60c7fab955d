// Twelve weeks as a line 走势: drawn between its own least and most, with both written beside it; a week without figures is a gap.
import { useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import type { GoalFigure } from '../../contract/index.ts'
import './trend-line.css'

const [width, height, edge] = [160, 40, 4]

export function TrendLine({ trend }: { trend: GoalFigure['trend'] }): ReactNode {
  const say = useSay()
  const known = trend.flatMap(({ percent }) => (percent === null ? [] : [Number(percent)]))
  if (known.length < 2) return <span className="hq-secondary hq-small">{say('走势要两周以上的数据', 'A trend needs two weeks of figures')}</span>
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const x = (place: number): number => edge + (place * (width - 2 * edge)) / (trend.length - 1)
  const y = (percent: number): number => (most === least ? height / 2 : height - edge - ((percent - least) * (height - 2 * edge)) / (most - least))
  const points = trend.map(({ percent }, place) => (percent === null ? null : `${x(place).toFixed(1)},${y(Number(percent)).toFixed(1)}`))
  const last = trend.findLastIndex(({ percent }) => percent !== null)
  const told = say(`近十二周在 ${least}% 与 ${most}% 之间`, `Between ${least}% and ${most}% in twelve weeks`)
  return (
    <figure className="go-trend">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={told}>
        {runs(points).map((run) => (
          <polyline key={run} points={run} />
        ))}
        <circle cx={x(last)} cy={y(Number(trend[last]?.percent))} r="3" />
      </svg>
      <figcaption className="hq-secondary hq-small">{say(`近 12 周 ${least}–${most}%`, `12 weeks ${least}–${most}%`)}</figcaption>
    </figure>
  )
}

/** Neighbouring points as one line each. */
function runs(points: readonly (string | null)[]): string[] {
  return points.map((point) => point ?? '|').join(' ').split('|').map((run) => run.trim()).filter((run) => run !== '')
}
