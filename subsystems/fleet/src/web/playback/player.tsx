// The player 播放器: a graph of the speed to scrub on, play and pause, from real time to sixty times as fast.
import { useSay } from '@houqin/web-kit'
import { memo, useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { gapMs, momentAt, stepFrom } from './course.ts'
import type { Moment, Stop } from './course.ts'
import { timeText } from './time-text.ts'

const rates = [1, 5, 10, 30, 60] as const
const ways: Readonly<Record<string, 1 | -1>> = Object.freeze({ ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 })
const frameMs = 50
const [wide, high] = [1000, 100]

export function Player({ moments, stops, alarms, at, onAt, follow, onFollow }: {
  moments: readonly Moment[]
  stops: readonly Stop[]
  alarms: readonly { readonly at: number }[]
  at: number
  onAt: (at: number) => void
  follow: boolean
  onFollow: (follow: boolean) => void
}): ReactNode {
  const say = useSay()
  const [playing, setPlaying] = useState(false)
  const [rate, setRate] = useState<number>(30)
  const [from, to] = [moments[0]?.at ?? 0, moments.at(-1)?.at ?? 0]
  const here = useRef({ at, onAt })
  useEffect(() => {
    here.current = { at, onAt }
  })
  useEffect(() => {
    if (!playing) return undefined
    let before = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      const next = Math.min(to, here.current.at + (now - before) * rate)
      before = now
      here.current.onAt(next)
      if (next >= to) setPlaying(false)
    }, frameMs)
    return () => clearInterval(timer)
  }, [playing, rate, to])
  const shown = momentAt(moments, at)
  const id = useId()
  const step = (event: KeyboardEvent): void => {
    const on = ways[event.key]
    if (on === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onAt(stepFrom(at, { moments, stops, to: event.shiftKey ? 'stop' : 'report', on }))
  }
  return (
    <div className="fl-player">
      <div className="fl-player-bar">
        <button type="button" className="hq-link-button fl-play" onClick={() => {
          if (!playing && at >= to) onAt(from)
          setPlaying(!playing)
        }}>{playing ? say('暂停', 'Pause') : say('播放', 'Play')}</button>
        <select className="hq-native" aria-label={say('播放速度', 'Rate')} value={rate} onChange={({ target }) => setRate(Number(target.value))}>
          {rates.map((one) => <option key={one} value={one}>×{one}</option>)}
        </select>
        <label className="fl-follow"><input type="checkbox" checked={follow} onChange={({ target }) => onFollow(target.checked)} /> {say('跟随', 'Follow')}</label>
        <span className="hq-figures fl-at">{timeText(at)} · {(shown?.speed ?? 0).toFixed(0)} km/h</span>
      </div>
      <div className="fl-graph">
        <Graph moments={moments} stops={stops} alarms={alarms} />
        <div className="fl-cursor" style={{ insetInlineStart: `${to === from ? 0 : (at - from) / (to - from) * 100}%` }} aria-hidden="true" />
        <input type="range" min={from} max={to} step={1000} value={at} aria-label={say('时间', 'Time')} aria-valuetext={timeText(at)} aria-describedby={id} onKeyDown={step} onChange={({ target }) => onAt(Number(target.value))} />
      </div>
      <div className="fl-scale hq-small hq-secondary hq-figures"><span>{timeText(from)}</span><span id={id} className="fl-keys">{say('← → 逐点走，按住 Shift 到上一次、下一次停留', '← → from report to report, with Shift from stop to stop')}</span><span>{timeText(to)}</span></div>
    </div>
  )
}

const Graph = memo(({ moments, stops, alarms }: { moments: readonly Moment[]; stops: readonly Stop[]; alarms: readonly { readonly at: number }[] }): ReactNode => {
  const say = useSay()
  const [from, to] = [moments[0]?.at ?? 0, moments.at(-1)?.at ?? 1]
  const most = Math.max(60, ...moments.map(({ speed }) => speed))
  const x = (at: number): number => (to === from ? 0 : (at - from) / (to - from) * wide)
  const y = (speed: number): number => high - speed / most * (high - 6)
  const course = moments.map(({ at, speed }, place) => `${place === 0 || at - (moments[place - 1]?.at ?? at) > gapMs ? 'M' : 'L'}${x(at).toFixed(1)} ${y(speed).toFixed(1)}`).join('')
  return (
    <svg viewBox={`0 0 ${wide} ${high}`} preserveAspectRatio="none" role="img" aria-label={say(`车速图，最高 ${most.toFixed(0)} km/h`, `Speed, ${most.toFixed(0)} km/h at most`)}>
      {stops.map((stop) => <rect key={stop.from} className="fl-standing" x={x(stop.from)} y={0} width={Math.max(1, x(stop.to) - x(stop.from))} height={high} />)}
      <path className="fl-speed" d={course} vectorEffect="non-scaling-stroke" />
      {alarms.map((alarm) => <line key={alarm.at} className="fl-alarm-line" x1={x(alarm.at)} x2={x(alarm.at)} y1={0} y2={high} vectorEffect="non-scaling-stroke" />)}
    </svg>
  )
})
Graph.displayName = 'SpeedGraph'
