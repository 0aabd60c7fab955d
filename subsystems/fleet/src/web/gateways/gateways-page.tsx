// 终端接入: what each gateway says of itself, who is not in the ledger, what went wrong by reason and device, and the bytes of the last faults.
import { call, ConsoleLink, StackingTable, Empty, Fault, figure, instantText, PageHead, pathOfRegister, queryText, useCan, useSay, Waiting } from '@houqin/web-kit'
import type { Say } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { terminal } from '../../contract/index.ts'
import { reasonWords } from './reason-words.ts'
import './gateways.css'

interface Counted {
  readonly device: string
  readonly reason: string
  readonly count: number
}
interface Stranger {
  readonly identity: string
  readonly firstAt: string
  readonly lastAt: string
  readonly count: number
  readonly remote: string
  readonly transport: 'tcp' | 'udp'
  readonly edition: number
  readonly registration?: { readonly plate: string; readonly maker: string; readonly model: string; readonly terminalId: string }
  readonly car?: { readonly id: string; readonly name: string }
}
interface Gateway {
  readonly name: string
  readonly at: string
  readonly state: {
    readonly links: number
    readonly sessions: number
    readonly waiting: number
    readonly counts: readonly Counted[]
    readonly faults: readonly { readonly at: string; readonly device: string; readonly reason: string; readonly says: string; readonly hex: string }[]
    readonly strangers?: readonly Stranger[]
  }
}
const gatewaysQuery = queryOptions({
  queryKey: ['fleet', 'gateways'], refetchInterval: 5000, queryFn: ({ signal }) => call<{ rows: readonly Gateway[] }>('/fleet/gateways', { signal }),
})
const words = (reason: string, say: Say): string => (reasonWords[reason] ? say(...reasonWords[reason]) : reason)

export function Screen(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(gatewaysQuery)
  return (
    <div className="hq-stack">
      <PageHead title={say('终端接入', 'Terminals’ gateway')} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data?.rows.length === 0 && (
        <Empty title={say('还没有接入网关运行过', 'No gateway has run yet')}>
          {say('用 npm run gateway 启动接入网关，它与服务端使用同一个数据库。', 'Start one with npm run gateway; it works on the database of the server.')}
        </Empty>
      )}
      {data?.rows.map(({ name, at, state }) => (
        <section key={name} className="hq-panel hq-stack" aria-label={name}>
          <h2>{name}</h2>
          <p className="hq-figures">
            {say(`在线终端 ${figure(state.sessions)}，连接 ${figure(state.links)}，待入库 ${figure(state.waiting)}`, `${figure(state.sessions)} terminals signed in, ${figure(state.links)} links, ${figure(state.waiting)} waiting to be stored`)}
            {' · '}{instantText(at, say)}
          </p>
          {state.strangers !== undefined && state.strangers.length > 0 && <Strangers rows={state.strangers} />}
          {state.counts.length > 0 && <Counts counts={state.counts} />}
          {state.faults.length > 0 && (
            <section className="hq-stack" aria-label={say('最近的异常报文', 'The last faults')}>
              <h3>{say('最近的异常报文', 'The last faults')}</h3>
              <div>
                {state.faults.toReversed().slice(0, 50).map((fault, index) => (
                  <details key={`${fault.at} ${String(index)}`} className="fl-fault">
                    <summary>{instantText(fault.at, say)} · {fault.device} · {words(fault.reason, say)} <span className="hq-secondary" lang="en">{fault.says}</span></summary>
                    <code>{fault.hex}</code>
                  </details>
                ))}
              </div>
            </section>
          )}
        </section>
      ))}
    </div>
  )
}

/** Each with what he said of himself, and the form that puts him into the ledger filled in with it. */
function Strangers({ rows }: { rows: readonly Stranger[] }): ReactNode {
  const say = useSay()
  const may = useCan(terminal.id)('write')
  const [all, setAll] = useState(false)
  // whoever says which car he is in can be entered first
  const shown = rows.toSorted((a, b) => Number(b.registration !== undefined) - Number(a.registration !== undefined)).slice(0, all ? rows.length : shownAtFirst)
  return (
    <section className="hq-stack" aria-label={say('未登记的终端', 'Not in the ledger')}>
      <h3>{say(`未登记的终端 ${figure(rows.length)} 台`, `${figure(rows.length)} terminals not in the ledger`)}</h3>
      <p className="hq-secondary">{say('它们在上报，台账里没有，数据不收；登记并选好车辆后，终端下次上报即可接入。', 'They report and are in no ledger, and nothing of theirs is kept. Once entered with a car, the next report is taken.')}</p>
      <StackingTable
        label={say('未登记的终端', 'Not in the ledger')}
        rows={shown}
        keyOf={({ identity }) => identity}
        columns={[
          { title: say('终端号', 'Number'), className: 'hq-figures', cell: ({ identity }) => identity },
          { title: say('报的车牌', 'Plate it names'), className: 'fl-one-line', cell: ({ registration, car }) => (registration === undefined || registration.plate === '' ? '—' : car ? <strong>{registration.plate}</strong> : registration.plate) },
          { title: say('厂家、型号', 'Maker, model'), cell: ({ registration }) => (registration && [registration.maker, registration.model, registration.terminalId].filter((part) => part !== '').join(' ')) || '—' },
          { title: say('标准', 'Edition'), className: 'hq-figures', cell: ({ edition }) => edition },
          { title: say('来自', 'From'), className: 'fl-one-line', cell: ({ remote, transport }) => `${transport.toUpperCase()} ${remote}` },
          { title: say('报文', 'Messages'), className: 'hq-figures', cell: ({ count }) => figure(count) },
          { title: say('最近', 'Last'), className: 'fl-one-line', cell: ({ lastAt }) => instantText(lastAt, say) },
          ...(may ? [{ title: say('处理', 'To do'), cell: (one: Stranger) => <ConsoleLink to={`${pathOfRegister(terminal.id)}/new${queryText(entryOf(one))}`}>{say('登记', 'Enter it')}</ConsoleLink> }] : []),
        ]}
      />
      {shown.length < rows.length && <Button onClick={() => setAll(true)}>{say(`显示全部 ${figure(rows.length)} 台`, `Show all ${figure(rows.length)}`)}</Button>}
    </section>
  )
}
const shownAtFirst = 10
const entryOf = ({ identity, registration, car }: Stranger): Readonly<Record<string, string>> => ({
  number: identity, dialect: 'standard', coordinates: 'wgs84', zone: '480', standing: 'inUse',
  ...(registration && registration.maker !== '' && { maker: registration.maker }), ...(registration && registration.model !== '' && { model: registration.model }),
  ...(identity.length === 15 && { imei: identity }), ...(car && { vehicle: car.id }),
})

/** By reason, the most frequent first; the devices under each. */
function Counts({ counts }: { counts: readonly Counted[] }): ReactNode {
  const say = useSay()
  const byReason = [...Map.groupBy(counts, ({ reason }) => reason)]
    .map(([reason, devices]) => ({ reason, devices, sum: devices.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((a, b) => b.sum - a.sum)
  return (
    <section className="hq-stack" aria-label={say('异常计数', 'What went wrong')}>
      <h3>{say('异常计数', 'What went wrong')}</h3>
      <div>
        {byReason.map(({ reason, devices, sum }) => (
          <details key={reason} className="fl-fault">
            <summary>{words(reason, say)} <strong className="hq-figures">{figure(sum)}</strong> <span className="hq-secondary">{say(`${figure(devices.length)} 台`, `${figure(devices.length)} devices`)} · {reason}</span></summary>
            <ul className="fl-counts">
              {devices.map(({ device, count }) => <li key={device}><code>{device}</code> <strong className="hq-figures">{figure(count)}</strong></li>)}
            </ul>
          </details>
        ))}
      </div>
    </section>
  )
}
