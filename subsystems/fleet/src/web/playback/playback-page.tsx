// 轨迹回放: a car and a day: the line coloured by speed, the car going along it, where it stood and what its terminal raised.
import { ConsoleLink, dayOf, durationText, Empty, Fault, figure, PageHead, pathOfNumber, useGo, useNames, useNow, useSay, Waiting } from '@houqin/web-kit'
import { MapCanvas } from '@houqin/web-kit/map'
import type { MapMark, MapPin } from '@houqin/web-kit/map'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { memo, useCallback, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { inquiry } from '../../contract/index.ts'
import { groundQuery } from '../map/ground-query.ts'
import { DaySwitch } from '../day-switch.tsx'
import { carsQuery } from './cars-query.ts'
import { coloursOf, kilometresOf, momentAt, momentsOf, speedColours, stopsOf } from './course.ts'
import type { Moment, Stop } from './course.ts'
import { Player } from './player.tsx'
import { timeText } from './time-text.ts'
import { trackQuery } from './track-wire.ts'
import type { Track } from '../../contract/road-answers.ts'
import { useAlarmWords } from './alarm-words.ts'
import './playback.css'

export function Screen(): ReactNode {
  const say = useSay()
  const [{ car, day, at }, change] = useAsked()
  const today = dayOf(useNow())
  const cars = useQuery(carsQuery)
  const track = useQuery(trackQuery({ car, day: day || today }))
  const shown = day || today
  return (
    <div className="fl-playback">
      <PageHead title={say('轨迹回放', 'Playback')} back={{ to: car === '' ? '/fleet/now' : `/fleet/now?car=${car}`, title: say('车辆位置', 'Where the cars are') }} />
      <div className="fl-asked">
        <select className="hq-native" aria-label={say('车辆', 'Car')} value={car} onChange={({ target }) => change({ car: target.value })}>
          <option value="">{say('选一辆车', 'Choose a car')}</option>
          {cars.data?.rows.map(({ vehicle, plate, organ }) => <option key={vehicle} value={vehicle}>{plate} {organ}</option>)}
        </select>
        <DaySwitch day={shown} latest={today} onChange={(to) => change({ day: to })} />
      </div>
      {car === '' && <Empty title={say('选一辆车', 'Choose a car')}>{say('选好车和日期，看它那一天去了哪里、在哪里停过。', 'Choose a car and a day to see where it went and where it stood.')}</Empty>}
      {track.error && <Fault error={track.error} onRetry={() => void track.refetch()} />}
      {car !== '' && !track.data && !track.error && <Waiting lines={8} />}
      {track.data?.points.length === 0 && (
        <Empty title={say('这一天没有轨迹', 'No track on this day')}>
          {say('车辆没有上报位置，或终端离线。换一天看，或到“终端接入”查看终端。', 'The car reported nothing, or its terminal was away. Choose another day, or look at the terminals’ gateway.')}{' '}
          <ConsoleLink to="/fleet/gateways">{say('终端接入', 'Terminals’ gateway')}</ConsoleLink>
        </Empty>
      )}
      {track.data && track.data.points.length > 0 && <Course key={`${car} ${shown} ${at}`} track={track.data} begin={Date.parse(at)} />}
    </div>
  )
}

/** @param begin where it is asked to begin; NaN for the beginning of the day. */
function Course({ track, begin }: { track: Track; begin: number }): ReactNode {
  const say = useSay()
  const ground = useQuery(groundQuery)
  const moments = useMemo(() => momentsOf(track.points), [track])
  const stops = useMemo(() => stopsOf(moments), [moments])
  const line = useMemo(() => ({ points: moments.map(({ longitude, latitude }) => [longitude, latitude] as const), colours: coloursOf(moments) }), [moments])
  const [first, last] = [moments[0], moments.at(-1)]
  const [at, setAt] = useState(Number.isNaN(begin) ? first?.at ?? 0 : Math.min(Math.max(begin, first?.at ?? 0), last?.at ?? 0))
  const [follow, setFollow] = useState(false)
  const here = momentAt(moments, at)
  const alarms = useAlarms(track)
  const pins = useMemo(() => pinsOf({ moments, stops, alarms, ends: [say('起', 'A'), say('终', 'B')] }), [moments, stops, alarms, say])
  const marks: readonly MapMark[] = here ? [{ id: 'car', place: [here.longitude, here.latitude], direction: here.direction, tone: here.speed >= 5 ? 'driving' : 'parked', moving: here.speed >= 5, jumps: true, words: '' }] : []
  const go = useCallback((id: string): void => {
    const [kind, place] = id.split(' ')
    const to = kind === 'stop' ? stops[Number(place)]?.from : kind === 'alarm' ? alarms[Number(place)]?.at : kind === 'end' ? last?.at : first?.at
    if (to !== undefined) setAt(to)
  }, [stops, alarms, first, last])
  const [standing, driving] = [stops.reduce((sum, { from, to }) => sum + to - from, 0), (last?.at ?? 0) - (first?.at ?? 0)]
  return (
    <div className="fl-course">
      <div className="fl-course-map">
        <MapCanvas ground={ground.data} marks={marks} line={line} pins={pins} picked={follow ? 'car' : ''} follow={follow} onPick={() => undefined} onPin={go} label={say(`${track.vehicle.name} 的轨迹`, `Track of ${track.vehicle.name}`)} />
        <ul className="fl-speeds" aria-label={say('车速颜色', 'Colours of speed')}>
          {speedColours.map(([below, colour], place) => (
            <li key={colour}><span style={{ background: colour }} aria-hidden="true" />{place === 0 ? say('停/无信号', 'still') : below === Infinity ? `≥ ${speedColours[place - 1]?.[0] ?? ''}` : `< ${below}`}</li>
          ))}
        </ul>
      </div>
      <Player moments={moments} stops={stops} alarms={alarms} at={at} onAt={setAt} follow={follow} onFollow={setFollow} />
      <aside className="fl-stops">
        <p className="hq-figures">
          {say(`${figure(String(kilometresOf(moments).toFixed(1)), 1)} km，停留 ${stops.length} 次，行驶约 ${durationText(driving - standing, say)}`, `${kilometresOf(moments).toFixed(1)} km, ${stops.length} stops, about ${durationText(driving - standing, say)} driving`)}
        </p>
        {track.every > 1 && <p className="hq-secondary hq-small">{say(`这一天的点太多，每 ${track.every} 个显示一个；里程以“每日行车”为准。`, `The day has too many points: one in ${track.every} is shown. Driving by day has the exact distance.`)}</p>}
        <StopList stops={stops} alarms={alarms} onGo={go} />
      </aside>
    </div>
  )
}

interface Raised {
  readonly at: number
  readonly words: string
  /** The inquiry it was made into. */
  readonly matter: string | null
}
/** What the terminal raised and what the house saw, in their order. */
function useAlarms(track: Track): readonly Raised[] {
  const alarmWords = useAlarmWords()
  const say = useSay()
  const names = useNames()
  return useMemo(() => [
    ...track.alarms.map(({ at, names: bits }) => ({ at: Date.parse(at), words: bits.map(alarmWords).join(say('、', ', ')), matter: null })),
    ...track.seen.map(({ at, title, matter }) => ({ at: Date.parse(at), words: names.phrase(title), matter })),
  ].toSorted((a, b) => a.at - b.at), [track, alarmWords, say, names])
}

/** Apart, so that a busy day's list is not made anew with every frame of the playing. */
const StopList = memo(({ stops, alarms, onGo }: { stops: readonly Stop[]; alarms: readonly Raised[]; onGo: (id: string) => void }): ReactNode => {
  const say = useSay()
  return (
    <ol aria-label={say('停留和告警', 'Stops and alarms')}>
      {[...stops.map((stop, place) => ({ id: `stop ${place}`, at: stop.from, tone: 'stop', badge: String(place + 1), matter: null, words: say(`停留 ${durationText(stop.to - stop.from, say)}`, `Stood for ${durationText(stop.to - stop.from, say)}`) })),
        ...alarms.map((alarm, place) => ({ id: `alarm ${place}`, at: alarm.at, tone: 'alarm', badge: '!', matter: alarm.matter, words: alarm.words }))]
        .toSorted((a, b) => a.at - b.at).map(({ id, at: when, tone, badge, words, matter }) => (
          <li key={id}>
            <button type="button" className="fl-stop" onClick={() => onGo(id)}>
              <span className={`fl-badge ${tone === 'alarm' ? 'fl-badge-alarm' : ''}`} aria-hidden="true">{badge}</span>
              <span className="hq-figures">{timeText(when)}</span> {words}
            </button>
            {matter !== null && <ConsoleLink to={pathOfNumber(inquiry.id, matter)}>{matter}</ConsoleLink>}
          </li>
        ))}
    </ol>
  )
})
StopList.displayName = 'StopList'

function pinsOf({ moments, stops, alarms, ends: [begins, ends] }: { moments: readonly Moment[]; stops: readonly Stop[]; alarms: readonly Raised[]; ends: readonly [string, string] }): readonly MapPin[] {
  const outer = [[moments[0], 'start', begins], [moments.at(-1), 'end', ends]] as const
  return [
    ...outer.flatMap(([moment, tone, words]): MapPin[] => (moment ? [{ id: tone, place: [moment.longitude, moment.latitude], words, tone }] : [])),
    ...stops.map(({ longitude, latitude }, place): MapPin => ({ id: `stop ${place}`, place: [longitude, latitude], words: String(place + 1), tone: 'stop' })),
    ...alarms.flatMap(({ at }, place): MapPin[] => {
      const where = momentAt(moments, at)
      return where ? [{ id: `alarm ${place}`, place: [where.longitude, where.latitude], words: '!', tone: 'alarm' }] : []
    }),
  ]
}
function useAsked(): readonly [{ readonly car: string; readonly day: string; readonly at: string }, (to: { car?: string; day?: string }) => void] {
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const go = useGo()
  const params = new URLSearchParams(search)
  const asked = { car: params.get('car') ?? '', day: params.get('day') ?? '', at: params.get('at') ?? '' }
  return [asked, (to) => go(`/fleet/playback?${new URLSearchParams(Object.entries({ ...asked, at: '', ...to }).filter(([, value]) => value !== '')).toString()}`, { replace: true })]
}
