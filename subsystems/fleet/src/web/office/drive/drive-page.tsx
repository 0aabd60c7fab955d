// 我的出车: one journey at a time with huge targets, below it the rest of the days to come.
import { Empty, Fault, PageHead, shortInstant, useMe, useNow, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { inHandQuery, inOrder } from './drive-query.ts'
import { Task } from './task.tsx'
import './drive.css'

export function Screen(): ReactNode {
  const say = useSay()
  const now = useNow()
  const person = useMe().person?.id ?? ''
  const { data, error, refetch } = useQuery(inHandQuery(person))
  const [chosen, setChosen] = useState('')
  const lines = inOrder(data?.rows ?? [])
  const current = lines.find(({ number }) => number === chosen) ?? lines[0]
  // What is shown stays under the thumb, even when something earlier comes in.
  if (current && current.number !== chosen) setChosen(current.number)
  const rest = lines.filter(({ number }) => number !== current?.number)
  const show = (number: string): void => {
    setChosen(number)
    scrollTo({ top: 0 })
  }
  return (
    <div className="fl-drive">
      <PageHead title={say('我的出车', 'My journeys')} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && person !== '' && <Waiting />}
      {person === '' && <Empty title={say('账号没有关联人员', 'Your account belongs to no person')}>{say('请系统管理员在“账号”中关联后再试。', 'Have the system administrator link it.')}</Empty>}
      {data && !current && <Empty title={say('没有要出的车', 'No journey in hand')}>{say('派给您的车会立刻出现在这里，不用刷新。', 'What you are sent out with appears here at once.')}</Empty>}
      {current && <Task key={current.number} line={current} />}
      {rest.length > 0 && (
        <section aria-label={say('接下来', 'Next')}>
          <h2 className="fl-group">{say('接下来', 'Next')} <span className="hq-secondary hq-figures">{rest.length}</span></h2>
          <ul className="hq-cards">
            {rest.map((line) => (
              <li key={line.number}>
                <button type="button" className="hq-card fl-next" data-number={line.number} onClick={() => show(line.number)}>
                  <strong>{shortInstant({ instant: line.outAt, now, say })} · {line.vehicle?.name}</strong>
                  <span>{line.whence} → {line.whither}</span>
                  <span className="hq-small hq-secondary">{line.number} · {say(`${line.passengers} 人`, `${line.passengers} passengers`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
