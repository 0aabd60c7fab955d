// What a provision rests on, each ground with how it stands to the text; and that on the provision's own page.
import { call, ConsoleLink, queryText, StateTag, useNames, useSay } from '@houqin/web-kit'
import type { TagTone, WireRow } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { groundStandings } from '../../contract/index.ts'
import type { CheckedProvisions, Ground, GroundStanding } from '../../contract/index.ts'
import { pathOfArticle, pathOfDocument } from '../paths.ts'

const tones: Readonly<Record<GroundStanding, TagTone>> = { agrees: 'done', differs: 'overdue', noArticle: 'overdue', notHeld: 'waiting', unread: 'soon' }

export function useStandings(): Readonly<Record<GroundStanding, string>> {
  const say = useSay()
  return {
    agrees: say(groundStandings.agrees, 'Agrees with the article'),
    differs: say(groundStandings.differs, 'The article does not say so'),
    noArticle: say(groundStandings.noArticle, 'The document has no such article'),
    notHeld: say(groundStandings.notHeld, 'Text not held'),
    unread: say(groundStandings.unread, 'Number to be confirmed'),
  }
}

export function Grounds({ grounds }: { grounds: readonly Ground[] }): ReactNode {
  const say = useSay()
  const titles = useStandings()
  return (
    <ul>
      {grounds.map((ground, at) => (
        <li key={at} className="hq-row">
          <GroundLink ground={ground} />
          <StateTag tone={tones[ground.standing]}>{titles[ground.standing]}</StateTag>
          {ground.missing.length > 0 && <span className="hq-warning">{say(`条文里没有“${ground.missing.join('”“')}”`, `not in the article: ${ground.missing.join(', ')}`)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** On the page of the provision's row. */
export function Fill({ row }: { row: WireRow }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data } = useQuery({
    queryKey: ['regulations', 'provision', row.id],
    queryFn: ({ signal }) => call<CheckedProvisions>(`/regulations/provisions${queryText({ provision: row.id })}`, { signal }),
  })
  const { grounds = [], drives = [] } = data?.rows[0] ?? {}
  if (!data) return null
  return (
    <section className="hq-panel">
      <h2>{say('依据与原文', 'Grounds and texts')}</h2>
      {grounds.length === 0 ? <p className="hq-secondary">{say('未收录原文。', 'The text is not held.')}</p> : <Grounds grounds={grounds} />}
      {drives.length > 0 && (
        <>
          <h3>{say('驱动的依据', 'Standards it drives')}</h3>
          <ul className="hq-plain-rows">
            {drives.map(({ standard, title, parameter, value, unit }) => (
              <li key={`${standard} ${parameter}`}>
                <ConsoleLink to={`/standards/${standard}`}>{names.phrase(title)}</ConsoleLink> <span className="hq-secondary">{parameter} {value} {unit}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function GroundLink({ ground: { document, clause, of, article } }: { ground: Ground }): ReactNode {
  const text = `《${document}》${clause ?? ''}`
  if (of === null) return text
  return <ConsoleLink to={article === null ? pathOfDocument(of) : pathOfArticle({ id: article, document: { id: of } })}>{text}</ConsoleLink>
}
