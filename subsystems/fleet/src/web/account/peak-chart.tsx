// The proof 证明: most at once by day against what stays, who was out on a day, and how full each hour of the week is.
import { ConsoleLink, dayAfter, Fault, useSay, Waiting, wallClock } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { VehicleUse } from '../../contract/index.ts'
import { outOnADayQuery } from './right-sizing-query.ts'
import type { DayPeak } from '../../contract/answers.ts'

const height = 120

/** @param serves so many are served on any day. */
export function PeakChart({ peaks, serves, days, chosen, onChoose }: { peaks: readonly DayPeak[]; serves: number; days: { readonly from: string; readonly to: string }; chosen: string | null; onChoose: (day: string) => void }): ReactNode {
  const say = useSay()
  const highest = Math.max(serves, ...peaks.map(({ most }) => most), 1)
  const nth = (day: string): number => Math.round((Date.parse(day) - Date.parse(days.from)) / 86_400_000)
  const width = nth(days.to) + 1
  const y = (count: number): number => height - (count / highest) * height
  return (
    <div className="fl-peaks">
      <div className="fl-peaks-bars">
        <svg viewBox={`0 0 ${width} ${height + 2}`} preserveAspectRatio="none" role="img" aria-label={say(`${days.from} 至 ${days.to} 每天同时在外最多几辆，线是留下够用的 ${serves} 辆`, `Most at once by day; the line is the ${serves} that are served`)}>
          {peaks.map(({ day, most }) => <rect key={day} x={nth(day)} y={y(most)} width="0.86" height={height - y(most)} data-beyond={most > serves || undefined} data-chosen={day === chosen || undefined} />)}
          <line x1="0" x2={width} y1={y(serves)} y2={y(serves)} vectorEffect="non-scaling-stroke" />
        </svg>
        <input type="range" min={0} max={width - 1} value={chosen === null ? 0 : nth(chosen)} aria-label={say('选哪一天看证明', 'Day to prove')} onChange={({ target }) => onChoose(dayAfter(days.from, Number(target.value)))} />
      </div>
      <p className="hq-small hq-secondary hq-figures">{days.from} — {days.to} · {say(`最高 ${highest} 辆，线 ${serves} 辆`, `highest ${highest}, line ${serves}`)}</p>
    </div>
  )
}

export function DayProof({ use, organs, size, day }: { use: VehicleUse; organs: readonly string[]; size: string; day: string }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery({ ...outOnADayQuery({ use, organs, size, day }), placeholderData: (before) => before })
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={3} />
  const time = (at: string): string => wallClock(at).slice(wallClock(at).slice(0, 10) === day ? 11 : 5, 16)
  return (
    <details className="fl-day-proof" open={data.rows.length <= 12}>
      <summary>{say(`${day} 出车 ${data.rows.length} 次`, `${data.rows.length} outings on ${day}`)}</summary>
      <ul className="fl-proof">
        {data.rows.map(({ car, organ, from, to, number }) => (
          <li key={`${car.id} ${from}`} className="hq-figures">
            <ConsoleLink to={`/fleet/day?vehicle=${car.id}&day=${day}`}>{car.name}</ConsoleLink> {time(from)} — {time(to)} <span className="hq-secondary">{organ}</span>{' '}
            {number === null ? <span className="hq-secondary">{say('终端行程', 'by terminal')}</span> : <ConsoleLink to={`/matters/fleet.use/${number}`}>{number}</ConsoleLink>}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** @param week hours out by day of the week (0 Sunday) and hour, of a year. */
export function WeekHeat({ week }: { week: readonly (readonly number[])[] }): ReactNode {
  const say = useSay()
  const names = [say('周日', 'Sun'), say('周一', 'Mon'), say('周二', 'Tue'), say('周三', 'Wed'), say('周四', 'Thu'), say('周五', 'Fri'), say('周六', 'Sat')]
  const hours = Array.from({ length: 18 }, (_, nth) => nth + 6)
  const most = Math.max(1, ...week.flat())
  return (
    <table className="fl-heat">
      <thead><tr><th scope="col">{say('时', 'Hour')}</th>{hours.map((hour) => <th key={hour} scope="col">{hour}</th>)}</tr></thead>
      <tbody>
        {[1, 2, 3, 4, 5, 6, 0].map((nth) => (
          <tr key={nth}>
            <th scope="row">{names[nth]}</th>
            {hours.map((hour) => {
              const out = (week[nth]?.[hour] ?? 0) / 52
              return <td key={hour} title={say(`平均 ${out.toFixed(1)} 辆在外`, `${out.toFixed(1)} out on average`)} style={{ '--full': String((week[nth]?.[hour] ?? 0) / most) } as Record<string, string>}><span>{out < 0.05 ? '' : out < 10 ? out.toFixed(1) : Math.round(out)}</span></td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
