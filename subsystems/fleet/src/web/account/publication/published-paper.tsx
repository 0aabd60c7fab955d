// 公务用车公示 on paper: A4 across, an organ a row, the sums below, who answers for it.
import { dayText, figure, PrintOut, useNames, useSay } from '@houqin/web-kit'
import { decimal } from '@houqin/define'
import type { ReactNode } from 'react'
import { vehicle } from '../../../contract/index.ts'
import type { FleetEdition, PublishedFleet, VehicleUse } from '../../../contract/index.ts'
import { PaperFoot } from '../paper-foot.tsx'
import '../account.css'

const uses = Object.keys(vehicle.fields.use.options) as VehicleUse[]
const yuan = (text: string | null): string => (text === null ? '' : figure(text, 2))

export function PublishedPaper({ edition, rows, onDone }: { edition: FleetEdition; rows: readonly PublishedFleet[]; onDone: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const sum = (key: 'km' | 'fuelCost' | 'repair' | 'total'): string => decimal.sum(rows.flatMap((row) => row[key] ?? []), key === 'km' ? 1 : 2)
  const count = (of: (row: PublishedFleet) => number): number => rows.reduce((all, row) => all + of(row), 0)
  return (
    <PrintOut onDone={onDone}>
      <style>{'@page { size: A4 landscape; margin: 12mm; }'}</style>
      <h1>{say(`${edition.year} 年公务用车配备使用情况公示表`, `Official cars, ${edition.year}`)}</h1>
      <div className="hq-paper-head">
        <span>{say('编号', 'Number')}:{edition.number}</span><span>{say(`第 ${edition.edition} 版`, `Edition ${edition.edition}`)}</span><span>{say('数据截至', 'Until')}:{dayText(edition.until, say)}</span>
        <span>{say('公示日期', 'Published on')}:{edition.publishedOn === null ? say('草稿', 'draft') : dayText(edition.publishedOn, say)}</span>
      </div>
      {edition.corrects !== null && <p>{say(`更正说明：${edition.corrects}`, `Corrects: ${edition.corrects}`)}</p>}
      <table className="fl-paper">
        <thead><tr>
          <th>{say('单位', 'Organ')}</th><th>{say('车辆', 'Cars')}</th>{uses.map((use) => <th key={use}>{names.option(vehicle.fields.use, use)}</th>)}
          <th>{say('里程 km', 'km')}</th><th>{say('油费电费 元', 'Fuel ¥')}</th><th>{say('维修保养 元', 'Repair ¥')}</th><th>{say('费用合计 元', 'Total ¥')}</th><th>{say('每公里 元', '¥ a km')}</th><th>{say('查实未经批准 次', 'Without approval')}</th>
        </tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organ}>
              <td className="fl-paper-name">{row.name}</td><td>{row.cars}</td>{uses.map((use) => <td key={use}>{row.uses[use] ?? ''}</td>)}
              <td>{row.km === null ? '' : figure(row.km, 1)}</td><td>{yuan(row.fuelCost)}</td><td>{yuan(row.repair)}</td><td>{yuan(row.total)}</td><td>{yuan(row.perKm)}</td><td>{row.unapproved || ''}</td>
            </tr>
          ))}
          <tr>
            <th>{say('合计', 'Sum')}</th><th>{count(({ cars }) => cars)}</th>{uses.map((use) => <th key={use}>{count(({ uses: of }) => of[use] ?? 0)}</th>)}
            <th>{figure(sum('km'), 1)}</th><th>{yuan(sum('fuelCost'))}</th><th>{yuan(sum('repair'))}</th><th>{yuan(sum('total'))}</th><th>—</th><th>{count(({ unapproved }) => unapproved)}</th>
          </tr>
        </tbody>
      </table>
      <p className="hq-small">{say('里程按月取终端里程与派车单里程中较大的；受控车辆不公示。', 'Kilometres are the terminal’s or the slips’, whichever is more in a month; graded cars are not published.')} SHA-256 {edition.digest}</p>
      <div className="hq-paper-sign"><span>{say('起草（签字）：', 'Drafted by:')}</span><span>{say('核对（签字）：', 'Checked by:')}</span><span>{say('单位负责人（签字）：', 'Head:')}</span><span>{say('日期：', 'Date:')}</span></div>
      <PaperFoot path={`/fleet/published?number=${edition.number}`} label={edition.number} />
    </PrintOut>
  )
}
