// The workers 派给谁: the best first with the reason, each with trade and load; one is chosen, the button above sends.
import { Empty, Fault, StateTag, useNames, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { team } from '../../contract/index.ts'
import { handsQuery } from './dispatch-query.ts'
import type { Hand } from '../../contract/answers.ts'

export function HandList({ number, except, chosen, onChoose }: {
  number: string
  /** Who has it already. */
  except?: string | undefined
  chosen: Hand | null
  onChoose: (hand: Hand) => void
}): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const name = useId()
  const { data, error, refetch } = useQuery(handsQuery(number))
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const hands = data.rows.filter(({ person }) => person.id !== except)
  const fitting = hands.filter(({ fits }) => fits)
  const word = typed.trim()
  const found = word !== '' ? hands.filter((hand) => hand.person.name.includes(word) || hand.team.name.includes(word)) : all || fitting.length === 0 ? hands : fitting
  if (hands.length === 0) return <Empty title={say('没有班组负责这处场所', 'No team goes to this site')}>{say('请服务科在“班组”里登记负责场所。', 'The service officer enters it under Teams.')}</Empty>
  return (
    <div className="sd-hands">
      <input className="hq-native" type="search" value={typed} placeholder={say('找人或班组', 'Find a person or team')} aria-label={say('找人或班组', 'Find a person or team')} onChange={({ target }) => setTyped(target.value)} />
      <ul role="radiogroup" aria-label={say('派给谁', 'Whom to send')}>
        {found.map((hand, place) => (
          <li key={`${hand.person.id}${hand.team.id}`} role="presentation">
            <HandRow hand={hand} name={name} best={word === '' && place === 0 && hand.fits} order={place} chosen={chosen?.person.id === hand.person.id && chosen.team.id === hand.team.id} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {word === '' && fitting.length > 0 && fitting.length < hands.length && (
        <button type="button" className="hq-more" onClick={() => setAll(!all)}>
          {all ? say('只看对口工种', 'Only the right trade') : say(`其他工种 ${hands.length - fitting.length} 人`, `${hands.length - fitting.length} of other trades`)}
        </button>
      )}
    </div>
  )
}

function HandRow({ hand, name, best, order, chosen, onChoose }: { hand: Hand; name: string; best: boolean; order: number; chosen: boolean; onChoose: (hand: Hand) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const why = [
    hand.fits ? say('对口工种', 'right trade') : names.option(team.fields.trade, hand.trade),
    ...(hand.here ? [say('正在这处场所', 'at this site now')] : []),
    ...(hand.open === 0 ? [say('手上没活', 'nothing in hand')] : []),
  ]
  return (
    <label className="sd-hand">
      <input type="radio" name={name} checked={chosen} onChange={() => onChoose(hand)} />
      <span className="sd-hand-name">
        <strong>{hand.person.name}</strong>
        {best && <StateTag tone="done">{say('建议', 'Best')}</StateTag>}
        {order < 9 && <kbd aria-hidden="true">{order + 1}</kbd>}
      </span>
      <span className="hq-small hq-secondary">
        {hand.team.name} · {why.join(' · ')}
      </span>
      <span className="sd-load hq-small hq-figures">
        <span>{say(`在手 ${hand.open}`, `${hand.open} open`)}</span>
        {hand.overdue > 0 && <span className="hq-danger">{say(`超时 ${hand.overdue}`, `${hand.overdue} late`)}</span>}
        <span className="hq-secondary">{say(`今天完工 ${hand.finishedToday}`, `${hand.finishedToday} done today`)}</span>
      </span>
    </label>
  )
}
