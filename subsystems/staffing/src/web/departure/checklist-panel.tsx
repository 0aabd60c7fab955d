// 交接清单: on the matter's page, everything he still holds and owes, kind by kind, each with the button that settles it.
import { ConsoleLink, Fault, useSay, Waiting } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { checklistId, grouped, itemsQuery, pathOfItem } from './items.ts'
import type { ListedForReader } from '../../contract/answers.ts'
import { SettleSheet } from './settle-sheet.tsx'
import type { Way } from './settle-sheet.tsx'
import './departure.css'

interface Chosen {
  readonly way: Way
  readonly items: readonly ListedForReader[]
}

export function Fill({ matter }: { matter: WireMatter }): ReactNode {
  const say = useSay()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { data, error, refetch } = useQuery({ ...itemsQuery(matter), placeholderData: (before) => before })
  if (matter.state === 'closed' || matter.state === 'dropped') return null
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const open = data.rows.filter(({ state }) => state === 'open')
  return (
    <section className="hq-panel hq-stack" id={checklistId} aria-label={say('交接清单', 'Checklist')}>
      <h2>{say('交接清单', 'Checklist')}</h2>
      <p className={open.length > 0 ? '' : 'hq-secondary'}>
        {open.length > 0
          ? say(`还有 ${open.length} 项要办；全部办完才能结清。`, `${open.length} still to settle; the matter is closed when none is left.`)
          : matter.state === 'gone' ? say('没有未结的了，可以结清。', 'Nothing is left: it can be closed.') : say('没有要办的了；到离岗日由系统办理。', 'Nothing is left; the system does the rest on the day.')}
      </p>
      {grouped(data.rows).map(({ group, items }) => (
        <Group key={group} group={group} items={items} onChoose={setChosen} />
      ))}
      {chosen && <SettleSheet matter={matter} way={chosen.way} items={chosen.items} onClose={() => setChosen(null)} />}
    </section>
  )
}

function Group({ group, items, onChoose }: { group: string; items: readonly ListedForReader[]; onChoose: (chosen: Chosen) => void }): ReactNode {
  const say = useSay()
  const together = items.filter(({ state, may, ways }) => state === 'open' && may && ways.includes('hand'))
  return (
    <div>
      <h3 className="hq-group hq-row st-departure-group">
        <span>
          {group} <span className="hq-secondary hq-figures">{items.length}</span>
        </span>
        {together.length > 1 && (
          <Button size="small" onClick={() => onChoose({ way: 'hand', items: together })}>
            {say(`${together.length} 项交给同一个人`, `Hand all ${together.length} to one person`)}
          </Button>
        )}
      </h3>
      <ul className="hq-plain-rows">
        {items.map((item) => (
          <li key={item.key} className="st-departure-item">
            <Named item={item} />
            <Doing item={item} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Named({ item }: { item: ListedForReader }): ReactNode {
  const path = pathOfItem(item)
  return (
    <p>
      {path === null ? item.title : <ConsoleLink to={path}>{item.title}</ConsoleLink>}
      {item.detail && <span className="hq-secondary hq-small"> {item.detail}</span>}
    </p>
  )
}

function Doing({ item, onChoose }: { item: ListedForReader; onChoose: (chosen: Chosen) => void }): ReactNode {
  const say = useSay()
  const { state, reason, handed, planned, may, ways, byApprovalOfficer } = item
  if (state === 'waived') return <p className="hq-secondary hq-small">{say(`不办：${reason ?? ''}`, `Left as it is: ${reason ?? ''}`)}</p>
  const buttons = may && (
    <span className="hq-row st-departure-ways">
      {ways.includes('hand') && !handed && (
        <Button type={state === 'open' ? 'primary' : 'default'} ghost={state === 'open'} onClick={() => onChoose({ way: 'hand', items: [item] })}>
          {say('移交', 'Hand over')}
        </Button>
      )}
      {ways.includes('end') && <Button onClick={() => onChoose({ way: 'end', items: [item] })}>{say('收回', 'Take back')}</Button>}
      {state === 'open' && (
        <Button type="text" onClick={() => onChoose({ way: 'waive', items: [item] })}>
          {say('不办', 'Leave it')}
        </Button>
      )}
    </span>
  )
  return (
    <div className="st-departure-doing">
      {state === 'by-itself' && <span className="hq-secondary hq-small">{planned?.to ? say(`到日交给${planned.to}`, `Goes to ${planned.to} on the day`) : planned ? say('到日收回', 'Taken back on the day') : handed ? say('已为接手人申请', 'Asked for the successor') : say('到日自动结束', 'Ends on the day')}</span>}
      {state === 'open' && !may && <span className="hq-secondary hq-small">{byApprovalOfficer ? say('由审批管理员办理', 'For the approval officer') : say('由人员管理员办理', 'For the people officer')}</span>}
      {buttons}
    </div>
  )
}
