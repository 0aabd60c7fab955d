// 单位用房: one organ's establishment, what it has and may have by clause, its rooms and its people, and the button that asks for more.
import { ConsoleLink, dayText, Empty, Fault, figure, PageHead, pathOfMatter, pathOfRow, RowPicker, useCan, useGo, useMe, useNames, useSay, Waiting } from '@houqin/web-kit'
import { organ as organs, person, ranks } from '@houqin/people'
import { room as rooms } from '@houqin/places'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { roomRequest } from '../../contract/index.ts'
import { organLedgerQuery, planPath } from './ledger-query.ts'
import { StandingTable } from './standing-table.tsx'
import type { OrganLedger } from '../../contract/answers.ts'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const asked = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr })).get('organ') ?? ''
  const own = useMe().roles.find(({ organ }) => organ !== null)?.organ?.id ?? ''
  const { data, error, refetch } = useQuery(organLedgerQuery(asked || own))
  const asks = useCan(roomRequest.id)('start')
  return (
    <div className="os-ledger">
      <PageHead
        title={data ? data.organ.name : say('单位用房', 'Rooms of an organ')}
        beside={data && <span className="hq-secondary">{dayText(data.day, say)}</span>}
        actions={data && asks && <Button type="primary" size="large" onClick={() => go(`${pathOfMatter(roomRequest.id)}/new?organ=${data.organ.id}&what=allot`)}>{say('申请用房', 'Ask for rooms')}</Button>}
      />
      <RowPicker register={organs.id} chosen={data?.organ ?? null} clearable={false} label={say('换一个单位', 'Another organ')} onChange={(to) => to && go(`/office-space/organ?organ=${to.id}`)} />
      {error && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && (asked || own ? <Waiting lines={8} /> : <Empty title={say('选一个单位', 'Choose an organ')}>
            <p>{say('核定多少、现有多少、差多少，按条款逐行列出；下面是它的房间、人员和超标的。', 'What it may have, has and is over by, line by line with its clause; below its rooms, its people and what is too much.')}</p>
            <ConsoleLink to="/reports/office-space.rooms-by-organ">{say('各单位用房统计', 'Rooms by organ')}</ConsoleLink>
          </Empty>)}
      {data && !error && <Ledger ledger={data} />}
    </div>
  )
}

function Ledger({ ledger }: { ledger: OrganLedger }): ReactNode {
  const say = useSay()
  const names = useNames()
  const unseated = ledger.people.filter(({ rooms: own }) => own.length === 0).length
  const over = ledger.people.filter((one) => one.over !== null)
  const posts = Object.entries(ledger.posts).map(([rank, count]) => `${ranks[rank as keyof typeof ranks]} ${count}`) // keys are ranks
  return (
    <>
      <section className="hq-panel hq-stack" aria-label={say('核定与现有', 'Allowed and held')}>
        <p>{say(`编制 ${figure(ledger.establishment)} 名${posts.length > 0 ? `（领导职数：${posts.join('、')}）` : ''}，在座 ${figure(ledger.seated)} 人${unseated > 0 ? `,${figure(unseated)} 人没有座位` : ''}`, `Establishment ${ledger.establishment}; ${ledger.seated} seated${unseated > 0 ? `, ${unseated} without a seat` : ''}`)}
          {ledger.perPerson !== null && say(`，人均办公室 ${ledger.perPerson} ㎡`, `, ${ledger.perPerson} ㎡ of office each`)}</p>
        <StandingTable standing={ledger} />
      </section>
      {over.length > 0 && (
        <section className="hq-panel hq-stack" aria-label={say('超标', 'Over the limit')}>
          <h2>{say(`超标 ${over.length} 人`, `${over.length} over the limit`)}</h2>
          <ul className="hq-plain-rows">{over.map(({ id, over: says }) => <li key={id}><ConsoleLink to={pathOfRow(person.id, id)}>{says}</ConsoleLink></li>)}</ul>
        </section>
      )}
      <section className="hq-panel hq-stack" aria-label={say('房间', 'Rooms')}>
        <h2>{say(`房间 ${figure(ledger.rooms.length)} 间`, `${figure(ledger.rooms.length)} rooms`)}</h2>
        <ul className="os-rows hq-thumbs">
          {ledger.rooms.map((one) => (
            <li key={one.id}>
              <ConsoleLink to={pathOfRow(rooms.id, one.id)}>{one.name}</ConsoleLink>
              <span className="hq-secondary">{names.option(rooms.fields.use, one.use)}{one.kind === 'joint' && say('，合用', ', joint')}</span>
              <span className="hq-figures">{figure(one.area, 2)} ㎡</span>
              <span className="hq-secondary">{one.people > 0 ? say(`${one.people} 人`, `${one.people} people`) : one.use === 'office' ? say('空', 'empty') : ''}</span>
              {one.drawn && <ConsoleLink to={planPath(one)}>{say('看图', 'On the plan')}</ConsoleLink>}
            </li>
          ))}
        </ul>
      </section>
      <section className="hq-panel hq-stack" aria-label={say('人员', 'People')}>
        <h2>{say(`人员 ${figure(ledger.people.length)} 人`, `${figure(ledger.people.length)} people`)}</h2>
        <ul className="os-rows hq-thumbs">
          {ledger.people.map((one) => (
            <li key={one.id}>
              <ConsoleLink to={pathOfRow(person.id, one.id)}>{one.name}</ConsoleLink>
              <span className="hq-secondary">{names.option(person.fields.rank, one.rank)}</span>
              {one.rooms.length === 0 ? <strong className="hq-danger">{say('没有座位', 'No seat')}</strong> : <span>{one.rooms.map(({ name, people }) => (people > 1 ? say(`${name}（${people} 人）`, `${name} (${people})`) : name)).join(say('、', ', '))}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
