// What the four figures are called, and whether one is better than before 四个数怎么说.
import { useSay } from '@houqin/web-kit'
import type { Goal } from '@houqin/define'
import type { ReactNode } from 'react'

const names: Readonly<Record<Goal, readonly [string, string]>> = { safe: ['安全', 'Safe'], orderly: ['规范', 'By the rules'], efficient: ['高效', 'Quick'], satisfied: ['满意', 'Satisfied'] }

export function useGoalName(): (goal: Goal) => string {
  const say = useSay()
  return (goal) => say(...names[goal])
}

export function Change({ now, before }: { now: string | null; before: string | null }): ReactNode {
  const say = useSay()
  if (now === null) return say('本期没有可算的', 'Nothing to reckon in the period')
  if (before === null) return say('上一期没有数据', 'No figure for the period before')
  const points = Math.round((Number(now) - Number(before)) * 10) / 10
  if (points === 0) return say(`与上一期 ${before}% 持平`, `As in the period before, ${before}%`)
  const amount = Math.abs(points).toFixed(1)
  return <span className="go-change" data-better={points > 0}>{points > 0 ? say(`↑ ${amount} 个百分点，上一期 ${before}%`, `↑ ${amount} points from ${before}%`) : say(`↓ ${amount} 个百分点，上一期 ${before}%`, `↓ ${amount} points from ${before}%`)}</span>
}
