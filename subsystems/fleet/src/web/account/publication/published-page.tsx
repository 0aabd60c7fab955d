// 公车公示: what was published of the cars, for everybody: the newest edition, organ by organ; the cars behind a figure as they were frozen, on paper and as a workbook.
import { ChipChoice, ConsoleLink, dayText, Empty, Fault, figure, PageHead, pathOfMatter, pathOfNumber, periodOf, queryText, Sheet, StackingTable, useCan, useGo, useMe, useNames, useSay, Waiting } from '@houqin/web-kit'
import { auditor } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { fleetOfficer, fleetPublication, inquiry, vehicle } from '../../../contract/index.ts'
import type { FleetEdition, PublishedFleet, VehicleUse } from '../../../contract/index.ts'
import { carsQuery, editionsQuery, sheetQuery } from './publication-query.ts'
import { PublishedPaper } from './published-paper.tsx'
import '../../immobilised/verification.css'
import './published.css'

const km = (text: string | null): string => (text === null ? '—' : figure(text, 1))
const yuan = (text: string | null): string => (text === null ? '—' : figure(text, 2))

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const drafts = useCan(fleetPublication.id)('start')
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(editionsQuery)
  if (error && !data) return <Fault title={say('公务用车公示', 'Official cars, published')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const asked = chosen ?? new URLSearchParams(location.search).get('number')
  const shown = data.rows.find(({ number }) => number === asked) ?? data.rows.find(({ state }) => state === 'published') ?? data.rows[0]
  return (
    <div className="hq-stack">
      <PageHead title={say('公务用车公示', 'Official cars, published')} actions={drafts && <Button size="large" onClick={() => go(`${pathOfMatter(fleetPublication.id)}/new`)}>{say('起草公示', 'Draft a publication')}</Button>} />
      {shown === undefined && (
        <Empty title={say('还没有公示', 'Nothing is published yet')}>
          {drafts
            ? say('点“起草公示”，系统按台账、行程和费用生成各单位的数据并定格；另一名公车管理员或局领导核对后公示。', 'Press Draft: the figures of each organ are taken from ledgers, trips and costs and frozen; another officer or a leader checks them before they are published.')
            : say('公示每年一次，由公车管理员起草，另一人核对后公示。', 'Once a year; a fleet officer drafts it and another checks it.')}
        </Empty>
      )}
      {shown !== undefined && (
        <>
          {data.rows.length > 1 && <ChipChoice options={data.rows.map((one) => ({ key: one.number, label: editionText(one, say) }))} chosen={[shown.number]} onChange={([to]) => setChosen(to ?? null)} />}
          <Edition key={shown.number} edition={shown} />
        </>
      )}
    </div>
  )
}

function editionText({ year, edition, state }: FleetEdition, say: (zh: string, en: string) => string): string {
  return `${edition > 1 ? say(`${year} 年第 ${edition} 版`, `${year}, edition ${edition}`) : say(`${year} 年`, String(year))}${state === 'published' ? '' : say('（草稿）', ' (draft)')}`
}

function Edition({ edition }: { edition: FleetEdition }): ReactNode {
  const say = useSay()
  const names = useNames()
  const me = useMe()
  const keeps = useCan(fleetPublication.id)('read')
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<PublishedFleet | null>(null)
  const [printing, setPrinting] = useState(false)
  const { data: sheet, error, refetch } = useQuery(sheetQuery(edition.number))
  const period = periodOf({ from: `${edition.year}-01-01`, to: edition.until })
  const opens = me.roles.some(({ role }) => role === fleetOfficer.role || role === bureauLeader.role || role === auditor.role)
  const rows = sheet?.rows.filter(({ name }) => name.includes(sought.trim())) ?? []
  const usesOf = ({ uses }: PublishedFleet): string => (Object.entries(uses) as [VehicleUse, number][]).map(([use, cars]) => `${names.option(vehicle.fields.use, use)} ${cars}`).join(say('、', ', '))
  return (
    <section className="hq-panel hq-stack" aria-label={say('公示', 'Publication')}>
      <p>
        {edition.publishedOn === null ? <strong className="hq-warning">{say('草稿，还没有公示。', 'A draft, not published yet. ')}</strong> : say(`${dayText(edition.publishedOn, say)} 公示，`, `Published on ${dayText(edition.publishedOn, say)}; `)}
        {say(`${edition.year} 年的公务用车，数据截至 ${dayText(edition.until, say)}，${edition.cars} 辆车，费用合计 ${figure(edition.total, 2)} 元。定格后台账再改，这里不变。`, `the cars of ${edition.year}, figures until ${dayText(edition.until, say)}, ${edition.cars} cars, ${figure(edition.total, 2)} yuan. They were frozen: later changes to the ledger change nothing here.`)}
      </p>
      {edition.corrects !== null && <p>{say(`更正：${edition.corrects}`, `Corrects: ${edition.corrects}`)}</p>}
      <div className="hq-row">
        <input className="hq-native fl-published-find" type="search" value={sought} aria-label={say('按单位名称找', 'Find an organ')} placeholder={say('按单位名称找', 'Find an organ')} onChange={({ target }) => setSought(target.value)} />
        <Button size="large" disabled={!sheet} onClick={() => setPrinting(true)}>{say('打印', 'Print')}</Button>
        <Button size="large" href={`/api/fleet/publications/${edition.number}/export.xlsx`}>Excel</Button>
        {keeps && <ConsoleLink className="hq-more" to={pathOfNumber(fleetPublication.id, edition.number)}>{say('办理过程', 'How it came about')}</ConsoleLink>}
      </div>
      {error && !sheet && <Fault error={error} onRetry={() => void refetch()} />}
      {!sheet && !error && <Waiting lines={8} />}
      {sheet && rows.length === 0 && <p className="hq-secondary">{say('没有叫这个名字的单位。', 'No organ is called so.')}</p>}
      {rows.length > 0 && (
        <StackingTable label={say('各单位公务用车', 'Cars by organ')} rows={rows} keyOf={({ organ }) => organ} columns={[
          { title: say('单位', 'Organ'), cell: (one) => (opens ? <button type="button" className="hq-plain hq-reference" onClick={() => setOpen(one)}><strong>{one.name}</strong></button> : <strong>{one.name}</strong>) },
          { title: say('车辆', 'Cars'), className: 'hq-figures', cell: (one) => <span>{one.cars} <span className="hq-small hq-secondary fl-published-uses">{usesOf(one)}</span></span> },
          { title: say('里程 km', 'km'), className: 'hq-figures', cell: (one) => km(one.km) },
          { title: say('油费电费 元', 'Fuel ¥'), className: 'hq-figures', cell: (one) => yuan(one.fuelCost) },
          { title: say('维修保养 元', 'Repair ¥'), className: 'hq-figures', cell: (one) => yuan(one.repair) },
          { title: say('费用合计 元', 'Total ¥'), className: 'hq-figures', cell: (one) => yuan(one.total) },
          { title: say('每公里 元', '¥ a km'), className: 'hq-figures', cell: (one) => yuan(one.perKm) },
          { title: say('查实未经批准', 'Without approval'), className: 'hq-figures', cell: (one) => (one.unapproved === 0 ? 0 : opens ? <ConsoleLink to={`${pathOfMatter(inquiry.id)}${queryText({ 'where.organ': one.organ, 'where.finding': 'unapproved', 'where.closedAt.gte': period.from, 'where.closedAt.lt': period.to })}`}>{one.unapproved}</ConsoleLink> : one.unapproved) },
        ]} />
      )}
      <p className="hq-small hq-secondary">{say('里程按月取终端里程与派车单里程中较大的；费用含加油充电、维修保养、保险、通行和其他；受控车辆不公示。', 'Kilometres are the terminal’s or the slips’, whichever is more in a month; costs are fuel, repair, insurance, tolls and the rest; graded cars are not published.')}</p>
      {open && <Cars edition={edition} of={open} onClose={() => setOpen(null)} />}
      {printing && sheet && <PublishedPaper edition={edition} rows={sheet.rows} onDone={() => setPrinting(false)} />}
    </section>
  )
}

function Cars({ edition: { number, year, until }, of, onClose }: { edition: FleetEdition; of: PublishedFleet; onClose: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data, error, refetch } = useQuery(carsQuery(number, of.organ))
  return (
    <Sheet title={say(`${of.name}：${of.cars} 辆`, `${of.name}: ${of.cars} cars`)} onClose={onClose}>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      <ul className="hq-cards">
        {data?.rows.map((car) => (
          <li key={car.id} className="hq-card">
            <p className="fl-verified"><ConsoleLink to={`/fleet/account?vehicle=${car.id}&from=${year}-01-01&to=${until}`}>{car.plate}</ConsoleLink><span className="hq-secondary">{names.option(vehicle.fields.use, car.use)}</span></p>
            <p className="hq-figures">{say(`${km(car.km)} km · 油费电费 ${yuan(car.fuelCost)} · 维修 ${yuan(car.repair)} · 合计 ${yuan(car.total)} 元`, `${km(car.km)} km · fuel ${yuan(car.fuelCost)} · repair ${yuan(car.repair)} · total ${yuan(car.total)} yuan`)}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
