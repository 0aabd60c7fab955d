// What points to a row: one tab for every register that does, its first rows, and a way to all of them.
import type { LinkCount } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { choicesQuery } from '../api/queries.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { figure } from '../format/quantity.ts'
import { pathOfRegister, pathOfRow } from '../parts/paths.ts'
import { useSay, useToldOf, useWordsOf } from '../words/words.tsx'

export function LinkedRows({ link, id }: { link: LinkCount; id: string }): ReactNode {
  const say = useSay()
  const told = useToldOf()
  useWordsOf(link.register)
  const { data, error, refetch } = useQuery(choicesQuery(link.register, '', { [`where.${link.field}`]: id }))
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={3} />
  return (
    <div className="hq-stack">
      <ul className="hq-plain-rows">
        {data.rows.map((row) => (
          <li key={row.id}>
            <ConsoleLink to={pathOfRow(link.register, row.id)}>{told(link.register, row.name)}</ConsoleLink>
          </li>
        ))}
      </ul>
      {link.count > data.rows.length && (
        <ConsoleLink to={`${pathOfRegister(link.register)}?where.${link.field}=${encodeURIComponent(id)}`}>
          {say(`全部 ${figure(link.count)} 条`, `All ${figure(link.count)}`)}
        </ConsoleLink>
      )}
    </div>
  )
}
