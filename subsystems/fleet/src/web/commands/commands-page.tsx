// 终端指令: what was asked of all terminals; what waits for a second officer stands first.
import { ConsoleLink, Empty, Fault, PageHead, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CommandRows } from './command-rows.tsx'
import { commandsQuery } from './commands-query.ts'
import './commands.css'

export function Screen(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(commandsQuery(''))
  return (
    <div className="hq-stack">
      <PageHead title={say('终端指令', 'Terminal commands')} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data?.rows.length === 0 && (
        <Empty title={say('还没有下过指令', 'Nothing has been asked yet')}>
          {say('在“车辆位置”里选一辆车，点“终端指令”，可以立即定位、发文字、跟踪、读写参数。', 'Choose a car on the map and press Commands: ask where it is, write to its driver, track it, read and change its settings.')}{' '}
          <ConsoleLink to="/fleet/now">{say('车辆位置', 'Where the cars are')}</ConsoleLink>
        </Empty>
      )}
      {data && data.rows.length > 0 && <CommandRows rows={data.rows} plates />}
    </div>
  )
}
