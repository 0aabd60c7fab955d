// 行车日志 on paper: A4 across, a line a journey, and the driver's signature.
import { figure, PrintOut, useNames, useSay, wallClock } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { use } from '../../contract/index.ts'
import type { DriverLog } from '../../contract/answers.ts'
import { natureText } from './nature-text.ts'
import { PaperFoot } from './paper-foot.tsx'
import './account.css'

export function DriverLogPaper({ log: { month, journeys }, driver, onDone }: { log: DriverLog<string>; driver: NonNullable<DriverLog<string>['driver']>; onDone: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  // what is words wraps to the left, what is one thing never breaks
  const heads = [
    [say('日期', 'Day')], [say('单号', 'Number'), 'fl-whole'], [say('事由', 'What for'), 'fl-words'], [say('起止地点', 'Places'), 'fl-words'], [say('出车', 'Left')], [say('收车', 'Back')], [say('车牌号', 'Plate'), 'fl-whole'],
    [say('出车里程表 km', 'Odometer out, km')], [say('收车里程表 km', 'Odometer back, km')], [say('里程 km', 'km')], [say('用车人', 'Asked by'), 'fl-words'], [say('性质', 'Nature'), 'fl-whole'], [say('备注', 'Notes'), 'fl-words'],
  ] as const
  const count = (nature: 'duty' | 'private' | 'ask'): number => journeys.filter((one) => one.nature === nature).length
  return (
    <PrintOut onDone={onDone}>
      <style>{'@page { size: A4 landscape; margin: 10mm; }'}</style>
      <h1>{say('公务用车行车日志', 'Log of official cars')}</h1>
      <div className="hq-paper-head"><span>{say('驾驶员', 'Driver')}:{driver.name}</span><span>{say(`${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`, month)}</span></div>
      <table className="fl-paper">
        <thead><tr>{heads.map(([head, className]) => <th key={head} className={className}>{head}</th>)}</tr></thead>
        <tbody>
          {journeys.map((one) => (
            <tr key={one.number}>
              <td>{wallClock(one.leftAt).slice(5, 10)}</td><td className="fl-whole">{one.number}</td><td className="fl-words">{names.option(use.form.purpose, one.purpose)}{say('：', ': ')}{one.why}</td><td className="fl-words">{one.whence} → {one.whither}</td><td>{wallClock(one.leftAt).slice(11, 16)}</td>
              <td>{one.cameAt === null ? '' : wallClock(one.cameAt).slice(11, 16)}</td><td className="fl-whole">{one.car.name}</td><td>{one.odometerOut}</td><td>{one.odometerBack}</td><td>{one.kilometres}</td><td className="fl-words">{one.organ} {one.asker}</td><td className="fl-whole">{natureText(one, say)}</td>
              <td className="fl-words">{one.notes.map(({ zh, en }) => say(zh, en)).join(say('；', '; '))}</td>
            </tr>
          ))}
          <tr><th colSpan={9}>{say(`合计 ${journeys.length} 次`, `${journeys.length} journeys`)}</th><th>{figure(journeys.reduce((sum, { kilometres }) => sum + (kilometres ?? 0), 0))}</th><th className="fl-words" colSpan={3}>{say(`公务 ${count('duty')} 次，私用 ${count('private')} 次，待查 ${count('ask')} 次`, `${count('duty')} on duty, ${count('private')} private, ${count('ask')} to be asked`)}</th></tr>
        </tbody>
      </table>
      <div className="hq-paper-sign"><span>{say('驾驶员（签字）：', 'Driver (signature):')}</span><span>{say('车队审核（签字）：', 'Checked (signature):')}</span><span>{say('日期：', 'Date:')}</span></div>
      <PaperFoot path={`/fleet/driver-log?month=${month}&driver=${driver.id}`} label={driver.name} />
    </PrintOut>
  )
}
