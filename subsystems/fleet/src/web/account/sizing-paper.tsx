// The proposal on paper 精简方案: what was found, which cars go, who agrees.
import { PrintOut, figure, useMe, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import type { DayPeak } from '../../contract/answers.ts'
import type { Sizing } from './sizing.ts'

export function SizingPaper({ title, sizing, peak, days, reserve, cars, onDone }: {
  title: string; sizing: Sizing; peak: DayPeak; days: { readonly from: string; readonly to: string }; reserve: number; cars: number; onDone: () => void
}): ReactNode {
  const say = useSay()
  const me = useMe()
  return (
    <PrintOut onDone={onDone}>
      <style>{'@page { size: A4; margin: 16mm; }'}</style>
      <h1>{say('公务用车精简方案', 'Right-sizing of the fleet')}</h1>
      <p>{say(`${title},现有 ${cars} 辆。依据 ${days.from} 至 ${days.to} 的派车单和终端行程,同时在外最多 ${peak.most} 辆(${peak.day})。`, `${title}: ${cars} cars. By slips and trips from ${days.from} to ${days.to} at most ${peak.most} were out at once (${peak.day}).`)}</p>
      <p>{say(`拟精简 ${sizing.give} 辆,保留 ${sizing.stay} 辆(其中机动 ${reserve} 辆)。一年少支出固定费用 ${figure(sizing.saved)} 元;不够用的 ${sizing.beyond.length} 天共 ${sizing.carDays} 车日由租车解决${sizing.rent === null ? ',租金待定' : `,约 ${figure(sizing.rent)} 元`}${sizing.left === null ? '。' : `,净省 ${figure(sizing.left)} 元。`}`,
        `${sizing.give} are to go, ${sizing.stay} stay (${reserve} in reserve). ${figure(sizing.saved)} yuan a year is saved; ${sizing.carDays} car days on ${sizing.beyond.length} days are hired${sizing.rent === null ? '' : `, about ${figure(sizing.rent)} yuan`}${sizing.left === null ? '.' : `, ${figure(sizing.left)} is left.`}`)}</p>
      <table>
        <thead><tr>{[say('车辆', 'Car'), say('使用单位', 'Used by'), say('车龄', 'Age'), say('出车天数', 'Days out'), say('里程 km', 'km'), say('固定费用 元', 'Fixed cost ¥')].map((one) => <th key={one}>{one}</th>)}</tr></thead>
        <tbody>{sizing.cars.map(({ id, plate, brand, organ, age, days: out, km, fixed }) => <tr key={id}><td>{plate} {brand}</td><td>{organ.name}</td><td>{age}</td><td>{out}</td><td>{km ?? ''}</td><td>{fixed}</td></tr>)}</tbody>
      </table>
      <div className="hq-paper-sign"><span>{say('测算(签字):', 'Reckoned by:')}</span><span>{say('审核(签字):', 'Checked by:')}</span><span>{say('批准(签字):', 'Approved by:')}</span></div>
      <p className="hq-small">{say(`打印人:${me.name}`, `Printed by ${me.name}`)}</p>
    </PrintOut>
  )
}
