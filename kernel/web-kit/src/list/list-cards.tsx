// The list on a telephone: a card per row with its name, its state and two facts.
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { useSay } from '../words/words.tsx'
import type { Card, ListSource } from './derived-list.tsx'
import { useRowKeys } from './row-keys.ts'

export function ListCards<R>({ source, rows, more }: {
  source: ListSource<R>
  rows: readonly R[]
  more: { readonly loading: boolean; readonly load: () => void } | null
}): ReactNode {
  const say = useSay()
  const list = useRef<HTMLUListElement>(null)
  useRowKeys(list)
  return (
    <>
      <ul ref={list} className="hq-cards" aria-label={source.title}>
        {rows.map((row) => (
          <li key={source.key(row)}>
            <RowCard card={source.card(row)} to={source.path(row)} />
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" className="hq-more hq-cards-more" disabled={more.loading} onClick={more.load}>
          {more.loading ? say('正在载入…', 'Loading…') : say('载入更多', 'Load more')}
        </button>
      )}
    </>
  )
}

export function RowCard({ card, to }: { card: Card; to: string }): ReactNode {
  return (
    <ConsoleLink to={to} data-row="" className="hq-card">
      <span className="hq-card-head">
        <span className="hq-card-title">{card.title}</span>
        {card.state}
      </span>
      <span className="hq-card-facts hq-small">
        {card.facts.map(({ label, value }) => (
          <span key={label}>
            <span className="hq-secondary">{label}</span> {value}
          </span>
        ))}
      </span>
    </ConsoleLink>
  )
}
