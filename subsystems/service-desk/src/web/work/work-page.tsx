// 我的工单: one task at a time with huge targets; below it the rest of the day, and what nobody has taken.
import { Empty, Fault, figure, FigureLink, PageHead, pathOfMatter, queryText, ProblemNotice, useMe, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import type { RepairLine } from '../read-repair.ts'
import { RepairCard } from '../repair-card.tsx'
import { useStepSender } from '../use-step-sender.ts'
import { Task } from './task.tsx'
import { finishedToday, finishedTodayQuery, freeQuery, inHandQuery, inOrder } from './work-query.ts'
import '../quick.css'
import './work.css'

export function Screen(): ReactNode {
  const say = useSay()
  const me = useMe()
  const person = me.person?.id ?? ''
  const { data, error, refetch } = useQuery({ ...inHandQuery(person), enabled: person !== '' })
  const [chosen, setChosen] = useState('')
  const lines = inOrder(data?.rows ?? [])
  const current = lines.find(({ number }) => number === chosen) ?? lines[0]
  // What is shown stays under the thumb, even when something more urgent comes in.
  if (current && current.number !== chosen) setChosen(current.number)
  const rest = lines.filter(({ number }) => number !== current?.number)
  const show = (number: string): void => {
    setChosen(number)
    scrollTo({ top: 0 })
  }
  return (
    <div className="sd-work">
      <PageHead title={say('我的工单', 'My tasks')} beside={<Tally person={person} open={lines.length} />} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && person !== '' && <Waiting />}
      {data && !current && (
        <Empty title={say('手上没有活', 'Nothing in hand')}>{say('派给您的单子会立刻出现在这里；也可以从下面抢一件。', 'What you are sent to appears here at once; you may also take one below.')}</Empty>
      )}
      <div className="sd-work-columns">
        {current && <Task key={current.number} line={current} />}
        <div className="hq-stack">
          {rest.length > 0 && (
            <section aria-label={say('接下来', 'Next')}>
              <h2 className="sd-work-group">
                {say('接下来', 'Next')} <span className="hq-secondary hq-figures">{rest.length}</span>
              </h2>
              <ul className="hq-cards">
                {rest.map((line) => (
                  <li key={line.number}>
                    <RepairCard line={line} onChoose={() => show(line.number)} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <FreeTasks onTaken={show} />
        </div>
      </div>
    </div>
  )
}

function Tally({ person, open }: { person: string; open: number }): ReactNode {
  const say = useSay()
  const { data } = useQuery({ ...finishedTodayQuery(person), enabled: person !== '' })
  return (
    <span className="sd-tally">
      <span className="hq-secondary">{say(`在手 ${open} 件`, `${open} in hand`)}</span>
      <FigureLink label={say('今天完工', 'Done today')} value={figure(data?.total ?? 0)} to={`${pathOfMatter(repair.id)}${queryText(finishedToday(person))}`} />
    </span>
  )
}

function FreeTasks({ onTaken }: { onTaken: (number: string) => void }): ReactNode {
  const say = useSay()
  const { data } = useQuery(freeQuery())
  const [open, setOpen] = useState(false)
  const lines = inOrder(data?.rows ?? [])
  if (lines.length === 0) return null
  return (
    <section aria-label={say('没人接的', 'Nobody’s yet')}>
      <button type="button" className="hq-more sd-free" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(`还没派人的 ${lines.length} 件，可以抢单`, `${lines.length} without a worker; take one`)}
      </button>
      {open && (
        <ul className="hq-cards">
          {lines.map((line) => (
            <li key={line.number}>
              <FreeTask line={line} onTaken={onTaken} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function FreeTask({ line, onTaken }: { line: RepairLine; onTaken: (number: string) => void }): ReactNode {
  const say = useSay()
  const { sending, problem, send } = useStepSender({ shown: line, step: 'take' })
  return (
    <>
      <RepairCard line={line} onChoose={() => void send({}).then((taken) => taken && onTaken(line.number))} note={<span className="sd-grab">{sending ? say('正在抢…', 'Taking…') : say('抢单', 'Take it')}</span>} />
      <ProblemNotice problem={problem} />
    </>
  )
}
