// 场所总览: the totals of the district, and its sites by kind with buildings, rooms and areas.
import { call, ConsoleLink, Empty, Fault, figure, FigureLink, PageHead, pathOfRegister, pathOfRow, reportQuery, useCan, useIsPhone, useNames, useSay, Waiting } from '@houqin/web-kit'
import type { ReportRow } from '@houqin/web-kit'
import { organ } from '@houqin/people'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { certificate, premises, site, siteKinds } from '../../contract/index.ts'
import './overview.css'
import type { Totals } from '../../contract/answers.ts'

export function Screen(): ReactNode {
  const say = useSay()
  const { data: totals } = useQuery({ queryKey: ['totals'], queryFn: () => call<Totals>('/totals') })
  const { data, error, refetch } = useQuery(reportQuery(premises.id))
  const canSeeAreas = useCan(certificate.id)('read')
  return (
    <div className="hq-stack pl-overview">
      <PageHead title={say('场所总览', 'Premises overview')} />
      {totals && (
        <section className="pl-totals" aria-label={say('总数', 'Totals')}>
          {totals.sites !== null && <FigureLink label={say('场所', 'Sites')} value={figure(totals.sites)} unit={say('处', '')} to={pathOfRegister(site.id)} />}
          {totals.organs !== null && <FigureLink label={say('入驻单位', 'Organs')} value={figure(totals.organs)} unit={say('家', '')} to={pathOfRegister(organ.id)} />}
          {totals.area !== null && <FigureLink label={say('建筑面积', 'Building area')} value={figure(totals.area, 2)} unit="㎡" to={pathOfRegister(canSeeAreas ? certificate.id : site.id)} />}
        </section>
      )}
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data && <Sites rows={data.rows} />}
    </div>
  )
}

function Sites({ rows }: { rows: readonly ReportRow[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  const [typed, setTyped] = useState('')
  const word = useDeferredValue(typed).trim()
  const most = useMemo(() => Math.max(1, ...rows.map((row) => Number(row['area'] ?? 0))), [rows])
  const found = rows.filter((row) => word === '' || String(row['site']).includes(word) || String(row['steward'] ?? '').includes(word))
  const groups = Map.groupBy(found, (row) => String(row['kind']))
  return (
    <>
      <input className="hq-native pl-find" type="search" value={typed} placeholder={say('按名称或负责人找场所', 'Find a site by name or steward')} aria-label={say('找场所', 'Find a site')} onChange={({ target }) => setTyped(target.value)} />
      {found.length === 0 && <Empty title={say('没有这样的场所', 'No such site')}>{say('换一个词再找。', 'Try another word.')}</Empty>}
      {Object.keys(siteKinds).map((kind) => {
        const sites = groups.get(kind) ?? []
        if (sites.length === 0) return null
        return (
          <section key={kind} aria-label={names.option(site.fields.kind, kind)}>
            <h2 className="pl-kind">
              {names.option(site.fields.kind, kind)}{' '}
              <ConsoleLink to={`${pathOfRegister(site.id)}?where.kind=${kind}`} className="hq-small">
                {say(`${sites.length} 处`, `${sites.length}`)}
              </ConsoleLink>
            </h2>
            <ul className="pl-sites">
              {sites.map((row) => (
                <SiteRow key={String(row['id'])} row={row} most={most} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function SiteRow({ row, most }: { row: ReportRow; most: number }): ReactNode {
  const say = useSay()
  const phone = useIsPhone()
  const area = Number(row['area'] ?? 0)
  return (
    <li>
      <ConsoleLink to={pathOfRow(site.id, String(row['id']))} className="pl-site">
        <span className="pl-site-name">
          {row['site']}
          {row['steward'] !== null && <span className="hq-secondary hq-small">{row['steward']}</span>}
        </span>
        <span className="hq-figures hq-secondary">
          {phone ? say(`${figure(row['rooms'] ?? 0)} 间`, `${figure(row['rooms'] ?? 0)} rooms`) : say(`${figure(row['buildings'] ?? 0)} 栋 ${figure(row['rooms'] ?? 0)} 间`, `${figure(row['buildings'] ?? 0)} buildings, ${figure(row['rooms'] ?? 0)} rooms`)}
        </span>
        <span className="pl-site-area hq-figures">
          {row['area'] != null && (
            <>
              {figure(row['area'], 2)} ㎡
              <span className="pl-site-bar" aria-hidden="true" style={{ width: `${(100 * area) / most}%` }} />
            </>
          )}
        </span>
      </ConsoleLink>
    </li>
  )
}
