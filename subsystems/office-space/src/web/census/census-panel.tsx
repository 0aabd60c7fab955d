// 清查结果: on the matter's page, progress by floor, what does not agree in sentences, and the report on paper.
import { ConsoleLink, dayText, Fault, figure, PrintOut, useGo, useSay, Waiting } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import type { CensusFloor, CensusSheet } from '../../contract/index.ts'
import { censusQuery } from './census-query.ts'
import './census.css'

export function Fill({ matter }: { matter: WireMatter }): ReactNode {
  const say = useSay()
  const go = useGo()
  const { data, error, refetch } = useQuery(censusQuery(matter.number))
  const [printing, setPrinting] = useState(false)
  const printed = useCallback(() => setPrinting(false), [])
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  return (
    <section className="hq-panel hq-stack os-census-report" aria-label={say('清查结果', 'What was found')}>
      <div className="hq-row">
        <h2 className="hq-grow">{say('清查结果', 'What was found')}</h2>
        {data.mayCount && <Button type="primary" size="large" onClick={() => go(`/office-space/census?number=${data.number}`)}>{say('到现场清查', 'Go and count')}</Button>}
        <Button size="large" onClick={() => setPrinting(true)}>{say('打印清查报告', 'Print the report')}</Button>
      </div>
      <Floors floors={data.floors} />
      <Disagreements sheet={data} linked />
      {printing && (
        <PrintOut onDone={printed}>
          <Report sheet={data} />
        </PrintOut>
      )}
    </section>
  )
}

function Floors({ floors }: { floors: readonly CensusFloor[] }): ReactNode {
  const say = useSay()
  const total = (of: 'expected' | 'found' | 'differing' | 'missing' | 'left'): number => floors.reduce((sum, floor) => sum + floor[of], 0)
  return (
    <table className="hq-figures">
      <thead>
        <tr>
          <th>{say('楼层', 'Floor')}</th>
          <th>{say('应有', 'Expected')}</th>
          <th>{say('找到', 'Found')}</th>
          <th>{say('不符', 'Differ')}</th>
          <th>{say('没找到', 'Missing')}</th>
          <th>{say('没看', 'Unseen')}</th>
        </tr>
      </thead>
      <tbody>
        {floors.map(({ id, name, building, expected, found, differing, missing, left }) => (
          <tr key={id}>
            <td>{building} {name}</td>
            {[expected, found, differing, missing, left].map((count, place) => <td key={place}>{figure(count)}</td>)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th>{say('合计', 'In all')}</th>
          {(['expected', 'found', 'differing', 'missing', 'left'] as const).map((of) => <th key={of}>{figure(total(of))}</th>)}
        </tr>
      </tfoot>
    </table>
  )
}

function Disagreements({ sheet: { findings, floors, rooms, leftOut }, linked = false }: { sheet: CensusSheet; linked?: boolean }): ReactNode {
  const say = useSay()
  const kinds = { reality: say('账与实', 'Ledger and reality'), ledger: say('账与账', 'Ledger and ledger'), certificate: say('账与证', 'Ledger and certificate') }
  const meanwhile = rooms.flatMap(({ number, floor, meanwhile: said }) => said.map((says) => `${floors.find(({ id }) => id === floor)?.building ?? ''} ${number}:${says}`))
  return (
    <>
      {findings.length === 0 && <p>{say('账、实、证相符。', 'Ledger, reality and certificates agree.')}</p>}
      <ul className="hq-findings">
        {findings.map(({ kind, level, says, advice, cite, opens }) => (
          <li key={says} className="hq-finding" data-level={level}>
            <p><strong>{kinds[kind]}</strong> {linked && opens !== null ? <ConsoleLink to={opens}>{says}</ConsoleLink> : says}</p>
            <p>{advice}</p>
            {cite !== null && <p className="hq-small hq-secondary">{say('依据', 'Source')} {cite}</p>}
          </li>
        ))}
      </ul>
      {meanwhile.length > 0 && (
        <>
          <h3>{say('清查期间台账的变动（没有改写）', 'Changes of the ledger meanwhile (left alone)')}</h3>
          <ul className="hq-plain-rows">{meanwhile.map((says) => <li key={says}>{says}</li>)}</ul>
        </>
      )}
      {leftOut > 0 && <p className="hq-secondary">{say(`保密要害部位 ${leftOut} 间不在本表，由保管人另行清点。`, `${leftOut} parts where secrets are kept are not on this sheet; whoever keeps them counts them.`)}</p>}
    </>
  )
}

function Report({ sheet }: { sheet: CensusSheet }): ReactNode {
  const say = useSay()
  return (
    <article className="os-census-report">
      <h1>{say(`${sheet.site.name} 房屋清查盘点报告`, `Census of ${sheet.site.name}`)}</h1>
      <p>{sheet.number} · {say(`账面日 ${dayText(sheet.opened, say)}，清查至 ${dayText(sheet.until, say)}`, `ledger of ${sheet.opened}, counted until ${sheet.until}`)}</p>
      <h2>{say('一、清查情况', 'What was seen')}</h2>
      <Floors floors={sheet.floors} />
      <h2>{say('二、账、实、证核对', 'Ledger, reality, certificates')}</h2>
      <Disagreements sheet={sheet} />
      <p className="os-census-signs">
        <span>{say('清查人', 'Counted by')} {[...new Set(sheet.rooms.flatMap(({ by }) => (by === null ? [] : [by])))].join(say('、', ', '))}</span>
        <span>{say('复核签字', 'Signed by')}</span>
      </p>
    </article>
  )
}
