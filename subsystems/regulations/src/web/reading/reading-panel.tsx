// 阅知情况 on the matter's page: how many must read it, have and have not; each figure opens the rows.
import { listPath } from '@houqin/define'
import { figure, FigureLink, useCan, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { addressee } from '../../contract/index.ts'
import type { ReadingFigures } from '../../contract/index.ts'

export function ReadingPanel({ figures: { version, asked, read, unread, late } }: { figures: ReadingFigures }): ReactNode {
  const say = useSay()
  const can = useCan(addressee.id)
  const rows = (filters: Readonly<Record<string, string>>): string => listPath(addressee, { 'where.of': version, ...filters })
  const shown = [
    { label: say('应阅', 'To read it'), count: asked, to: rows({}) },
    { label: say('已阅', 'Have'), count: read, to: rows({ 'where.readAt.null': 'false' }) },
    { label: say('未阅', 'Have not'), count: unread, to: rows({ 'where.readAt.null': 'true' }) },
  ]
  return (
    <section className="hq-panel" aria-label={say('阅知情况', 'Reading')}>
      <h2>{say('阅知情况', 'Reading')}</h2>
      <p className="hq-row">
        {shown.map(({ label, count, to }) =>
          can('read') ? <FigureLink key={label} label={label} value={figure(count)} unit={say('人', 'persons')} to={to} /> : <span key={label}>{`${label} ${figure(count)}`}</span>,
        )}
        {late > 0 && <span className="hq-warning">{say(`其中 ${late} 人已逾期`, `${late} of them overdue`)}</span>}
      </p>
    </section>
  )
}
