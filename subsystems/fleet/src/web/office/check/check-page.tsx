// 公车检查: the whole fleet against its standards, and how complete its basic data are; every figure opens to its rows.
import { call, ConsoleLink, Fault, Findings, PageHead, pathOfRegister, pathOfStandard, queryText, Tabs, useSay, useToldAt, Waiting } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { vehicle } from '../../../contract/index.ts'
import type { Completeness, FleetAudit } from '../../../contract/answers.ts'
import './check.css'

const auditQuery = queryOptions({ queryKey: ['fleet', 'audit'], queryFn: ({ signal }) => call<FleetAudit>('/fleet/audit', { signal }) })
const completenessQuery = queryOptions({ queryKey: ['fleet', 'completeness'], queryFn: ({ signal }) => call<Completeness>('/fleet/completeness', { signal }) })
const atFirst = 40

export function Screen(): ReactNode {
  const say = useSay()
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const tabs = [
    { key: 'standards', title: say('对照标准', 'Against the standards'), body: () => <Standards /> },
    { key: 'completeness', title: say('基本信息全覆盖', 'Completeness of basic data'), body: () => <Complete /> },
  ]
  // a figure of the work report opens what it was counted from
  const first = tabs.filter(({ key }) => key === new URLSearchParams(search).get('show'))
  return (
    <div className="hq-stack">
      <PageHead title={say('公车检查', 'Audit of the fleet')} actions={<a className="hq-more" href="/api/fleet/completeness/export.xlsx" download>{say('导出基本信息全覆盖', 'Completeness as Excel')}</a>} />
      <Tabs label={say('看什么', 'What to show')} tabs={[...new Set([...first, ...tabs])]} />
    </div>
  )
}

function Standards(): ReactNode {
  const say = useSay()
  const told = useToldAt()
  const { data, error, refetch } = useQuery(auditQuery)
  const [chosen, setChosen] = useState('')
  const [all, setAll] = useState(false)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const rows = data.rows.filter(({ standard }) => chosen === '' || standard.id === chosen)
  return (
    <div className="hq-stack">
      <div className="fl-standards">
        {data.standards.map(({ id, title, checked, breaches, warnings }) => (
          <button key={id} type="button" className="hq-panel fl-standard" aria-pressed={chosen === id} onClick={() => { setChosen(chosen === id ? '' : id); setAll(false) }}>
            <strong>{title}</strong>
            <span className={breaches > 0 ? 'hq-danger' : 'hq-secondary'}>{say(`不符 ${breaches}`, `${breaches} breach it`)}</span>
            <span className="hq-small hq-secondary">{say(`提示 ${warnings} · 检查 ${checked}`, `${warnings} warned of · ${checked} checked`)}</span>
          </button>
        ))}
      </div>
      <ul className="hq-cards">
        {rows.slice(0, all ? rows.length : atFirst).map(({ standard, subject, organ, opens, findings }) => (
          <li key={`${standard.id} ${subject.id}`} className="hq-card">
            <p><strong>{opens === null ? subject.name : <ConsoleLink to={opens}>{told(opens, subject.name)}</ConsoleLink>}</strong> <span className="hq-small hq-secondary">{organ?.name}</span></p>
            <Findings findings={findings} />
          </li>
        ))}
      </ul>
      {!all && rows.length > atFirst && <button type="button" className="hq-more" onClick={() => setAll(true)}>{say(`其余 ${rows.length - atFirst} 条`, `${rows.length - atFirst} more`)}</button>}
      {chosen !== '' && <ConsoleLink to={pathOfStandard(chosen)}>{say('这条标准的说明、历年检查和导出', 'This standard: what it means, earlier checks, export')}</ConsoleLink>}
    </div>
  )
}

function Complete(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(completenessQuery)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const share = (complete: number, cars: number): string => (cars === 0 ? '—' : `${Math.floor((complete * 100) / cars)}%`)
  return (
    <div className="hq-stack">
      <p>{say(`全区 ${data.cars} 辆，信息齐全 ${data.complete} 辆，占 ${share(data.complete, data.cars)}；应有：${data.fields.map(({ label }) => label).join('、')}。`, `${data.complete} of ${data.cars} cars are complete, ${share(data.complete, data.cars)}; each must have ${data.fields.map(({ label }) => label).join(', ')}.`)}</p>
      <ul className="hq-cards">
        {data.organs.map(({ organ, cars, complete, missing }) => (
          <li key={organ.id} className="hq-card">
            <p><strong className="hq-thumbs"><ConsoleLink to={`${pathOfRegister(vehicle.id)}${queryText({ 'where.organ': organ.id })}`}>{organ.name}</ConsoleLink></strong> <span className={complete === cars ? 'hq-secondary' : 'hq-warning'}>{complete}/{cars} · {share(complete, cars)}</span></p>
            <p className="hq-row hq-small">
              {data.fields.filter(({ name }) => (missing[name] ?? 0) > 0).map(({ name, label }) => (
                <ConsoleLink key={name} to={`${pathOfRegister(vehicle.id)}${queryText({ 'where.organ': organ.id, [`where.${name}.null`]: true })}`}>{say(`缺${label} ${missing[name] ?? 0} 辆`, `${label} missing: ${missing[name] ?? 0}`)}</ConsoleLink>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
