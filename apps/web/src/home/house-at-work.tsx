// 系统在办: what the house itself has under way and how far it is, such as the days of the demonstration it catches up with; nothing when it rests.
import { call, figure, useNames, useSay } from '@houqin/web-kit'
import type { HouseJob } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

const watched = 5_000
/** What the house works on is written down in Chinese. */
const works: Readonly<Record<string, string>> = Object.freeze({
  演示历史: 'History of the demonstration', 演示通知: 'Notices of the demonstration', 演示世界: 'World of the demonstration', 补上没有人在的这些天: 'the days nobody was here',
})

export function HouseAtWork(): ReactNode {
  const say = useSay()
  const names = useNames()
  const told = (title: string): string => say(title, title.split('：').map((part) => works[part] ?? names.phrase(part)).join(': '))
  const { data } = useQuery({
    queryKey: ['jobs', 'house'],
    queryFn: () => call<{ rows: readonly HouseJob[] }>('/jobs'),
    refetchInterval: ({ state: { data: known } }) => (known && known.rows.length > 0 ? watched : false),
  })
  if (!data || data.rows.length === 0) return null
  return (
    <section className="hq-panel hq-stack" aria-label={say('系统在办', 'The house is at work')}>
      {data.rows.map(({ id, title, state, done, of }) => (
        <div key={id}>
          <p className="hq-small">
            {told(title)} <span className="hq-secondary hq-figures">{state === 'queued' ? say('等待开始', 'waiting') : of === null ? '' : say(`${figure(done)} / ${figure(of)}`, `${figure(done)} of ${figure(of)}`)}</span>
          </p>
          <progress className="hq-work" max={100} value={of ? Math.floor((100 * done) / of) : 0} aria-label={told(title)} />
        </div>
      ))}
      <p className="hq-small hq-secondary">{say('没办完之前，统计和待办还会变；可以照常使用。', 'Until it is done, figures and lists still change; go on as usual.')}</p>
    </section>
  )
}
