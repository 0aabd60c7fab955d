// 现场清查: one room after another with a telephone in hand: scan the door or take the next, confirm in one tap, or say what differs.
import { ConsoleLink, DueText, Empty, Fault, PageHead, pathOfMatter, useGo, useMe, useNames, useSay, Waiting } from '@houqin/web-kit'
import { placesOfficer } from '@houqin/places'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { census } from '../../contract/index.ts'
import { censusQuery, openCensuses } from './census-query.ts'
import { Walk, walkedKey } from './census-walk.tsx'
import './census.css'

export function Screen(): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const search = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const code = search.get('code') ?? ''
  const number = search.get('number') ?? (code ? (sessionStorage.getItem(walkedKey) ?? '') : '')
  const at = search.get('room') ?? ''
  const opens = useMe().roles.some(({ role }) => role === placesOfficer.role)
  const { data, error, refetch } = useQuery(openCensuses)
  const [only, second] = data?.rows ?? []
  const chosen = number || (only && !second ? only.number : '')
  if (chosen) return <One key={chosen} number={chosen} code={code} at={at} />
  if (error && !data) return <Fault title={say('现场清查', 'Count on the spot')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  return (
    <div className="hq-narrow">
      <PageHead title={say('现场清查', 'Count on the spot')} />
      {data.rows.length === 0 ? (
        <Empty title={say('没有正在进行的清查', 'No census is under way')}>
          {opens ? <ConsoleLink to={`${pathOfMatter(census.id)}/new`}>{say('选一处场所，开始清查', 'Choose a site and open one')}</ConsoleLink> : say('由场所管理员开始后，会出现在这里。', 'It appears here when the places officer opens one.')}
        </Empty>
      ) : (
        <ul className="hq-stack">
          {data.rows.map((one) => (
            <li key={one.number}>
              <button type="button" className="hq-panel os-census-choice" onClick={() => go(`/office-space/census?number=${one.number}`)}>
                <strong>{names.told(one.subject, census)}</strong>
                <DueText dueAt={one.dueAt} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function One({ number, code, at }: { number: string; code: string; at: string }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(censusQuery(number))
  if (error && !data) return <Fault title={say('现场清查', 'Count on the spot')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return <Walk sheet={data} code={code} at={at} />
}
