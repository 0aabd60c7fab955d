// How an organ stands, line by line: what it has, what it may have, what is left or too much, and where that is written.
import { figure, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import './ledger.css'
import type { Standing } from '../../contract/answers.ts'

export function StandingTable({ standing: { lines, beside } }: { standing: Pick<Standing, 'lines' | 'beside'> }): ReactNode {
  const say = useSay()
  const titles = { office: say('办公室', 'Offices'), service: say('服务用房', 'Service rooms'), equipment: say('设备用房', 'Equipment rooms'), all: say('合计', 'In all') }
  return (
    <>
      <table className="os-standing hq-figures">
        <thead>
          <tr>
            <th>{say('㎡', '㎡')}</th>
            <th>{say('现有', 'Has')}</th>
            <th>{say('核定', 'May have')}</th>
            <th>{say('余 / 超', 'Left / over')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ kind, has, may, gap, cite }) => (
            <tr key={kind} data-all={kind === 'all' ? '' : undefined}>
              <th scope="row">{titles[kind]}<span className="hq-secondary hq-small">{cite}</span></th>
              <td>{figure(has, 2)}</td>
              <td>{figure(may, 2)}</td>
              <td data-over={gap.startsWith('-') ? '' : undefined}>{gap.startsWith('-') ? say(`超 ${figure(gap.slice(1), 2)}`, `over ${figure(gap.slice(1), 2)}`) : figure(gap, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {beside !== '0.00' && <p className="hq-secondary">{say(`另有技术业务和附属用房 ${figure(beside, 2)} ㎡，不在核定范围内。`, `Besides it has ${figure(beside, 2)} ㎡ of technical and ancillary rooms, which the limit does not count.`)}</p>}
    </>
  )
}
