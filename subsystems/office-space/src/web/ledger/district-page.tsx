// 全区用房总账: three totals that open to their rows, rooms by use with what is free, states of rooms, and who has no seat.
import { ChipChoice, ConsoleLink, dayText, Fault, figure, FigureLink, PageHead, pathOfRow, useGo, useNames, useSay, useSite, Waiting } from '@houqin/web-kit'
import { person } from '@houqin/people'
import { room as rooms, roomUses } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { roomState } from '../../contract/index.ts'
import { districtQuery, freeRoomsQuery, planPath, unseatedQuery } from './ledger-query.ts'
import './ledger.css'

export function Screen(): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  // a figure of one site or one use opens its free rooms
  const search = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const { site: at } = useSite()
  const use = (Object.keys(roomUses) as RoomUse[]).find((key) => key === search.get('use')) ?? 'office'
  const freeOf = (key: RoomUse): string => `/office-space/district?${new URLSearchParams({ ...Object.fromEntries(search), use: key }).toString()}`
  const { data, error, refetch } = useQuery(districtQuery)
  if (error && !data) return <Fault title={say('全区用房总账', 'Rooms of the district')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const { totals, opens, uses, states, people } = data
  return (
    <div className="os-ledger">
      <PageHead title={say('全区用房总账', 'Rooms of the district')} beside={<span className="hq-secondary">{dayText(data.day, say)}</span>} />
      <div className="os-totals">
        <FigureLink label={say('场所', 'Sites')} value={figure(totals.sites)} unit={say('处', '')} to={opens.sites} />
        <FigureLink label={say('使用单位', 'Organs')} value={figure(totals.organs)} unit={say('个', '')} to={opens.organs} />
        <FigureLink label={say('证载建筑面积', 'Certified built area')} value={figure(totals.area, 2)} unit="㎡" to={opens.area} />
        <FigureLink label={say('没有座位的人', 'People without a seat')} value={figure(people.without)} unit={say(`人 / ${figure(people.all)}`, `of ${figure(people.all)}`)} to="/office-space/district#unseated" />
      </div>
      <section className="hq-panel hq-stack" aria-label={say('按用房类别', 'By use')}>
        <h2>{say('按用房类别（使用面积）', 'By use (usable area)')}</h2>
        <table className="os-standing hq-figures">
          <thead><tr><th>{say('类别', 'Use')}</th><th>{say('间', 'Rooms')}</th><th>㎡</th><th>{say('空闲', 'Free')}</th></tr></thead>
          <tbody>
            {uses.map((one) => (
              <tr key={one.use}>
                <th scope="row"><ConsoleLink to={`${opens.rooms}?where.use=${one.use}`}>{names.option(rooms.fields.use, one.use)}</ConsoleLink></th>
                <td>{figure(one.rooms)}</td>
                <td>{figure(one.area, 2)}</td>
                <td>{one.pooled ? <ConsoleLink to={`/office-space/district?use=${one.use}&site=#free`}>{say(`${figure(one.free)} 间 ${figure(one.freeArea, 2)} ㎡`, `${figure(one.free)}, ${figure(one.freeArea, 2)} ㎡`)}</ConsoleLink> : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {states.length > 0 && (
          <ul className="os-rows hq-thumbs">
            {states.map(({ state, rooms: count, area }) => (
              <li key={state}><ConsoleLink to={`${opens.states}?where.state=${state}`}>{names.option(roomState.fields.state, state)}</ConsoleLink><span className="hq-figures">{say(`${figure(count)} 间，${figure(area, 2)} ㎡`, `${figure(count)} rooms, ${figure(area, 2)} ㎡`)}</span></li>
            ))}
          </ul>
        )}
      </section>
      <section className="hq-panel hq-stack" id="free" aria-label={say('空房', 'Free rooms')}>
        <h2>{say('空房', 'Free rooms')}</h2>
        <p className="hq-secondary">{say('可以调剂给单位的办公室和服务用房；设备、附属和技术业务用房以及卫生间、开水间不进调剂池。', 'Offices and service rooms that an organ can be given; equipment, ancillary and technical rooms, toilets and pantries are not in the pool.')}</p>
        <ChipChoice options={uses.filter(({ pooled }) => pooled).map((one) => ({ key: one.use, label: names.option(rooms.fields.use, one.use) }))} chosen={[use]} onChange={([to]) => go(freeOf((to ?? 'office') as RoomUse), { replace: true })} />
        {at !== '' && <p><ConsoleLink to="/office-space/district?site=">{say('只列这一处场所的空房；看全区', 'Only free rooms of this site; see the district')}</ConsoleLink></p>}
        <FreeRooms key={`${use} ${at}`} use={use} site={at} />
      </section>
      <Unseated />
    </div>
  )
}

const [aFew, many] = [40, 1_000]
function FreeRooms({ use, site }: { use: RoomUse; site: string }): ReactNode {
  const say = useSay()
  const [listed, setListed] = useState(aFew)
  const { data, error, isFetching, refetch } = useQuery({ ...freeRoomsQuery(use, site, listed), placeholderData: (before) => before })
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={4} />
  if (data.count === 0) return <p className="hq-secondary">{say('没有空房。', 'No room is free.')}</p>
  return (
    <>
      <p>{say(`共 ${figure(data.count)} 间，${figure(data.area, 2)} ㎡${data.count > data.rooms.length ? `，列出 ${data.rooms.length} 间` : ''}`, `${figure(data.count)} rooms, ${figure(data.area, 2)} ㎡`)}</p>
      <ul className="os-rows hq-thumbs">
        {data.rooms.map((one) => (
          <li key={one.id}>
            <ConsoleLink to={pathOfRow(rooms.id, one.id)}>{one.name}</ConsoleLink>
            <span className="hq-figures">{figure(one.area, 2)} ㎡</span>
            <ConsoleLink to={planPath(one)}>{say('看图', 'On the plan')}</ConsoleLink>
          </li>
        ))}
      </ul>
      {data.count > data.rooms.length && listed < many && <Button size="large" loading={isFetching} onClick={() => setListed(many)}>{data.count > many ? say(`列出前 ${figure(many)} 间`, `List ${figure(many)}`) : say('列出全部', 'List all')}</Button>}
    </>
  )
}

function Unseated(): ReactNode {
  const say = useSay()
  const { data } = useQuery(unseatedQuery)
  if (!data || data.rows.length === 0) return null
  return (
    <section className="hq-panel hq-stack" id="unseated" aria-label={say('没有座位的人', 'People without a seat')}>
      <h2>{say(`没有座位的人 ${figure(data.rows.length)} 人`, `${figure(data.rows.length)} people without a seat`)}</h2>
      <ul className="os-rows hq-thumbs">
        {data.rows.map((one) => (
          <li key={one.person.id}>
            <ConsoleLink to={pathOfRow(person.id, one.person.id)}>{one.person.name}</ConsoleLink>
            <ConsoleLink to={`/office-space/organ?organ=${one.organ.id}`}>{one.organ.name}</ConsoleLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
