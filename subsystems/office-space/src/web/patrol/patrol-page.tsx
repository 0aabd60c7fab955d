// 用房巡查: with a telephone a building door by door; at the desk how the sites stand, what is still otherwise than the ledger, and what comes round.
import { ConsoleLink, DueText, Empty, Fault, figure, FigureLink, OneSite, PageHead, pathOfMatter, pathOfNumber, pathOfStandard, queryText, useCan, useGo, useNames, useSay, useSite, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { asSeen, redress, roomPatrol } from '../../contract/index.ts'
import type { PatrolBoard } from '../../contract/index.ts'
import { boardQuery, patrolQuery } from './patrol-query.ts'
import { PatrolWalk, patrolledKey } from './patrol-walk.tsx'
import { RoundsSheet } from './rounds-sheet.tsx'
import '../ledger/ledger.css'
import './patrol.css'

export function Screen(): ReactNode {
  const search = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const [code, at] = [search.get('code') ?? '', search.get('room') ?? '']
  const number = search.get('number') ?? (code ? (sessionStorage.getItem(patrolledKey) ?? '') : '')
  return number ? <One key={number} number={number} code={code} at={at} /> : <Board />
}

function One({ number, code, at }: { number: string; code: string; at: string }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(patrolQuery(number))
  if (error && !data) return <Fault title={say('逐间巡查', 'Door by door')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return <PatrolWalk sheet={data} code={code} at={at} />
}

function Board(): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const starts = useCan(roomPatrol.id)('start')
  const [planning, setPlanning] = useState(false)
  const { site: at, change } = useSite()
  const { data, error, refetch } = useQuery(boardQuery)
  if (error && !data) return <Fault title={say('逐间巡查', 'Door by door')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const open = data.sites.flatMap((site) => site.open)
  const begin = `${pathOfMatter(roomPatrol.id)}/new`
  return (
    <div className="os-ledger">
      <PageHead
        title={say('逐间巡查', 'Door by door')}
        beside={at !== '' && <OneSite site={at} onAll={() => change('')} />}
        actions={starts && (
          <>
            <Button size="large" onClick={() => setPlanning(true)}>{say('周期', 'Comes round')}</Button>
            <Button type="primary" size="large" onClick={() => go(begin)}>{say('开始巡查', 'Begin a patrol')}</Button>
          </>
        )}
      />
      <div className="os-totals">
        <FigureLink label={say('正在巡查', 'Being walked')} value={figure(data.patrols.length)} unit={say('栋', '')} to={`${pathOfMatter(roomPatrol.id)}?where.state=walking`} />
        <FigureLink label={say('与台账不符的房间', 'Rooms otherwise than the ledger')} value={figure(open.length)} unit={say('间', '')} to={pathOfStandard(asSeen.id)} />
        <FigureLink label={say('其中还没有整改', 'Of them without a redress')} value={figure(open.filter((one) => one.redress === null).length)} unit={say('间', '')} to={pathOfStandard(asSeen.id)} />
      </div>
      <section className="hq-panel hq-stack" aria-label={say('正在巡查', 'Being walked')}>
        <h2>{say('正在巡查', 'Being walked')}</h2>
        {data.patrols.length === 0 && (
          <Empty title={say('没有正在走的巡查', 'Nothing is being walked')}>
            {starts ? <ConsoleLink to={begin}>{say('选一栋楼开始，或排好周期到时自动出现', 'Choose a building, or let it come round')}</ConsoleLink> : say('由驻点负责人或场所管理员开始。', 'A steward or the places officer begins one.')}
          </Empty>
        )}
        <ul className="os-patrol-open">
          {data.patrols.map((one) => (
            <li key={one.number}>
              <button type="button" onClick={() => go(`/office-space/patrol?number=${one.number}`)}>
                <strong>{names.told(one.subject, roomPatrol)}</strong>
                <span className="hq-secondary">{one.site}</span>
                <progress value={one.seen} max={Math.max(1, one.rooms)} aria-label={say('进度', 'Progress')} />
                <span className="hq-figures">{say(`${figure(one.seen)} / ${figure(one.rooms)} 间，${figure(one.differing)} 间不符`, `${one.seen} of ${one.rooms} rooms, ${one.differing} differ`)}</span>
                <DueText dueAt={one.dueAt} />
              </button>
            </li>
          ))}
        </ul>
      </section>
      {data.sites.filter(({ id }) => at === '' || id === at).map((site) => <Site key={site.id} site={site} />)}
      {planning && <RoundsSheet onClose={() => setPlanning(false)} />}
    </div>
  )
}

function Site({ site: { name, rooms, seen, open } }: { site: PatrolBoard['sites'][number] }): ReactNode {
  const say = useSay()
  const mends = useCan(redress.id)('start')
  return (
    <section className="hq-panel hq-stack" aria-label={name}>
      <h2>{name}</h2>
      <p className="hq-secondary hq-figures">{say(`一年内看过 ${figure(seen)} / ${figure(rooms)} 间；${open.length === 0 ? '都与台账一致' : `${figure(open.length)} 间还没有销号`}`, `${seen} of ${rooms} rooms seen within a year; ${open.length === 0 ? 'all as the ledger' : `${open.length} still differ`}`)}</p>
      <ul className="os-patrol-found">
        {open.map(({ room, findings, redress: number }) => (
          <li key={room.id}>
            <p className="hq-row">
              <ConsoleLink to={`/office-space/door?room=${room.id}`}>{room.name}</ConsoleLink>
              {number !== null && <ConsoleLink to={pathOfNumber(redress.id, number)}>{say(`整改 ${number}`, `Redress ${number}`)}</ConsoleLink>}
              {number === null && mends && <ConsoleLink to={`${pathOfMatter(redress.id)}/new${queryText({ room: room.id, what: findings.map(({ says, advice }) => `${says}。${advice}。`).join('\n') })}`}>{say('发起整改', 'Have it put right')}</ConsoleLink>}
            </p>
            {findings.map(({ says, advice, cite }) => (
              <p key={says}>
                <span className="hq-danger">{says}</span> <span className="hq-secondary">{advice} · </span><ConsoleLink to={pathOfStandard(asSeen.id)}>{cite}</ConsoleLink>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
