// 用房公示: what was published, for everybody: the newest edition of a year, organ by organ, and the earlier ones behind it.
import { ChipChoice, ConsoleLink, dayText, Empty, Fault, figure, PageHead, pathOfMatter, PrintOut, StackingTable, useCan, useGo, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import { publication } from '../../contract/index.ts'
import { PublishedPaper, PublishedTotals } from './published-paper.tsx'
import { editionsQuery, publishedQuery } from './yearly-query.ts'
import '../ledger/ledger.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const drafts = useCan(publication.id)('start')
  const [chosen, setChosen] = useState<string | null>(null)
  const [sought, setSought] = useState('')
  const [printing, setPrinting] = useState(false)
  const printed = useCallback(() => setPrinting(false), [])
  const { data, error, refetch } = useQuery(editionsQuery)
  const shown = data?.rows.find(({ number }) => number === chosen) ?? data?.rows[0]
  const { data: sheet } = useQuery(publishedQuery(shown?.number ?? ''))
  if (error && !data) return <Fault title={say('办公用房公示', 'Rooms of the organs, published')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const rows = sheet?.rows.filter(({ name }) => name.includes(sought.trim())) ?? []
  return (
    <div className="os-ledger">
      <PageHead title={say('办公用房公示', 'Rooms of the organs, published')} actions={drafts && <Button size="large" onClick={() => go(`${pathOfMatter(publication.id)}/new`)}>{say('起草公示', 'Draft a publication')}</Button>} />
      {shown === undefined && <Empty title={say('还没有公示', 'Nothing is published yet')}>{say('公示每年一次，由场所管理员起草，另一人核对后公示。', 'Once a year; a places officer drafts it and another checks it.')}</Empty>}
      {shown !== undefined && (
        <section className="hq-panel hq-stack" aria-label={say('公示', 'Publication')}>
          <ChipChoice options={data.rows.map(({ number, year, edition }) => ({ key: number, label: edition > 1 ? say(`${year} 年第 ${edition} 版`, `${year}, edition ${edition}`) : say(`${year} 年`, String(year)) }))} chosen={[shown.number]} onChange={([to]) => setChosen(to ?? null)} />
          <p>{say(`${dayText(shown.publishedOn, say)} 公示，数据为 ${dayText(shown.day, say)} 的台账；办公室、服务和设备用房共 ${figure(shown.area, 2)} ㎡`, `Published on ${dayText(shown.publishedOn, say)} from the ledger of ${dayText(shown.day, say)}; ${figure(shown.area, 2)} ㎡ of offices, service and equipment rooms`)}</p>
          <PublishedTotals edition={shown} />
          <div className="hq-row">
            <Button size="large" href={`/api/office-space/publications/${shown.number}/export.xlsx`} download>{say('下载 Excel', 'Download Excel')}</Button>
            <Button size="large" disabled={!sheet} onClick={() => setPrinting(true)}>{say('打印公示表', 'Print')}</Button>
          </div>
          {printing && sheet && <PrintOut onDone={printed}><PublishedPaper edition={shown} rows={sheet.rows} /></PrintOut>}
          {shown.corrects !== null && <p>{say(`更正：${shown.corrects}`, `Corrects: ${shown.corrects}`)}</p>}
          <input className="hq-native" type="search" value={sought} aria-label={say('按单位名称找', 'Find an organ')} placeholder={say('按单位名称找', 'Find an organ')} onChange={({ target }) => setSought(target.value)} />
          {!sheet && <Waiting lines={8} />}
          {sheet && rows.length === 0 && <p className="hq-secondary">{say('没有叫这个名字的单位。', 'No organ is called so.')}</p>}
          {rows.length > 0 && (
            <StackingTable label={say('各单位用房', 'Rooms by organ')} rows={rows} keyOf={({ organ }) => organ} columns={[
              { title: say('单位', 'Organ'), cell: ({ name }) => <strong>{name}</strong> },
              { title: say('编制', 'Establishment'), className: 'hq-figures', cell: ({ establishment }) => figure(establishment) },
              { title: say('在座', 'Seated'), className: 'hq-figures', cell: ({ people }) => figure(people) },
              { title: say('房间', 'Rooms'), className: 'hq-figures', cell: ({ rooms }) => figure(rooms) },
              { title: say('办公室 ㎡', 'Offices ㎡'), className: 'hq-figures', cell: ({ office }) => figure(office, 2) },
              { title: say('服务用房 ㎡', 'Service rooms ㎡'), className: 'hq-figures', cell: ({ service }) => figure(service, 2) },
              { title: say('设备用房 ㎡', 'Equipment rooms ㎡'), className: 'hq-figures', cell: ({ equipment }) => figure(equipment, 2) },
              { title: say('其他 ㎡', 'Others ㎡'), className: 'hq-figures', cell: ({ beside }) => figure(beside, 2) },
            ]} />
          )}
          {drafts && <p className="hq-thumbs"><ConsoleLink to={`${pathOfMatter(publication.id)}/${shown.number}`}>{say('这一版的办理过程', 'How this edition came about')}</ConsoleLink></p>}
        </section>
      )}
    </div>
  )
}
