// 用房巡查的周期: buildings that come round, when next, and another one planned in three answers.
import { call, ChipChoice, DayInput, dayOf, dayText, Fault, ProblemNotice, RowPicker, Sheet, useNow, useSay, useSender, Waiting } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { building, site } from '@houqin/places'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { roomPatrol } from '../../contract/index.ts'
import { roundsKey, roundsQuery } from './patrol-query.ts'

const intervals = [1, 3, 6, 12] as const

export function RoundsSheet({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const today = dayOf(useNow())
  const [at, setAt] = useState<Ref | null>(null)
  const [house, setHouse] = useState<Ref | null>(null)
  const [months, setMonths] = useState(3)
  const [starts, setStarts] = useState(today)
  const { sending, problem, send } = useSender()
  const { data, error, refetch } = useQuery(roundsQuery)
  const every = (count: number): string => (count === 1 ? say('每月', 'Every month') : count === 12 ? say('每年', 'Every year') : say(`每 ${count} 个月`, `Every ${count} months`))
  const post = (path: string, body: object): Promise<boolean> =>
    send({ path, body }, async (idempotencyKey) => {
      await call(path, { method: 'POST', body, idempotencyKey })
      await client.invalidateQueries({ queryKey: roundsKey })
    })
  async function plan(of: Ref, where: Ref): Promise<void> {
    const body = { kind: roomPatrol.id, title: `${of.name} 用房巡查`.slice(0, 60), site: where.id, input: { building: of.id }, rule: { every: 'month', interval: months, on: Number(starts.slice(8)), daysOff: 'after' }, starts, ends: null, missed: 'once' }
    if (await post('/office-space/plans', body)) setHouse(null)
  }
  return (
    <Sheet title={say('用房巡查的周期', 'Patrols that come round')} onClose={onClose}>
      <div className="hq-stack">
        {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Waiting lines={3} />}
        {data?.rows.length === 0 && <p className="hq-secondary">{say('还没有排。选一栋楼，到日子巡查单自动出现在驻点负责人手上。', 'Nothing is planned yet. Choose a building; its patrol appears on the day.')}</p>}
        <ul className="os-patrol-rounds">
          {data?.rows.map(({ id, title, state, rule, next, done }) => (
            <li key={id}>
              <span>
                <strong>{title}</strong>{' '}
                <span className="hq-secondary hq-small">{state === 'in-force' ? `${every(rule.interval)}${next[0] ? say(`，下一次 ${dayText(next[0].day, say)}`, `, next ${next[0].day}`) : ''}` : say('已停用', 'stopped')}</span>
                {done[0]?.outcome === 'failed' && <span className="hq-danger hq-small"> {done[0].day} {done[0].problem}</span>}
              </span>
              {state === 'in-force' && <Button danger disabled={sending} onClick={() => void post(`/office-space/plans/${id}/stop`, { reason: '不再按周期巡查' })}>{say('停用', 'Stop')}</Button>}
            </li>
          ))}
        </ul>
        <div>
          {say('场所', 'Site')}
          <RowPicker register={site.id} chosen={at} label={say('场所', 'Site')} onChange={(row) => (setAt(row), setHouse(null))} />
        </div>
        {at && (
          <div>
            {say('楼栋', 'Building')}
            <RowPicker register={building.id} chosen={house} label={say('楼栋', 'Building')} where={{ 'where.site': at.id }} onChange={setHouse} />
          </div>
        )}
        <ChipChoice options={intervals.map((one) => ({ key: String(one), label: every(one) }))} chosen={[String(months)]} onChange={([to]) => setMonths(Number(to ?? months))} />
        <div className="hq-row">{say('自', 'From')} <DayInput value={starts} label={say('自', 'From')} onChange={setStarts} /></div>
        <ProblemNotice problem={problem} others={problem?.issues.map(({ says }) => says) ?? []} />
        <Button type="primary" size="large" block loading={sending} disabled={!at || !house || !starts} onClick={() => at && house && void plan(house, at)}>{say('排定', 'Plan it')}</Button>
      </div>
    </Sheet>
  )
}
