// 审批依据: on the request's page, how the organ stands by clause, what the pool offers first, and the rooms proposed with the way to the plan.
import { ConsoleLink, Fault, figure, pathOfRow, useNames, useSay, Waiting } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { room as rooms } from '@houqin/places'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { basisQuery, planPath } from './ledger-query.ts'
import { StandingTable } from './standing-table.tsx'

export function Fill({ matter }: { matter: WireMatter }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data, error, refetch } = useQuery({ ...basisQuery(matter.number, matter.version), placeholderData: (before) => before })
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const { standing, pool, proposed } = data
  return (
    <section className="hq-panel hq-stack" aria-label={say('审批依据', 'What is decided upon')}>
      <h2>{say('审批依据', 'What is decided upon')}</h2>
      <p><ConsoleLink to={`/office-space/organ?organ=${standing.organ.id}`}>{standing.organ.name}</ConsoleLink> {say(`编制 ${figure(standing.establishment)} 名`, `establishment ${figure(standing.establishment)}`)}</p>
      <StandingTable standing={standing} />
      {proposed.length > 0 && (
        <>
          <h3>{say('拟安排', 'Proposed')}</h3>
          <ul className="os-rows hq-thumbs">
            {proposed.map((one) => (
              <li key={one.id}>
                <ConsoleLink to={pathOfRow(rooms.id, one.id)}>{one.name}</ConsoleLink>
                <span className="hq-secondary">{names.option(rooms.fields.use, one.use)}</span>
                <span className="hq-figures">{figure(one.area, 2)} ㎡</span>
                <span>{one.free ? say('空闲', 'free') : say('有使用者', 'in use')}</span>
                {one.drawn && <ConsoleLink to={planPath(one)}>{say('看图', 'On the plan')}</ConsoleLink>}
              </li>
            ))}
          </ul>
        </>
      )}
      {pool !== null && (
        <>
          <h3>{say(`调剂池：核定面积以内合用的空房 ${figure(pool.count)} 间`, `The pool: ${figure(pool.count)} free rooms that fit`)}</h3>
          <ul className="os-rows hq-thumbs">
            {pool.rooms.slice(0, 8).map((one) => (
              <li key={one.id}>
                <ConsoleLink to={pathOfRow(rooms.id, one.id)}>{one.name}</ConsoleLink>
                <span className="hq-figures">{figure(one.area, 2)} ㎡</span>
                {one.near && <span className="hq-secondary">{say('本单位所在场所', 'where the organ is')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
