// 待我阅知 on the first screen: shown only while there is something to read.
import { call, ConsoleLink, StateTag, useSay } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ToRead } from '../../contract/index.ts'
import { pathOfDocument } from '../paths.ts'

export function Fill(_: { person: string | null }): ReactNode {
  const say = useSay()
  const { data } = useQuery({ queryKey: ['regulations', 'to-read'], queryFn: ({ signal }) => call<{ rows: readonly ToRead[] }>('/regulations/to-read', { signal }) })
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="hq-panel" aria-label={say('待我阅知', 'To be read by me')}>
      <h2>
        {say('待我阅知', 'To be read by me')} <span className="hq-figures">{rows.length}</span>
      </h2>
      <ul className="hq-plain-rows">
        {rows.map(({ document, version, until, late, reminded }) => (
          <li key={version} className="hq-row">
            <ConsoleLink to={pathOfDocument(document.id, version)}>{document.name}</ConsoleLink>
            <span className="hq-secondary hq-figures">{say(`${until} 前`, `by ${until}`)}</span>
            {late && <StateTag tone="overdue">{say('已逾期', 'overdue')}</StateTag>}
            {reminded && <StateTag tone="soon">{say('已催阅', 'reminded')}</StateTag>}
          </li>
        ))}
      </ul>
    </section>
  )
}
