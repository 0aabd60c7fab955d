// 行车日志 on paper: A4 across, a line a journey, and the driver's signature.
import { PrintOut, useNames, useSay, wallClock } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { use } from '../../contract/index.ts'
import type { DriverLog } from '../../contract/answers.ts'
import { natureText } from './nature-text.ts'

export function DriverLogPaper({ log: { month, journeys }, driver, onDone }: { log: DriverLog<string>; driver: string; onDone: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const heads = [say('日期', 'Day'), say('单号', 'Number'), say('事由', 'What for'), say('起止地点', 'Places'), say('出车', 'Left'), say('收车', 'Back'), say('车牌号', 'Plate'), say('出车里程', 'Odometer out'), say('收车里程', 'Odometer back'), say('里程 km', 'km'), say('用车人', 'Asked by'), say('性质', 'Nature'), say('备注', 'Notes')]
  return (
    <PrintOut onDone={onDone}>
      <style>{'@page { size: A4 landscape; margin: 12mm; }'}</style>
      <h1>{say('公务用车行车日志', 'Log of official cars')}</h1>
      <div className="hq-paper-head"><span>{say('驾驶员', 'Driver')}:{driver}</span><span>{say('月份', 'Month')}:{month}</span></div>
      <table className="fl-paper">
        <thead><tr>{heads.map((head) => <th key={head}>{head}</th>)}</tr></thead>
        <tbody>
          {journeys.map((one) => (
            <tr key={one.number}>
              <td>{wallClock(one.leftAt).slice(5, 10)}</td><td>{one.number}</td><td>{names.option(use.form.purpose, one.purpose)}:{one.why}</td><td>{one.whence} → {one.whither}</td><td>{wallClock(one.leftAt).slice(11, 16)}</td>
              <td>{one.cameAt === null ? '' : wallClock(one.cameAt).slice(11, 16)}</td><td>{one.car.name}</td><td>{one.odometerOut}</td><td>{one.odometerBack}</td><td>{one.kilometres}</td><td>{one.organ} {one.asker}</td><td>{natureText(one, say)}</td>
              <td>{one.notes.map(({ zh, en }) => say(zh, en)).join(';')}</td>
            </tr>
          ))}
          <tr><th colSpan={9}>{say(`合计 ${journeys.length} 次`, `${journeys.length} journeys`)}</th><th colSpan={4}>{journeys.reduce((sum, { kilometres }) => sum + (kilometres ?? 0), 0)} km</th></tr>
        </tbody>
      </table>
      <div className="hq-paper-sign"><span>{say('驾驶员(签字):', 'Driver (signature):')}</span><span>{say('车队审核(签字):', 'Checked (signature):')}</span><span>{say('日期:', 'Date:')}</span></div>
    </PrintOut>
  )
}
