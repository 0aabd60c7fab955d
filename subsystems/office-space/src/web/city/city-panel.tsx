// 报送数据: on a submission's page, what changed since the city last heard of it, what it sent back, and the files that are handed over.
import { ChipChoice, ConsoleLink, Fault, figure, pathOfRow, useCan, useSay, Waiting } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { cityKinds, citySubmission } from '../../contract/index.ts'
import type { CityKind } from '../../contract/index.ts'
import { cityRowsQuery, fileOf, versionQuery } from './city-query.ts'
import { ReceiptPanel, registerOf } from './receipt-panel.tsx'
import '../ledger/ledger.css'
import type { CityRow, CityRowsOf, KindCounts } from '../../contract/answers.ts'

const english: Readonly<Record<CityKind, string>> = { site: 'Sites', building: 'Buildings', organ: 'Organs', room: 'Rooms' }

export function Fill({ matter }: { matter: WireMatter }): ReactNode {
  const { number, version, state } = matter
  const say = useSay()
  const takes = useCan(citySubmission.id)('start')
  const [kind, setKind] = useState<CityKind | null>(null)
  const [what, setWhat] = useState<CityRowsOf>('changes')
  const { data, error, refetch } = useQuery(versionQuery(number, version))
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const kindText = (one: CityKind): string => say(cityKinds[one], english[one])
  const total = (of: Exclude<keyof KindCounts, 'kind'>): number => data.kinds.filter((one) => kind === null || one.kind === kind).reduce((sum, one) => sum + one[of], 0)
  const views: readonly (readonly [CityRowsOf, string, number])[] = [
    ['changes', say('要报的', 'To be sent'), total('added') + total('changed') + total('gone')], ['added', say('新增', 'Added'), total('added')], ['changed', say('变更', 'Changed'), total('changed')],
    ['gone', say('撤销', 'Gone'), total('gone')], ['rejected', say('被退回', 'Sent back'), total('rejected')], ['all', say('全部', 'All'), total('rows') + total('gone')],
  ]
  return (
    <section className="hq-panel hq-stack" aria-label={say('报送数据', 'The data')}>
      <h2>{say('报送数据', 'The data')}</h2>
      {data.uncoded.length > 0 && <p className="hq-notice">{say(`市平台对照还缺 ${data.uncoded.length} 项，补齐后才能核对：${data.uncoded.slice(0, 8).join('、')}`, `${data.uncoded.length} codes of the city are missing: ${data.uncoded.slice(0, 8).join(', ')}`)}</p>}
      <ul className="os-rows hq-thumbs">
        {data.kinds.map((one) => (
          <li key={one.kind}>
            <strong>{kindText(one.kind)}</strong>
            <span className="hq-figures">{say(`${figure(one.rows)} 条`, `${figure(one.rows)} rows`)}</span>
            <span className="hq-secondary">{say(`新增 ${figure(one.added)}、变更 ${figure(one.changed)}、撤销 ${figure(one.gone)}${one.again > 0 ? `，其中上次退回 ${figure(one.again)}` : ''}`, `${one.added} added, ${one.changed} changed, ${one.gone} gone${one.again > 0 ? `, ${one.again} sent back before` : ''}`)}</span>
            {takes && <Button href={fileOf(number, 'export.xlsx', one.kind)} download>Excel</Button>}
            {takes && <Button href={fileOf(number, 'rows.csv', one.kind)} download>CSV</Button>}
          </li>
        ))}
      </ul>
      {takes && <div className="hq-row"><Button size="large" href={fileOf(number, 'package.json')} download>{say('下载整包（JSON）', 'The whole package (JSON)')}</Button></div>}
      {takes && (state === 'handed' || state === 'answered') && <ReceiptPanel matter={matter} />}
      <ChipChoice options={views.filter(([key, , count]) => count > 0 || key === 'changes').map(([key, label, count]) => ({ key, label: `${label} ${figure(count)}` }))} chosen={[what]} onChange={([to]) => setWhat((to ?? 'changes') as CityRowsOf)} />
      <ChipChoice options={data.kinds.map((one) => ({ key: one.kind, label: kindText(one.kind) }))} chosen={kind === null ? [] : [kind]} onChange={([to]) => setKind((to ?? null) as CityKind | null)} />
      <Rows key={`${kind ?? ''} ${what}`} number={number} version={version} what={what} kind={kind} />
    </section>
  )
}

function Rows({ number, version, what, kind }: { number: string; version: number; what: CityRowsOf; kind: CityKind | null }): ReactNode {
  const say = useSay()
  const [starts, setStarts] = useState<readonly number[]>([-1])
  const { data, error, refetch } = useQuery({ ...cityRowsQuery(number, version, { what, kind, after: starts.at(-1) ?? -1 }), placeholderData: (before) => before })
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={4} />
  if (data.rows.length === 0) return <p className="hq-secondary">{say('没有这样的数据：和市平台掌握的一致。', 'No such rows: the city holds the same.')}</p>
  return (
    <>
      <ul className="os-rows hq-thumbs">{data.rows.map((row) => <Line key={`${row.kind} ${row.key}`} row={row} />)}</ul>
      <div className="hq-row">
        {starts.length > 1 && <Button onClick={() => setStarts(starts.slice(0, -1))}>{say('上一页', 'Back')}</Button>}
        {data.next !== null && <Button onClick={() => setStarts([...starts, data.next ?? -1])}>{say('下一页', 'Next')}</Button>}
      </div>
    </>
  )
}

function Line({ row: { kind, key, name, change, changes, again, answer, reason } }: { row: CityRow }): ReactNode {
  const say = useSay()
  const words = { added: say('新增', 'added'), changed: say('变更', 'changed'), gone: say('撤销', 'gone'), same: say('未变', 'the same') }
  return (
    <li>
      {change === 'gone' ? <strong>{name}</strong> : <ConsoleLink to={pathOfRow(registerOf[kind], key)}>{name}</ConsoleLink>}
      <span className="hq-secondary">{say(cityKinds[kind], english[kind])} · {words[change]}</span>
      {changes.map(({ title, before, now }) => <span key={title}>{say(`${title}：${before || '空'} → ${now || '空'}`, `${title}: ${before || 'empty'} → ${now || 'empty'}`)}</span>)}
      {again !== null && <span className="hq-danger">{say(`上次退回${again === '' ? '' : `:${again}`}`, `Sent back before${again === '' ? '' : `: ${again}`}`)}</span>}
      {answer === 'accepted' && <span>{say('已接收', 'accepted')}</span>}
      {answer === 'rejected' && <strong className="hq-danger">{say(`被退回${reason === null ? '' : `:${reason}`}`, `Sent back${reason === null ? '' : `: ${reason}`}`)}</strong>}
    </li>
  )
}
