// 门牌: what stands behind a door that was scanned: the room, who sits there and until when, what is allowed, open repairs, the plan; corrected on the spot.
import { Empty, Fault, PageHead, useGo, useMe, useSay, Waiting } from '@houqin/web-kit'
import type { WireRow } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { doorQuery, numberedRooms } from './door-query.ts'
import { Door } from './door.tsx'
import './door.css'

export function Screen(): ReactNode {
  const search = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const [code, room] = [search.get('code') ?? '', search.get('room') ?? '']
  return code || room ? <Found key={`${code} ${room}`} code={code} room={room} /> : <Finder />
}

function Found({ code, room }: { code: string; room: string }): ReactNode {
  const { data, error, refetch } = useQuery(doorQuery({ code, room }))
  if (!data && !error) return <Waiting lines={8} />
  if (data) return <Door sheet={data} code={code} />
  return (
    <>
      <Fault error={error} onRetry={() => void refetch()} />
      <Finder />
    </>
  )
}

function Finder(): ReactNode {
  const say = useSay()
  const go = useGo()
  const [typed, setTyped] = useState('')
  const [number, setNumber] = useState('')
  const { data, error, refetch, isFetching } = useQuery(numberedRooms(number))
  const own = useMe().roles.flatMap(({ site }) => (site ? [site.id] : []))
  // of the sites he answers for first
  const isOwn = ({ site }: WireRow): boolean => own.some((id) => typeof site === 'object' && site !== null && 'id' in site && site.id === id)
  const rows = number === '' ? [] : (data ?? []).toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  return (
    <div className="os-door hq-narrow">
      <PageHead title={say('门牌', 'At the door')} />
      <button type="button" className="os-door-scan" onClick={() => go('/scan?to=/office-space/door')}>{say('扫门上的码', 'Scan the code at the door')}</button>
      <form
        className="hq-panel hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          setNumber(typed.trim())
        }}
      >
        <label htmlFor="door-number">{say('码扫不出来？输入房号', 'No code at hand? Type the room number')}</label>
        <input id="door-number" className="hq-native" value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />
        <button type="submit" className="hq-more">{say('查找', 'Find')}</button>
      </form>
      {error && <Fault error={error} onRetry={() => void refetch()} />}
      {number !== '' && data && !isFetching && rows.length === 0 && <Empty title={say(`没有房号是 ${number} 的房间`, `No room has the number ${number}`)}>{say('核对门牌上的房号再找；同一房号在几栋楼里都有的，会一起列出来。', 'Check the number at the door; where several buildings have it, all are listed.')}</Empty>}
      <ul className="os-door-found" aria-label={say('找到的房间', 'Rooms found')}>
        {rows.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => go(`/office-space/door?room=${id}`)}>{name}</button>
          </li>
        ))}
      </ul>
    </div>
  )
}
