// 单车核算表 on paper: A4 across, the months as rows, the sums below, and who answers for it.
import { figure, PrintOut, useNames, useSay } from '@houqin/web-kit'
import type { Days } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { vehicle } from '../../contract/index.ts'
import type { AccountMonth, CarAccount } from '../../contract/answers.ts'
import { PaperFoot } from './paper-foot.tsx'

/** With commas, and as many digits behind the point as it came with. */
const shown = (text: string | null | undefined): string => (text === null || text === undefined ? '' : figure(text, text.split('.')[1]?.length ?? 0))

export function AccountPaper({ account: { vehicle: car, sums, months }, days, onDone }: { account: CarAccount; days: Days; onDone: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const columns: readonly (readonly [title: string, key: Exclude<keyof AccountMonth, 'by'>])[] = [
    [say('月份', 'Month'), 'month'], [say('里程 km', 'km'), 'km'], [say('终端 km', 'Terminal km'), 'terminal'], [say('派车单 km', 'Slips km'), 'slips'], [say('加油 L', 'Fuel L'), 'litres'], [say('充电 kWh', 'kWh'), 'kwh'],
    [say('油费电费 元', 'Fuel ¥'), 'fuelCost'], [say('维修保养 元', 'Repair ¥'), 'repair'], [say('保险 元', 'Insurance ¥'), 'insurance'], [say('通行费 元', 'Tolls ¥'), 'toll'], [say('其他 元', 'Other ¥'), 'other'],
    [say('合计 元', 'Total ¥'), 'total'], [say('每公里 元', '¥ a km'), 'perKm'], [say('百公里 L', 'L per 100 km'), 'perHundred'],
  ]
  return (
    <PrintOut onDone={onDone}>
      <style>{'@page { size: A4 landscape; margin: 10mm; }'}</style>
      <h1>{say('公务用车单车核算表', 'Account of an official car')}</h1>
      <div className="hq-paper-head">
        <span>{say('车牌号', 'Plate')}:{car.name}</span>
        <span>{say('使用单位', 'Used by')}:{car.organ.name}</span>
        <span>{say('用途', 'Class')}:{names.option(vehicle.fields.use, car.use)}</span>
        <span>{say('购置日期', 'Bought on')}:{car.boughtOn}</span>
        <span>{say('核算期间', 'Period')}:{days.from} — {days.to}</span>
      </div>
      <table className="fl-paper">
        <thead><tr>{columns.map(([title]) => <th key={title}>{title}</th>)}</tr></thead>
        <tbody>
          {months.map((one) => <tr key={one.month}>{columns.map(([title, key]) => <td key={title}>{key === 'month' ? one.month : shown(one[key])}</td>)}</tr>)}
          <tr>{columns.map(([title, key]) => <th key={title}>{key === 'month' ? say('合计', 'Sum') : shown(sums?.[key] === null || sums?.[key] === undefined ? null : String(sums[key]))}</th>)}</tr>
        </tbody>
      </table>
      {sums !== null && sums['median'] !== null && <p>{say(`同类同龄车每公里费用中位数 ${String(sums['median'])} 元，本车为其 ${String(sums['share'])}%。`, `The median of its class and age is ${String(sums['median'])} yuan a km; this car is at ${String(sums['share'])} % of it.`)}</p>}
      <p className="hq-small">{say('里程按月取终端里程与派车单里程中较大的；都没有的，按加油时登记的里程表计算。', 'Kilometres are the terminal’s or the slips’, whichever is more in a month; without either, readings at the pump.')}</p>
      <div className="hq-paper-sign">
        <span>{say('车辆管理人（签字）：', 'Keeper (signature):')}</span><span>{say('公车管理员（签字）：', 'Fleet officer (signature):')}</span><span>{say('单位负责人（签字）：', 'Head (signature):')}</span><span>{say('日期：', 'Date:')}</span>
      </div>
      <PaperFoot path={`/fleet/account?vehicle=${car.id}&from=${days.from}&to=${days.to}`} label={car.name} />
    </PrintOut>
  )
}
