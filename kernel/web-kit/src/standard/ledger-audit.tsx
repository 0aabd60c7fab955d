// The audit of a ledger 核查台账: everything in it held against the standard on a day, one card for each that does not pass.
import type { AuditedSubject, LedgerAudit as Held, Since } from '@houqin/wire'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call, queryText } from '../api/call.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Empty } from '../blocks/empty.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { Findings } from '../blocks/findings.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { ChoicePicker } from '../fields/choice-picker.tsx'
import { DayInput } from '../fields/day-input.tsx'
import { figure } from '../format/quantity.ts'
import { useSay, useToldAt } from '../words/words.tsx'

const pageful = 20

/** With since when each stands. */
type Audited = Held<AuditedSubject & Partial<Since>>

export function LedgerAudit({ id, today }: { id: string; today: string }): ReactNode {
  const say = useSay()
  const [day, setDay] = useState(today)
  const [organ, setOrgan] = useState<string | null>(null)
  const asked = queryText({ asOf: day, organ })
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['standard-audit', id, day, organ],
    queryFn: ({ signal }) => call<Audited>(`/standards/${id}/audit${asked}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: day !== '',
  })
  // the organs of the whole ledger stay to choose from while one is chosen
  const [organs, setOrgans] = useState<Audited['organs']>([])
  if (data && organ === null && organs !== data.organs) setOrgans(data.organs)
  return (
    <section className="hq-panel hq-stack" aria-label={say('核查台账', 'Check the ledger')}>
      <h2>{say('核查台账', 'Check the ledger')}</h2>
      <div className="hq-row">
        <div className="hq-day">
          <DayInput label={say('哪一天', 'As of')} value={day} onChange={(chosen) => chosen && setDay(chosen)} />
        </div>
        {organs.length > 1 && (
          <span className="hq-audit-organ">
            <ChoicePicker label={say('单位', 'Organ')} clearable placeholder={say('全部单位', 'All organs')} chosen={organ} onChange={setOrgan} options={organs.map(({ id: key, name, found }) => ({ key, label: `${name} ${found}` }))} />
          </span>
        )}
        <Button href={`/api/standards/${id}/audit/export.xlsx${asked}`} download>
          {say('导出 Excel', 'Excel')}
        </Button>
      </div>
      {error && <Fault error={error} onRetry={() => void refetch()} />}
      {data ? <Outcome key={`${day}${organ ?? ''}`} audited={data} busy={isFetching} /> : !error && <Waiting />}
    </section>
  )
}

function Outcome({ audited, busy }: { audited: Audited; busy: boolean }): ReactNode {
  const say = useSay()
  const told = useToldAt()
  const [shown, setShown] = useState(pageful)
  const { asOf, checked, breaches, warnings, rows } = audited
  if (checked === 0)
    return <Empty title={say('这一天没有您可以核查的对象', 'Nothing of yours to check on that day')}>{say('换一天试试；不在您范围内的不会列出。', 'Try another day; what is beyond your reach is not listed.')}</Empty>
  return (
    <div className="hq-stack" aria-busy={busy}>
      <output>
        {say(`${asOf} 共核查 ${figure(checked)} 项，`, `${figure(checked)} checked as of ${asOf}, `)}
        {breaches === 0 ? say('没有不符合的', 'none in breach') : <strong>{say(`${figure(breaches)} 项不符合`, `${figure(breaches)} in breach`)}</strong>}
        {warnings > 0 && say(`,${figure(warnings)} 项提醒`, `, ${figure(warnings)} to be warned of`)}
        {say('。', '.')}
      </output>
      <ul className="hq-audit-rows">
        {rows.slice(0, shown).map(({ subject, organ, site, opens, findings, since, orOlder }) => (
          <li key={subject.id} className="hq-audit-row">
            <h3>
              {opens === null ? subject.name : <ConsoleLink to={opens}>{told(opens, subject.name)}</ConsoleLink>} <span className="hq-secondary hq-small">{[organ?.name, site?.name].filter((name) => name && name !== subject.name).join(' · ')}</span>
            </h3>
            {since && <p className="hq-small hq-since">{sinceText(say, { since, asOf, orOlder: orOlder === true })}</p>}
            <Findings findings={findings} />
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button size="large" onClick={() => setShown(shown + pageful * 5)}>
          {say(`再看 ${figure(Math.min(pageful * 5, rows.length - shown))} 项`, `${figure(Math.min(pageful * 5, rows.length - shown))} more`)}
        </Button>
      )}
      {rows.length < breaches + warnings && shown >= rows.length && (
        <p className="hq-secondary">{say('其余请按单位查看或者导出 Excel。', 'Choose an organ or take the Excel file for the rest.')}</p>
      )}
    </div>
  )
}

/** 自 2026-09-03 起,84 天. */
export function sinceText(say: (zh: string, en: string) => string, { since, asOf, orOlder }: { since: string; asOf: string; orOlder: boolean }): string {
  const days = Math.round((Date.parse(asOf) - Date.parse(since)) / 86_400_000)
  if (orOlder) return say(`${since} 开始记录时已不符合，至少 ${days} 天`, `In breach when the records began on ${since}, at least ${days} days`)
  return days === 0 ? say(`当日新发现`, 'New on that day') : say(`自 ${since} 起，${days} 天`, `Since ${since}, ${days} days`)
}
