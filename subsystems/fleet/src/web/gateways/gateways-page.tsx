// 终端接入: what each gateway says of itself, what went wrong by device and reason, and the bytes of the last faults.
import { call, Empty, Fault, figure, instantText, PageHead, useSay, Waiting } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import './gateways.css'

interface Gateway {
  readonly name: string
  readonly at: string
  readonly state: {
    readonly links: number
    readonly sessions: number
    readonly waiting: number
    readonly counts: readonly { readonly device: string; readonly reason: string; readonly count: number }[]
    readonly faults: readonly { readonly at: string; readonly device: string; readonly reason: string; readonly says: string; readonly hex: string }[]
  }
}
const gatewaysQuery = queryOptions({
  queryKey: ['fleet', 'gateways'], refetchInterval: 5000, queryFn: ({ signal }) => call<{ rows: readonly Gateway[] }>('/fleet/gateways', { signal }),
})

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
          {say('用 npm run gateway 启动接入网关,它与服务端使用同一个数据库。', 'Start one with npm run gateway; it works on the database of the server.')}
        </Empty>
      )}
      {data?.rows.map(({ name, at, state }) => (
        <section key={name} className="hq-panel hq-stack">
          <h2>{name}</h2>
          <p className="hq-figures">
            {say(`在线终端 ${figure(state.sessions)},连接 ${figure(state.links)},待入库 ${figure(state.waiting)}`, `${figure(state.sessions)} terminals signed in, ${figure(state.links)} links, ${figure(state.waiting)} waiting to be stored`)}
            {' · '}{instantText(at, say)}
          </p>
          {state.counts.length > 0 && (
            <ul className="fl-counts">
              {state.counts.map(({ device, reason, count }) => (
                <li key={`${device} ${reason}`}><code>{device}</code> {reason} <strong className="hq-figures">{figure(count)}</strong></li>
              ))}
            </ul>
          )}
          {state.faults.toReversed().slice(0, 50).map((fault, index) => (
            <details key={`${fault.at} ${String(index)}`} className="fl-fault">
              <summary>{instantText(fault.at, say)} · {fault.device} · {fault.reason}: {fault.says}</summary>
              <code>{fault.hex}</code>
            </details>
          ))}
        </section>
      ))}
    </div>
  )
}
