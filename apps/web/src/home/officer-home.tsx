// The first screen of officers and stewards: what waits by deadline, the totals that open their rows, the alarms.
import { AlarmRows, BigButton, call, ConsoleLink, figure, FigureLink, InboxRows, inboxQuery, alarmsQuery, officerHome, PageHead, Slot, useChosenSite, useMe, useSay } from '@houqin/web-kit'
import type { Totals } from '@houqin/places'
import { auditor } from '@houqin/define'
import { AuditOutlined, BookOutlined, FileProtectOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { dueCount } from '../due/due-query.ts'
import { rolesOf } from '../shell/rail-groups.ts'
import { HouseAtWork } from './house-at-work.tsx'
import { StartTiles } from './start-tiles.tsx'
import './home.css'

export function OfficerHome(): ReactNode {
  const say = useSay()
  const me = useMe()
  return (
    <div className="hq-home">
      <PageHead title={say('首页', 'Home')} beside={<span className="hq-secondary">{[...new Set(me.roles.map(({ title }) => title))].join(say('、', ', '))}</span>} />
      <HouseAtWork />
      <Figures />
      {rolesOf(me).has(auditor.role) && <Proofs />}
      <Slot slot={officerHome} given={{ person: me.person?.id ?? null }} />
      <div className="hq-home-columns">
        <section>
          <div className="hq-section-head">
            <h2>{say('等我办', 'Waiting for me')}</h2>
            <ConsoleLink to="/inbox">{say('全部', 'All')}</ConsoleLink>
          </div>
          <InboxRows scope="mine" most={12} />
        </section>
        <div className="hq-stack">
          <section>
            <div className="hq-section-head">
              <h2>{say('告警', 'Alarms')}</h2>
              <ConsoleLink to="/alarms">{say('全部', 'All')}</ConsoleLink>
            </div>
            <AlarmRows state="open" most={5} />
          </section>
          <section>
            <div className="hq-section-head">
              <h2>{say('我要办', 'Ask for')}</h2>
            </div>
            <StartTiles most={6} />
          </section>
        </div>
      </div>
    </div>
  )
}

/** What an auditor begins from: who did what, what it was held against, and whether a paper is the house's own. */
function Proofs(): ReactNode {
  const say = useSay()
  return (
    <nav className="hq-tiles" aria-label={say('查证', 'Look into')}>
      <BigButton label={say('审计', 'Audit')} hint={say('谁在什么时候做了什么，验证记录有没有被改过', 'Who did what and when; prove that nothing was changed')} icon={AuditOutlined} to="/administration/audit" />
      <BigButton label={say('依据', 'Standards')} hint={say('按哪条规定核查，今天哪些不符合', 'Which rules are checked, and what breaks them today')} icon={BookOutlined} to="/standards" />
      <BigButton label={say('验证导出', 'Verify a file')} hint={say('一份导出的文件是不是本系统出的、改没改过', 'Whether an exported file is ours and unchanged')} icon={FileProtectOutlined} to="/exports/verify" />
    </nav>
  )
}

function Figures(): ReactNode {
  const say = useSay()
  const { data: totals } = useQuery({ queryKey: ['totals'], queryFn: () => call<Totals>('/totals') })
  const { data: inbox } = useQuery(inboxQuery('mine'))
  const { data: alarms } = useQuery(alarmsQuery('open', useChosenSite()?.id))
  const { data: due } = useQuery(dueCount)
  const figures = totals
    ? [
        { key: 'sites', label: say('场所', 'Sites'), value: totals.sites === null ? null : figure(totals.sites), unit: say('处', 'sites'), to: totals.opens.sites },
        { key: 'organs', label: say('单位', 'Organs'), value: totals.organs === null ? null : figure(totals.organs), unit: say('家', 'organs'), to: totals.opens.organs },
        { key: 'area', label: say('建筑面积', 'Building area'), value: totals.area === null ? null : figure(totals.area, 2), unit: '㎡', to: totals.opens.area },
      ]
    : []
  return (
    <section className="hq-figures-row" aria-label={say('总数', 'Totals')}>
      <FigureLink label={say('等我办', 'Waiting for me')} value={figure(inbox?.total ?? 0)} unit={say('件', 'matters')} to="/inbox" />
      <FigureLink
        label={say('其中已超期', 'Of these overdue')}
        value={figure(inbox?.overdue ?? 0)}
        unit={say('件', 'matters')}
        to="/inbox"
        {...((inbox?.overdue ?? 0) > 0 && { tone: 'overdue' as const })}
      />
      <FigureLink
        label={say('未确认告警', 'Open alarms')}
        value={figure(alarms?.total ?? 0)}
        unit={say('条', 'alarms')}
        to="/alarms"
        {...((alarms?.total ?? 0) > 0 && { tone: 'soon' as const })}
      />
      <FigureLink
        label={say('到期要办', 'Ending')}
        value={figure(due?.total ?? 0)}
        unit={say('项', 'things')}
        to="/due"
        {...((due?.total ?? 0) > 0 && { tone: (due?.lapsed ?? 0) > 0 ? ('overdue' as const) : ('soon' as const) })}
      />
      {figures.map(({ key, label, value, unit, to }) => value !== null && <FigureLink key={key} label={label} value={value} unit={unit} to={to} />)}
    </section>
  )
}
