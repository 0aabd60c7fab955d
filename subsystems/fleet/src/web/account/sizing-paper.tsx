// The proposal on paper 精简方案: what was found, which cars go, who agrees.
import { decimal } from '@houqin/define'
import { PrintOut, dayText, figure, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import type { DayPeak } from '../../contract/answers.ts'
import { PaperFoot } from './paper-foot.tsx'
import type { Sizing } from '../../contract/account/sizing.ts'
import './account.css'

export function SizingPaper({ title, sizing, peak, days, reserve, cars, onDone }: {
  title: string; sizing: Sizing; peak: DayPeak; days: { readonly from: string; readonly to: string }; reserve: number; cars: number; onDone: () => void
}): ReactNode {
  const say = useSay()
  return (
    <PrintOut onDone={onDone}>
      <style>{'@page { size: A4; margin: 16mm; }'}</style>
      <h1>{say('公务用车精简方案', 'Right-sizing of the fleet')}</h1>
      <p>{say(`${title}，现有 ${cars} 辆。依据 ${days.from} 至 ${days.to} 的派车单和终端行程，同时在外最多 ${peak.most} 辆（${dayText(peak.day, say)}）。`, `${title}: ${cars} cars. By slips and trips from ${days.from} to ${days.to} at most ${peak.most} were out at once (${peak.day}).`)}</p>
      <p>{say(`拟精简 ${sizing.give} 辆，保留 ${sizing.stay} 辆（其中机动 ${reserve} 辆）。一年少支出固定费用 ${figure(sizing.saved)} 元；${sizing.carDays === 0 ? '十二个月里没有一天不够用，不必租车。' : `不够用的 ${sizing.beyond.length} 天共 ${sizing.carDays} 车日由租车解决${sizing.rent === null ? '，租金待定' : `，约 ${figure(sizing.rent)} 元`}${sizing.left === null ? '。' : `，净省 ${figure(sizing.left)} 元。`}`}`,
        `${sizing.give} are to go, ${sizing.stay} stay (${reserve} in reserve). ${figure(sizing.saved)} yuan a year is saved; ${sizing.carDays === 0 ? 'on no day of the twelve months would they have been too few.' : `${sizing.carDays} car days on ${sizing.beyond.length} days are hired${sizing.rent === null ? '' : `, about ${figure(sizing.rent)} yuan`}${sizing.left === null ? '.' : `, ${figure(sizing.left)} is left.`}`}`)}</p>
      <table className="fl-paper">
        <thead><tr>{[say('车辆', 'Car'), say('使用单位', 'Used by'), say('车龄 年', 'Age, years'), say('出车 天', 'Days out'), say('里程 km', 'km'), say('固定费用 元', 'Fixed cost ¥')].map((one, nth) => <th key={one} className={nth === 1 ? 'fl-words' : undefined}>{one}</th>)}</tr></thead>
        <tbody>{sizing.cars.map(({ id, plate, brand, organ, age, days: out, km, fixed }) => <tr key={id}><td>{plate} {brand}</td><td className="fl-words">{organ.name}</td><td>{age}</td><td>{out}</td><td>{km === null ? '' : figure(km, 1)}</td><td>{figure(fixed, 2)}</td></tr>)}
          <tr><th colSpan={3}>{say(`合计 ${sizing.cars.length} 辆`, `${sizing.cars.length} cars`)}</th><th>{figure(sizing.cars.reduce((sum, { days: out }) => sum + out, 0))}</th><th>{figure(decimal.sum(sizing.cars.flatMap(({ km }) => km ?? []), 1), 1)}</th><th>{figure(decimal.sum(['0.00', ...sizing.cars.map(({ fixed }) => fixed)]), 2)}</th></tr>
        </tbody>
      </table>
      <div className="hq-paper-sign"><span>{say('测算（签字）：', 'Reckoned by:')}</span><span>{say('审核（签字）：', 'Checked by:')}</span><span>{say('批准（签字）：', 'Approved by:')}</span></div>
      <PaperFoot path="/fleet/right-sizing" label={say('精简测算', 'Right-sizing')} />
    </PrintOut>
  )
}
