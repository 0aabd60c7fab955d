// 公示表: the totals of an edition, and the whole of it on paper with a row of sums, ready to be put up.
import { decimal } from '@houqin/define'
import { dayText, figure, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import type { PublishedOrgan } from '../../contract/index.ts'
import type { Edition } from '../../contract/answers.ts'

export function PublishedTotals({ edition: { sites, organs, built } }: { edition: Edition }): ReactNode {
  const say = useSay()
  return (
    <dl className="os-totals os-published-totals">
      {sites !== null && <div><dt>{say('场所', 'Sites')}</dt><dd className="hq-figures">{figure(sites)} {say('处', '')}</dd></div>}
      <div><dt>{say('单位', 'Organs')}</dt><dd className="hq-figures">{figure(organs)} {say('个', '')}</dd></div>
      {built !== null && <div><dt>{say('证载建筑面积', 'Certified built area')}</dt><dd className="hq-figures">{figure(built, 2)} ㎡</dd></div>}
    </dl>
  )
}

const areas = ['office', 'service', 'equipment', 'beside'] as const
const counts = ['establishment', 'people', 'rooms'] as const

export function PublishedPaper({ edition, rows }: { edition: Edition; rows: readonly PublishedOrgan[] }): ReactNode {
  const say = useSay()
  const { number, year, edition: which, day, publishedOn, corrects, digest } = edition
  const sum = (of: keyof PublishedOrgan): string => decimal.sum(['0', ...rows.map((row) => row[of])])
  const titles = [
    say('单位', 'Organ'), say('编制', 'Establishment'), say('在座', 'Seated'), say('房间', 'Rooms'), say('办公室 ㎡', 'Offices ㎡'), say('服务用房 ㎡', 'Service rooms ㎡'), say('设备用房 ㎡', 'Equipment rooms ㎡'), say('其他 ㎡', 'Others ㎡'),
  ]
  return (
    <article className="os-published-paper">
      <h1>{say(`${year} 年办公用房安排使用情况公示${which > 1 ? `（第 ${which} 版）` : ''}`, `Rooms of the organs, ${year}${which > 1 ? `, edition ${which}` : ''}`)}</h1>
      <p>{number} · {say(`数据为 ${dayText(day, say)} 的台账，${dayText(publishedOn, say)} 公示`, `ledger of ${day}, published on ${publishedOn}`)}</p>
      {corrects !== null && <p>{say(`更正：${corrects}`, `Corrects: ${corrects}`)}</p>}
      <PublishedTotals edition={edition} />
      <table>
        <thead><tr>{titles.map((title) => <th key={title}>{title}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organ}>
              <td>{row.name}</td>
              {counts.map((of) => <td key={of} className="hq-figures">{figure(row[of])}</td>)}
              {areas.map((of) => <td key={of} className="hq-figures">{figure(row[of], 2)}</td>)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th>{say('合计', 'In all')}</th>
            {counts.map((of) => <th key={of} className="hq-figures">{figure(sum(of))}</th>)}
            {areas.map((of) => <th key={of} className="hq-figures">{figure(sum(of), 2)}</th>)}
          </tr>
        </tfoot>
      </table>
      <p className="hq-small">{say('数据摘要 SHA-256', 'Digest SHA-256')} {digest}</p>
    </article>
  )
}
