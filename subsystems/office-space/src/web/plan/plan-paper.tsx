// A floor on paper 打印平面图: A3 or A4 across, with legend, title block, scale bar, day and a code that opens it here again.
import { PrintOut, QrPicture, useMe, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import type { LegendEntry } from './colours.ts'
import { extentOf, pathOf, wordsSvg } from './plan-svg.ts'
import type { SvgRoom } from './plan-svg.ts'
import type { FloorOnADay } from '../../contract/answers.ts'

export type Paper = 'A4' | 'A3'
/** Millimetres of the sheet across that the drawing may take. */
const room: Readonly<Record<Paper, readonly [number, number]>> = { A4: [265, 135], A3: [388, 225] }
const scales = [50, 100, 150, 200, 250, 300, 400, 500, 750, 1_000, 2_000]

export function PlanPaper({ paper, plan, place, title, shapes, legend, nameOf, onDone }: {
  paper: Paper
  plan: FloorOnADay
  place: string
  title: string
  shapes: readonly SvgRoom[]
  legend: readonly LegendEntry[]
  nameOf: (key: string) => string
  onDone: () => void
}): ReactNode {
  const say = useSay()
  const me = useMe()
  const extent = extentOf(shapes)
  const [across, up] = room[paper]
  const scale = scales.find((one) => (extent.width * 1000) / one <= across && (extent.height * 1000) / one <= up) ?? 5_000
  const bar = [1, 2, 5, 10, 20, 50].find((metres) => (metres * 1000) / scale >= 30) ?? 100
  const total = plan.rooms.reduce((sum, { drawnArea }) => sum + Math.round(Number(drawnArea) * 100), 0) / 100
  return (
    <PrintOut onDone={onDone}>
      <style>{`@page { size: ${paper} landscape; margin: 12mm; }`}</style>
      <div className="os-paper">
        <svg viewBox={`0 0 ${extent.width * 100} ${extent.height * 100}`} style={{ width: `${(extent.width * 1000) / scale}mm`, height: `${(extent.height * 1000) / scale}mm` }} role="img" aria-label={title}>
          {shapes.map((one, at) => <path key={at} d={pathOf(one, extent)} fill={one.fill} stroke="#333" strokeWidth="3" fillRule="evenodd" />)}
          <g textAnchor="middle" dangerouslySetInnerHTML={{ __html: shapes.map((one) => wordsSvg(one, extent)).join('') }} />
        </svg>
        <div className="os-paper-foot">
          <ul>
            {legend.map(({ key, colour, rooms }) => (
              <li key={key}><span className="os-swatch" style={{ background: colour }} /> {nameOf(key)} {say(`${rooms} 间`, `${rooms}`)}</li>
            ))}
          </ul>
          <div className="os-paper-bar">
            <span style={{ width: `${(bar * 1000) / scale}mm` }} />
            {say(`${bar} 米`, `${bar} m`)} · 1 : {scale}
          </div>
          <table>
            <tbody>
              <tr><th>{say('图名', 'Plan')}</th><td>{place}</td><th>{say('内容', 'Shows')}</th><td>{title}</td></tr>
              <tr><th>{say('日期', 'Day')}</th><td>{plan.day}</td><th>{say('图纸', 'Drawing')}</th><td>{plan.plan.source}({plan.plan.from})</td></tr>
              <tr><th>{say('房间', 'Rooms')}</th><td>{plan.rooms.length}</td><th>{say('图上面积合计', 'Drawn area')}</th><td>{total.toFixed(2)} ㎡</td></tr>
              <tr><th>{say('打印', 'Printed by')}</th><td>{me.name}</td><th>{say('编号', 'Number')}</th><td>{plan.plan.id.slice(-12).toUpperCase()}</td></tr>
            </tbody>
          </table>
          <div className="os-paper-code"><QrPicture text={`${location.origin}/office-space/plan?floor=${plan.floor.id}&day=${plan.day}`} label={place} size={84} /></div>
        </div>
      </div>
    </PrintOut>
  )
}
