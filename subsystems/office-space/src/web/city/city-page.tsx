// 市平台数据: the three totals the city asks for, each opening to its rows; the versions that were sent, and the button that drafts the next.
import { ConsoleLink, Empty, Fault, figure, FigureLink, instantText, PageHead, pathOfMatter, pathOfRegister, useCan, useGo, useNames, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { cityCode, citySubmission } from '../../contract/index.ts'
import { districtQuery } from '../ledger/ledger-query.ts'
import { versionsQuery } from './city-query.ts'
import '../ledger/ledger.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const names = useNames()
  const drafts = useCan(citySubmission.id)('start')
  const { data: district, error, refetch } = useQuery(districtQuery)
  const { data: versions } = useQuery(versionsQuery)
  if (error && !district) return <Fault title={say('市平台数据', 'Told to the city')} error={error} onRetry={() => void refetch()} />
  if (!district || !versions) return <Waiting lines={8} />
  const { totals, opens } = district
  const open = versions.rows.find(({ state }) => state === 'draft' || state === 'checked')
  return (
    <div className="os-ledger">
      <PageHead
        title={say('市平台数据', 'Told to the city')}
        actions={drafts && (open
          ? <Button size="large" onClick={() => go(`${pathOfMatter(citySubmission.id)}/${open.number}`)}>{say(`办完 ${open.number}`, `Finish ${open.number}`)}</Button>
          : <Button type="primary" size="large" onClick={() => go(`${pathOfMatter(citySubmission.id)}/new`)}>{say('起草新的一版', 'Draft a new version')}</Button>)}
      />
      <div className="os-totals">
        <FigureLink label={say('场所', 'Sites')} value={figure(totals.sites)} unit={say('处', '')} to={opens.sites} />
        <FigureLink label={say('使用单位', 'Organs')} value={figure(totals.organs)} unit={say('个', '')} to={opens.organs} />
        <FigureLink label={say('证载建筑面积', 'Certified built area')} value={figure(totals.area, 2)} unit="㎡" to={opens.area} />
      </div>
      <section className="hq-panel hq-stack" aria-label={say('各版数据', 'Versions')}>
        <h2>{say('各版数据', 'Versions')}</h2>
        {versions.rows.length === 0
          ? <Empty title={say('还没有报送过', 'Nothing was sent yet')} >{say('起草一版：台账当天的数据定下来，和上次报送的逐条比对，换一个人核对后送交。', 'Draft one: the ledger of the day is frozen, held against what was sent last, and checked by another before it is handed over.')}</Empty>
          : (
            <ul className="os-rows hq-thumbs">
              {versions.rows.map(({ number, subject, stateTitle, openedAt }) => (
                <li key={number}>
                  <ConsoleLink to={`${pathOfMatter(citySubmission.id)}/${number}`}>{number}</ConsoleLink>
                  <span>{names.told(subject, citySubmission)}</span>
                  <strong>{names.phrase(stateTitle)}</strong>
                  <span className="hq-secondary">{instantText(openedAt, say)}</span>
                </li>
              ))}
            </ul>
          )}
        <p><ConsoleLink to={pathOfRegister(cityCode.id)}>{say('市平台对照（我方字段在市平台的代码、名称和单位）', 'Codes of the city: what our fields are called there')}</ConsoleLink></p>
      </section>
    </div>
  )
}
