// 精简测算: how many cars of a class can be given up with every journey of twelve months still served, which ones, and the days that prove it.
import { ConsoleLink, Empty, Fault, figure, PageHead, pathOfMatter, queryText, StackingTable, Tabs, useCan, useNames, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { transfer, vehicle } from '../../contract/index.ts'
import type { VehicleUse } from '../../contract/index.ts'
import { DayProof, PeakChart, WeekHeat } from './peak-chart.tsx'
import { rightSizingQuery } from './right-sizing-query.ts'
import type { Pool, RightSizing } from '../../contract/answers.ts'
import { SizingPaper } from './sizing-paper.tsx'
import { candidatesOf, peakOf, proposalsOf, sizingOf } from '../../contract/account/sizing.ts'
import './account.css'
import './right-sizing.css'

const yuan = (amount: string): string => `¥${figure(Math.round(Number(amount)))}`

export function Screen(): ReactNode {
  const say = useSay()
  const names = useNames()
  const [use, setUse] = useState<VehicleUse>('emergency')
  const [organs, setOrgans] = useState<readonly string[]>([])
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...rightSizingQuery({ use, organs }), placeholderData: (before) => before })
  return (
    <div className="hq-stack">
      <PageHead title={say('精简测算', 'Right-sizing')} beside={data && <span className="hq-secondary hq-figures">{data.days.from} — {data.days.to}</span>} />
      <div className="hq-choose-bar">
        <fieldset className="hq-set hq-switch" aria-label={say('车辆用途', 'Class')}>
          {(Object.keys(vehicle.fields.use.options) as VehicleUse[]).map((key) => (
            <button key={key} type="button" aria-pressed={use === key} onClick={() => { setUse(key); setOrgans([]) }}>{names.option(vehicle.fields.use, key)}</button>
          ))}
        </fieldset>
      </div>
      {data && !isPlaceholderData && data.organs.length > 1 && (
        <details className="fl-organs">
          <summary>{organs.length === 0 ? say(`全部 ${data.organs.length} 个单位合起来算，点开只选几个`, `All ${data.organs.length} organs together; open to choose some`) : say(`选了 ${organs.length} 个单位`, `${organs.length} organs chosen`)}</summary>
          <div className="fl-organ-choice">
            {data.organs.map(({ id, name, cars }) => (
              <label key={id}><input type="checkbox" checked={organs.includes(id)} onChange={({ target }) => setOrgans(target.checked ? [...organs, id] : organs.filter((one) => one !== id))} /> {name} <span className="hq-secondary">{cars}</span></label>
            ))}
            {organs.length > 0 && <button type="button" className="hq-more" onClick={() => setOrgans([])}>{say('全部单位', 'All organs')}</button>}
          </div>
        </details>
      )}
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data?.pools.length === 0 && <Empty title={say('没有这类车', 'No cars of this class')}>{say('换一个用途或单位。', 'Choose another class or organ.')}</Empty>}
      {data && data.pools.length > 0 && (
        <div aria-busy={isPlaceholderData}>
          <Tabs key={`${use} ${organs.join()}`} label={say('车型', 'Size')} tabs={data.pools.map((pool) => ({
            key: pool.size, title: `${sizeText(pool.size, say)} ${pool.cars.length}`, body: () => <OnePool pool={pool} data={data} use={use} organs={organs} />,
          }))} />
        </div>
      )}
    </div>
  )
}

function sizeText(size: string, say: (zh: string, en: string) => string): string {
  return { small: say('小型客车', 'Small cars'), medium: say('中型客车', 'Medium coaches'), coach: say('大型客车', 'Large coaches'), truck: say('货车', 'Goods'), works: say('专项作业车', 'Special works') }[size] ?? size
}

function OnePool({ pool, data, use, organs }: { pool: Pool; data: RightSizing<string>; use: VehicleUse; organs: readonly string[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  const [reserve, setReserve] = useState(1)
  const [keep, setKeep] = useState<ReadonlySet<string>>(new Set())
  const [wanted, setWanted] = useState<number | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [printing, setPrinting] = useState(false)
  const mayTransfer = useCan(transfer.id)('start')
  const wish = { reserve, keep }
  const { served, cheapest } = proposalsOf(pool, wish)
  const most = candidatesOf(pool, wish).length
  const sizing = sizingOf(pool, Math.min(wanted ?? served, most), wish)
  const peak = peakOf(pool)
  const unproven = pool.cars.filter((one) => one.unproven)
  const alone = pool.organs.reduce((sum, one) => sum + Math.max(0, one.cars - one.peak), 0)
  const given = new Map(Map.groupBy(sizing.cars, ({ organ }) => organ.id))
  const shown = day ?? peak?.day ?? null
  const toggle = (id: string): void => setKeep(new Set(keep.has(id) ? [...keep].filter((one) => one !== id) : [...keep, id]))
  if (!peak) return <Empty title={say('没有出车记录', 'No journeys on record')}>{say('这些车既没有终端行程，也没有派车单，没有依据，不提建议。', 'These cars have neither trips nor slips: there is nothing to go by, and nothing is proposed.')}</Empty>
  const title = `${names.option(vehicle.fields.use, use)} · ${sizeText(pool.size, say)}`
  return (
    <div className="hq-stack">
      <p className="fl-said">
        {say(`${pool.cars.length} 辆，最近十二个月同时在外最多 ${peak.most} 辆（${peak.day}）。各单位各管各的能减 ${alone} 辆；合起来调度，留 ${reserve} 辆机动，每一次用车都照样有车，能减 ${served} 辆。`,
          `${pool.cars.length} cars; at most ${peak.most} were out at once in twelve months (${peak.day}). Each organ by itself could give up ${alone}; dispatched together, with ${reserve} in reserve and every journey still served, ${served}.`)}
        {unproven.length > 0 && <span className="hq-warning"> {say(`${unproven.length} 辆的行驶大半没有终端行程或派车单可查，说不清用没用，不在可减之列。`, `Of ${unproven.length} neither trips nor slips tell of half of what they drove; they are left out.`)}</span>}
      </p>
      <div className="fl-wish">
        <fieldset className="hq-set" aria-label={say('减几辆', 'Give up')}>
          <button type="button" aria-label={say('少减一辆', 'One fewer')} disabled={sizing.give === 0} onClick={() => setWanted(sizing.give - 1)}>−</button>
          <output aria-live="polite">{say(`减 ${sizing.give} 辆`, `Give up ${sizing.give}`)}</output>
          <button type="button" aria-label={say('多减一辆', 'One more')} disabled={sizing.give >= most} onClick={() => setWanted(sizing.give + 1)}>+</button>
        </fieldset>
        <fieldset className="hq-set hq-switch" aria-label={say('按什么建议', 'By what')}>
          <button type="button" aria-pressed={sizing.give === served} onClick={() => setWanted(null)}>{say(`不租车：${served} 辆`, `Without hiring: ${served}`)}</button>
          {cheapest > served && <button type="button" aria-pressed={sizing.give === cheapest} onClick={() => setWanted(cheapest)}>{say(`高峰租车最省：${cheapest} 辆`, `Hiring at peaks: ${cheapest}`)}</button>}
        </fieldset>
        <fieldset className="hq-set hq-switch" aria-label={say('留几辆机动', 'In reserve')}>
          {[0, 1, 2, 3].map((one) => <button key={one} type="button" aria-pressed={reserve === one} onClick={() => setReserve(one)}>{say(`机动 ${one}`, `Reserve ${one}`)}</button>)}
        </fieldset>
        <button type="button" className="hq-more" disabled={sizing.give === 0} onClick={() => setPrinting(true)}>{say('打印方案', 'Print')}</button>
        <a className="hq-more" href={`/api/fleet/right-sizing/export.xlsx${queryText({ use, organs: organs.join(','), size: pool.size, give: sizing.give, reserve, keep: [...keep].join(',') })}`} download>{say('导出 Excel', 'Excel')}</a>
      </div>
      <dl className="fl-sums">
        <Tile label={say('剩下', 'Stay')} value={say(`${sizing.stay} 辆`, String(sizing.stay))} />
        <Tile label={say('一年少花固定费用', 'Saved a year')} value={yuan(sizing.saved)} />
        <Tile label={say('要租车', 'To be hired')} value={say(`${sizing.carDays} 车日`, `${sizing.carDays} car days`)} />
        <Tile label={say('租车费用', 'Hire')} value={sizing.rent === null ? say('没有租赁合同', 'No contract') : yuan(sizing.rent)} />
        <Tile label={say('净省', 'Left')} value={sizing.left === null ? '—' : yuan(sizing.left)} />
        <Tile label={say('没派成的申请', 'Requests refused')} value={String(data.unmet.filter(({ hired }) => !hired).length)} />
      </dl>
      <p className="hq-small hq-secondary">{say('固定费用是这些车十二个月的保险、年检、维修保养和洗车；油费和通行费谁跑谁花，不算省下。没派成的申请也当作要车，算进了同时在外的辆数。', 'What is saved is insurance, inspection, upkeep and washing; fuel and tolls are spent by whoever drives instead. Requests that were refused count as cars that were out.')}</p>
      <section className="hq-panel" aria-label={say('每天同时在外最多几辆', 'Most at once by day')}>
        <h2>{say('每天同时在外最多几辆', 'Most at once by day')}</h2>
        <PeakChart peaks={pool.peaks} serves={sizing.stay - reserve} days={data.days} chosen={shown} onChoose={setDay} />
        {sizing.beyond.length > 0 && (
          <p className="fl-days">{say(`不够用的 ${sizing.beyond.length} 天：`, `${sizing.beyond.length} days beyond: `)}
            {sizing.beyond.toSorted((a, b) => b.most - a.most).slice(0, 12).map((one) => <button key={one.day} type="button" className="hq-chip" aria-pressed={shown === one.day} onClick={() => setDay(one.day)}>{one.day.slice(5)} · {one.most}</button>)}
          </p>
        )}
        {shown !== null && <DayProof use={use} organs={organs} size={pool.size} day={shown} />}
      </section>
      <section aria-label={say('减哪几辆', 'Which cars')}>
        <h2>{say('减哪几辆', 'Which cars')}</h2>
        <p className="hq-secondary hq-small">{say('出车天数少的先减，一样少的先减旧的。要留的点“留下”，会换下一辆。', 'Those out on the fewest days go first, older ones before newer. What is to stay is kept by a press; the next takes its place.')}</p>
        <StackingTable label={say('减哪几辆', 'Which cars')} rows={[...sizing.cars, ...pool.cars.filter(({ id }) => keep.has(id))]} keyOf={({ id }) => id} columns={[
          { title: say('车辆', 'Car'), cell: (car) => <ConsoleLink to={`/fleet/account?vehicle=${car.id}`}>{car.plate} {car.brand}</ConsoleLink> },
          { title: say('使用单位', 'Used by'), cell: ({ organ }) => organ.name },
          { title: say('车龄', 'Age'), className: 'hq-figures', cell: ({ age }) => say(`${age} 年`, `${age} y`) },
          { title: say('出车', 'Days out'), className: 'hq-figures', cell: ({ id, days }) => <ConsoleLink to={`/fleet/car-days?vehicle=${id}&from=${data.days.from}&to=${data.days.to}`}>{say(`${days} 天`, String(days))}</ConsoleLink> },
          { title: say('在外', 'Hours out'), className: 'hq-figures', cell: ({ hours }) => say(`${figure(hours)} 小时`, `${figure(hours)} h`) },
          { title: say('里程', 'Distance'), className: 'hq-figures', cell: ({ km }) => (km === null ? '—' : `${figure(Math.round(Number(km)))} km`) },
          { title: say('固定费用', 'Fixed cost'), className: 'hq-figures', cell: ({ fixed }) => yuan(fixed) },
          { title: say('处理', 'What to do'), cell: ({ id, plate, days }) => (
            <span className="hq-row">
              <button type="button" className="hq-more" aria-label={`${plate} ${keep.has(id) ? say('可减', 'May go') : say('留下', 'Keep')}`} onClick={() => toggle(id)}>{keep.has(id) ? say('可减', 'May go') : say('留下', 'Keep')}</button>
              {mayTransfer && !keep.has(id) && <ConsoleLink to={`${pathOfMatter(transfer.id)}/new${queryText({ what: 'organ', vehicle: id, why: say(`精简测算：${data.days.from} 至 ${data.days.to} 只出车 ${days} 天，合起来调度可以减下。`, `Right-sizing: out on ${days} days from ${data.days.from} to ${data.days.to}; it can be given up.`) })}`}>{say('办调拨', 'Transfer')}</ConsoleLink>}
            </span>
          ) },
        ]} />
      </section>
      <section aria-label={say('各单位', 'By organ')}>
        <h2>{say('各单位', 'By organ')}</h2>
        <StackingTable label={say('各单位', 'By organ')} rows={pool.organs.toSorted((a, b) => b.cars - a.cars)} keyOf={({ organ }) => organ.id} columns={[
          { title: say('单位', 'Organ'), cell: ({ organ }) => organ.name },
          { title: say('车辆', 'Cars'), className: 'hq-figures', cell: ({ cars }) => cars },
          { title: say('自己同时在外最多', 'Its own peak'), className: 'hq-figures', cell: (one) => one.peak },
          { title: say('自己能减', 'By itself'), className: 'hq-figures', cell: ({ cars, peak: own }) => Math.max(0, cars - own) },
          { title: say('本方案减', 'In this plan'), className: 'hq-figures', cell: ({ organ }) => given.get(organ.id)?.length ?? 0 },
        ]} />
      </section>
      <section className="hq-panel" aria-label={say('一周里什么时候用车', 'When they are out')}>
        <h2>{say('一周里什么时候用车', 'When they are out')}</h2>
        <WeekHeat week={pool.week} />
      </section>
      {data.unmet.length > 0 && (
        <details><summary>{say(`十二个月里没派成或租了车的申请 ${data.unmet.length} 件`, `${data.unmet.length} requests refused or hired for`)}</summary>
          <ul className="fl-proof">{data.unmet.slice(0, 100).map(({ number, why, from, passengers, hired }) => <li key={number}><ConsoleLink to={`/matters/fleet.use/${number}`}>{number}</ConsoleLink> {from.slice(0, 10)} {why} · {say(`${passengers} 人`, `${passengers} people`)}{hired && say(' · 租了车', ' · hired')}</li>)}</ul>
        </details>
      )}
      {printing && <SizingPaper title={title} sizing={sizing} peak={peak} days={data.days} reserve={reserve} cars={pool.cars.length} onDone={() => setPrinting(false)} />}
    </div>
  )
}

function Tile({ label, value }: { label: string; value: string }): ReactNode {
  return <div className="hq-panel"><dt className="hq-small hq-secondary">{label}</dt><dd className="hq-figures">{value}</dd></div>
}
