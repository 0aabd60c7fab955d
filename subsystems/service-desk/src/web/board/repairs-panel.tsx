// 报修: how many repairs are open and at which point, where they are and how many of them are late, and what this week brought.
import { BoardBars, BoardFigures, BoardPanel, ConsoleLink, dayAfter, figure, MatterFigure, pathOfMatter, reportSoFar, useCan, useHolds, useSay } from '@houqin/web-kit'
import type { ReportAnswer } from '@houqin/web-kit'
import { auditor } from '@houqin/define'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { repair, serviceDesk } from '../../contract/index.ts'
import './repairs-panel.css'

const { bySite, onTime } = serviceDesk.reports
/** What is still open was asked for within so many days. */
const back = 365
const openBySite = reportSoFar(bySite.id, (today) => dayAfter(today, -back))
const weekSoFar = reportSoFar(onTime.id, mondayOf)
const open = `${pathOfMatter(repair.id)}?where.closedAt.null=true`

function mondayOf(day: string): string {
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

export function Fill(): ReactNode {
  const reads = useHolds([...bySite.read, auditor])
  const lists = useCan(repair.id)('read')
  return reads && lists && <Repairs />
}

function Repairs(): ReactNode {
  const say = useSay()
  const sites = useQuery(openBySite)
  const weekly = useHolds([...onTime.read, auditor])
  const states = [
    { label: say('待派单', 'To send'), where: { 'where.state': 'asked' } },
    { label: say('维修中', 'At work'), where: { 'where.state.in': 'dispatched,working' } },
    { label: say('暂缓', 'On hold'), where: { 'where.state': 'paused' } },
    { label: say('待确认', 'To confirm'), where: { 'where.state': 'fixed' } },
  ]
  return (
    <BoardPanel title={say('在办报修', 'Open repairs')} read={sites} more={{ to: open, title: say('全部', 'All') }}>
      {(answer) => (
        <>
          <BoardFigures>
            {states.map(({ label, where }) => (
              <MatterFigure key={label} matter={repair} where={where} label={label} unit={say('件', '')} />
            ))}
            <MatterFigure matter={repair} where={{ 'where.overdue': 'true' }} label={say('超时', 'Overdue')} unit={say('件', '')} tone="overdue" />
          </BoardFigures>
          {weekly && <Week />}
          <Sites answer={answer} />
        </>
      )}
    </BoardPanel>
  )
}

function Sites({ answer: { rows, opens } }: { answer: ReportAnswer }): ReactNode {
  const say = useSay()
  const bars = rows.flatMap((row, place) => {
    const [count, late, to] = [Number(row['open'] ?? 0), Number(row['lateOpen'] ?? 0), opens[place]]
    if (count === 0 || !to) return []
    const overdue = late > 0 && { overdue: { value: late, says: say(`超时 ${figure(late)}`, `${figure(late)} late`), to: to['lateOpen'] ?? open } }
    return [{ key: String(row['id']), name: String(row['site']), value: count, says: say(`${figure(count)} 件`, figure(count)), to: to['open'] ?? open, ...overdue }]
  })
  return <BoardBars bars={bars.toSorted((a, b) => b.value - a.value)} to={open} />
}

/** What this week brought, and how much of that is mended. */
function Week(): ReactNode {
  const say = useSay()
  const { data } = useQuery(weekSoFar)
  const [row] = data?.rows ?? []
  const [opens] = data?.opens ?? []
  if (!row || !opens) return null
  const part = (column: 'asked' | 'finished', says: string): ReactNode => (opens[column] ? <ConsoleLink to={opens[column]}>{says}</ConsoleLink> : says)
  const [asked, finished] = [figure(row['asked'] ?? 0), figure(row['finished'] ?? 0)]
  return (
    <p className="hq-figures sd-week">
      {say('本周', 'This week')} {part('asked', say(`报修 ${asked} 件`, `${asked} reported`))}
      {say('，其中', ', of them ')}
      {part('finished', say(`完工 ${finished} 件`, `${finished} mended`))}
    </p>
  )
}
