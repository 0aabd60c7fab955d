// Where I am signed in, each place with a way to end it.
import { call, Fault, StateTag, useSay, Waiting, WhenText } from '@houqin/web-kit'
import type { WireSession } from '@houqin/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'

export function MySessions(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery({ queryKey: ['sessions'], queryFn: () => call<{ rows: readonly WireSession[] }>('/session') })
  const end = useMutation({
    mutationFn: (id: string) => call(`/session/${id}`, { method: 'DELETE' }),
    onSettled: () => refetch(),
  })
  return (
    <section className="hq-panel">
      <h2>{say('登录的设备', 'Where I am signed in')}</h2>
      {error && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={3} />}
      <ul className="hq-plain-rows">
        {data?.rows.map((session) => (
          <li key={session.id} className="hq-row">
            <span className="hq-grow">
              {deviceOf(session.agent)} <span className="hq-secondary">{[session.ip, session.via && say(`经${session.via}`, `by ${session.via}`)].filter(Boolean).join(' · ')}</span>
              <br />
              <span className="hq-small hq-secondary">
                {say('登录于', 'since')} <WhenText at={session.createdAt} /> · {say('最近', 'last')} <WhenText at={session.lastSeenAt} />
              </span>
            </span>
            {session.current ? (
              <StateTag tone="running">{say('这里', 'here')}</StateTag>
            ) : (
              <Button size="small" loading={end.isPending && end.variables === session.id} onClick={() => end.mutate(session.id)}>
                {say('退出', 'End')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Enough of a browser's long name to recognise one's own device. */
function deviceOf(agent: string): string {
  const system = /iPhone|iPad|Android|HarmonyOS|Windows|Mac OS X|Linux/.exec(agent)?.[0] ?? ''
  const browser = /MicroMessenger|Edg|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? agent.slice(0, 40)
  const names: Readonly<Record<string, string>> = { MicroMessenger: '微信', Edg: 'Edge', 'Mac OS X': 'Mac' }
  return [names[system] ?? system, names[browser] ?? browser].filter(Boolean).join(' ')
}
