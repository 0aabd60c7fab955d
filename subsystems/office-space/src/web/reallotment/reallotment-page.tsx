// 用房调剂方案: the fewest moves that put right what breaks the limits, to be changed and tried again, seen on the plan, and ordered.
import { ChipChoice, ConsoleLink, dayAfter, DayInput, dayOf, Empty, PageHead, pathOfMatter, ProblemError, ProblemNotice, RowPicker, useCan, useNow, useSay, useToast } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { organ as organs } from '@houqin/people'
import { building as buildings } from '@houqin/places'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { redress } from '../../contract/index.ts'
import { MovesOnPlan } from './moves-on-plan.tsx'
import { askProposal, keyOfMove, orderMoves } from './reallotment-query.ts'
import type { Asked } from './reallotment-query.ts'
import '../plan/plan.css'
import './reallotment.css'
import type { Move, Proposal } from '../../contract/answers.ts'

type Range = 'organ' | 'building' | 'district'
const monthAhead = 30

export function Screen(): ReactNode {
  const say = useSay()
  const [range, setRange] = useState<Range>('organ')
  const [asked, setAsked] = useState<Asked>({ organ: null, building: null, locked: [], forbidden: [] })
  const proposal = useMutation({ mutationFn: askProposal })
  const ask = (change: Partial<Asked> = {}): void => {
    const next = { ...asked, ...change }
    setAsked(next)
    proposal.mutate(next)
  }
  const choose = (to: Partial<Asked>): void => {
    setAsked({ organ: null, building: null, locked: [], forbidden: [], ...to })
    proposal.reset()
  }
  const whole = range === 'district' || asked[range] !== null
  return (
    <div className="os-moves">
      <PageHead title={say('用房调剂方案', 'Re-allotment')} />
      <div className="os-bar">
        <ChipChoice
          options={[{ key: 'organ', label: say('一个单位', 'An organ') }, { key: 'building', label: say('一栋楼', 'A building') }, { key: 'district', label: say('全区', 'The district') }]}
          chosen={[range]} onChange={([to]) => {
            setRange(to as Range)
            choose({})
          }}
        />
        {range === 'organ' && <RowPicker register={organs.id} chosen={asked.organ} label={say('单位', 'Organ')} onChange={(organ: Ref | null) => choose({ organ })} />}
        {range === 'building' && <RowPicker register={buildings.id} chosen={asked.building} label={say('楼栋', 'Building')} onChange={(building: Ref | null) => choose({ building })} />}
        <Button type="primary" size="large" disabled={!whole} loading={proposal.isPending} onClick={() => ask()}>
          {say('算一算怎么调', 'Work it out')}
        </Button>
      </div>
      {proposal.isPending && <output>{say('正在求解，单位和楼栋一般几秒，全区最多一分钟…', 'Solving: seconds for an organ or a building, up to a minute for the district…')}</output>}
      {proposal.error instanceof ProblemError && <ProblemNotice problem={proposal.error} />}
      {!proposal.data && !proposal.isPending && !proposal.error && (
        <Empty title={say('选一个范围，算出步数最少的调剂办法', 'Choose what to look at, and the fewest moves are worked out')}>
          {say('只用现有的房间：单位自己的和没有分配的。职级上限、一人一处、单位用房、保密部位都不会破。', 'With the rooms there are, the organ’s own and those of the pool; limits, one office each, rooms of others and kept parts are never broken.')}
        </Empty>
      )}
      {proposal.data && <Proposed proposal={proposal.data} asked={asked} busy={proposal.isPending} ask={ask} />}
    </div>
  )
}

function Proposed({ proposal, asked, busy, ask }: { proposal: Proposal; asked: Asked; busy: boolean; ask: (change: Partial<Asked>) => void }): ReactNode {
  const say = useSay()
  const { before, moves, left, locked, forbidden, fewest } = proposal
  const [seen, setSeen] = useState<Move | null>(null)
  if (before === 0) return <Empty title={say('这个范围里没有超标，不用调', 'Nothing breaks the limits here')}>{say('换一个单位或楼栋看。', 'Look at another organ or building.')}</Empty>
  return (
    <>
      <p><output className="os-sum hq-figures">
        {say(`现有 ${before} 处不合规定；${moves.length} 步后还剩 ${left.length} 处。`, `${before} breaches today; after ${moves.length} moves ${left.length} are left.`)}{' '}
        <span className="hq-secondary">{fewest ? say('已证明没有更少的办法。', 'Proven: no fewer moves do it.') : say('这是较好的办法，未证明是最少。', 'A good way; not proven the fewest.')}</span>
      </output></p>
      {left.length > 0 && (
        <details className="hq-warning">
          <summary>{say(`现有房间解决不了的 ${left.length} 处`, `${left.length} that the rooms there are cannot clear`)}</summary>
          <ul>{left.map((one, at) => <li key={at}>{one}</li>)}</ul>
          {say('可以放开锁定的人或房间再算，或改作合用、隔断。', 'Release people or rooms and try again, or share and partition rooms.')}
        </details>
      )}
      {(locked.length > 0 || forbidden.length > 0) && (
        <p className="os-settled">
          {locked.map(({ id, name }) => (
            <Button key={id} onClick={() => ask({ locked: asked.locked.filter((one) => one !== id) })}>{say(`${name}不动 ×`, `${name} stays ×`)}</Button>
          ))}
          {forbidden.map(({ id, name }) => (
            <Button key={id} onClick={() => ask({ forbidden: asked.forbidden.filter((one) => one !== id) })}>{say(`不用 ${name} ×`, `without ${name} ×`)}</Button>
          ))}
        </p>
      )}
      {moves.length > 0 && (
        <div className="os-moves-body">
          <Moves moves={moves} asked={asked} busy={busy} ask={ask} seen={seen} onSee={setSeen} />
          <MovesOnPlan moves={moves} seen={seen ?? moves[0] ?? null} />
        </div>
      )}
    </>
  )
}

function Moves({ moves, asked, busy, ask, seen, onSee }: { moves: readonly Move[]; asked: Asked; busy: boolean; ask: (change: Partial<Asked>) => void; seen: Move | null; onSee: (move: Move) => void }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const writes = useCan(redress.id)('start')
  const today = dayOf(useNow())
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [until, setUntil] = useState(dayAfter(today, monthAhead))
  const order = useMutation({
    mutationFn: orderMoves,
    onSuccess: ({ numbers }) => toast({ says: say(`已转办 ${numbers.length} 件整改。`, `${numbers.length} redress matters were started.`) }),
  })
  const chosen = moves.filter((move) => move.open === null && !left.has(keyOfMove(move)))
  return (
    <section aria-label={say('调剂步骤', 'Moves')}>
      <ol className="os-steps">
        {moves.map((move) => {
          const key = keyOfMove(move)
          const { person, to, says, why, open } = move
          return (
            <li key={key} className="hq-card" data-seen={seen === move}>
              <label>
                <input type="checkbox" checked={open === null && !left.has(key)} disabled={open !== null} onChange={({ target }) => setLeft((was) => new Set(target.checked ? [...was].filter((one) => one !== key) : [...was, key]))} />
                <strong>{says}</strong>
              </label>
              <span className="hq-secondary">{say(`为了：${why}`, `For: ${why}`)}</span>
              {open !== null && <span>{say('已在整改：', 'Under way: ')}<ConsoleLink to={`${pathOfMatter(redress.id)}/${open}`}>{open}</ConsoleLink></span>}
              <span className="hq-row">
                <Button onClick={() => onSee(move)}>{say('看图', 'On the plan')}</Button>
                {person && <Button disabled={busy} onClick={() => ask({ locked: [...asked.locked, person.id] })}>{say('这个人不动', 'He stays')}</Button>}
                <Button disabled={busy} onClick={() => ask({ forbidden: [...asked.forbidden, (to ?? move.from).id] })} hidden={to === null && move.kind !== 'return'}>{say('不用这间', 'Not this room')}</Button>
              </span>
            </li>
          )
        })}
      </ol>
      {writes && (
        <div className="os-order">
          <span>{say('改好的期限', 'Done by')}</span>
          <DayInput value={until} label={say('改好的期限', 'Done by')} onChange={setUntil} />
          <Button type="primary" size="large" disabled={chosen.length === 0 || order.isSuccess} loading={order.isPending} onClick={() => order.mutate({ moves: chosen, until })}>
            {say(`转办 ${chosen.length} 件整改`, `Order ${chosen.length} moves`)}
          </Button>
        </div>
      )}
      {order.error instanceof ProblemError && <ProblemNotice problem={order.error} />}
      {order.data && (
        <p>
          {say('已转办：', 'Started: ')}
          {order.data.numbers.map((number) => <ConsoleLink key={number} to={`${pathOfMatter(redress.id)}/${number}`}>{number} </ConsoleLink>)}
        </p>
      )}
    </section>
  )
}
