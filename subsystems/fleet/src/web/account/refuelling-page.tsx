// 加油核对: refuellings of three months that do not fit their car: more than the tank, far from the station, twice what it burns; each asked about by a press.
import { ConsoleLink, Empty, Fault, Findings, PageHead, pathOfRow, pathOfStandard, call, useNames, useSay, Waiting } from '@houqin/web-kit'
import type { LedgerAudit } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { cost, refuelling } from '../../contract/index.ts'

const auditQuery = queryOptions({ queryKey: ['fleet', 'refuelling'], staleTime: 60_000, queryFn: ({ signal }) => call<LedgerAudit>(`/standards/${refuelling.id}/audit`, { signal }) })

export function Screen(): ReactNode {
  const say = useSay()
  const names = useNames()
  const [sought, setSought] = useState('')
  const { data, error, refetch } = useQuery(auditQuery)
  const rows = data?.rows.filter(({ subject, organ }) => `${subject.name} ${organ?.name ?? ''}`.toLowerCase().includes(sought.trim().toLowerCase())) ?? []
  return (
    <div className="hq-stack">
      <PageHead title={say('加油核对', 'Refuelling against the track')} actions={<ConsoleLink className="hq-more" to={pathOfStandard(refuelling.id)}>{say('怎么核对、导出', 'How, and export')}</ConsoleLink>} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && (
        <>
          <p className="hq-figures">{say(`最近三个月加油 ${data.checked} 次，对不上的 ${data.rows.length} 次。`, `${data.checked} refuellings in three months, ${data.rows.length} do not fit. `)}
            <span className="hq-secondary">{say('每一次都对过油箱容积、加油时车在哪里、上次加油以来的油耗。', 'Each was held against the tank, where the car was, and what it burned since the one before.')}</span></p>
          {data.rows.length > 8 && <input type="search" className="hq-native" value={sought} placeholder={say('车牌或单位', 'Plate or organ')} aria-label={say('车牌或单位', 'Plate or organ')} onChange={({ target }) => setSought(target.value)} />}
          {data.checked === 0 && <Empty title={say('没有可核对的加油', 'Nothing to check')}>{say('在“单车费用”登记或导入油卡账单，填上时间和升数。', 'Enter or import the card’s statement among the costs, with time and litres.')}</Empty>}
          {data.checked > 0 && data.rows.length === 0 && <Empty title={say('都对得上', 'Everything fits')} />}
          <ul className="hq-cards">
            {rows.map(({ subject, organ, findings }) => (
              <li key={subject.id} className="hq-card">
                <p><strong className="hq-thumbs"><ConsoleLink to={pathOfRow(cost.id, subject.id)}>{names.told(subject.name, cost)}</ConsoleLink></strong> <span className="hq-small hq-secondary">{organ?.name}</span></p>
                <Findings findings={findings} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
