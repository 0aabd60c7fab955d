// 保险年检到期: what ends in the days to come; a month's insurances are ticked, priced as last year and entered in one go.
import { call, ChipChoice, ConsoleLink, dayAfter, Empty, Fault, PageHead, pathOfMatter, pathOfNumber, pathOfRow, ProblemError, ProblemNotice, queryText, RowPicker, serverNow, useCan, useNames, useSay, useToast, Waiting, wallClock } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { insurance, paperKinds, roadPapers, shop, vehicle } from '../../../contract/index.ts'
import type { PaperKind } from '../../../contract/index.ts'
import { renewalOf, sumOf } from './renewal.ts'
import type { DuePapers } from '../../../contract/answers.ts'
import type { Draft } from './renewal.ts'
import './papers.css'

const spans = [30, 60, 90] as const

export function Screen(): ReactNode {
  const say = useSay()
  const [what, setWhat] = useState<PaperKind>('insurance')
  const [days, setDays] = useState<number>(30)
  const today = wallClock(serverNow()).slice(0, 10)
  const until = dayAfter(today, days)
  const { data, error, refetch } = useQuery({
    queryKey: ['fleet', 'papers-due', what, until], queryFn: ({ signal }) => call<{ rows: readonly DuePapers[] }>(`/fleet/papers-due${queryText({ what, until })}`, { signal }),
  })
  return (
    <div className="hq-stack">
      <PageHead title={say('保险年检到期', 'Insurance and inspection due')} />
      <div className="hq-row">
        <ChipChoice options={Object.entries(paperKinds).map(([key, zh]) => ({ key, label: say(zh, key === 'insurance' ? 'Insurance' : 'Inspection') }))} chosen={[what]} onChange={([key]) => setWhat(key === 'inspection' ? 'inspection' : 'insurance')} />
        <ChipChoice options={spans.map((n) => ({ key: String(n), label: say(`${n} 天内`, `Within ${n} days`) }))} chosen={[String(days)]} onChange={([key]) => setDays(Number(key ?? 30))} />
      </div>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && data.rows.length === 0 && <Empty title={say('没有要到期的', 'Nothing ends')}>{say('把天数放宽再看，或到车辆台账核对日期。', 'Look further ahead, or check the dates in the ledger.')}</Empty>}
      {data && data.rows.length > 0 && <DueList key={`${what} ${days}`} rows={data.rows} what={what} today={today} />}
    </div>
  )
}

function DueList({ rows, what, today }: { rows: readonly DuePapers[]; what: PaperKind; today: string }): ReactNode {
  const say = useSay()
  const may = useCan(roadPapers.id)('start')
  const [chosen, setChosen] = useState<Readonly<Record<string, Draft>>>({})
  const toggle = (car: DuePapers): void => setChosen(({ [car.id]: had, ...rest }) => (had ? rest : { ...rest, [car.id]: renewalOf(car, today) }))
  const together = may && what === 'insurance'
  const picked = rows.filter(({ id }) => chosen[id] !== undefined)
  return (
    <>
      {together && (
        <label className="hq-row"><input type="checkbox" checked={picked.length === rows.length} onChange={() => setChosen(picked.length === rows.length ? {} : Object.fromEntries(rows.map((car) => [car.id, renewalOf(car, today)])))} /> {say(`全选 ${rows.length} 辆`, `All ${rows.length}`)}</label>
      )}
      <ul className="hq-cards">
        {rows.map((car) => (
          <li key={car.id} className="hq-card fl-due" data-car={car.plate}>
            <div className="hq-row">
              {together && <label className="fl-pick"><input type="checkbox" aria-label={say(`选 ${car.plate}`, `Choose ${car.plate}`)} checked={chosen[car.id] !== undefined} onChange={() => toggle(car)} /></label>}
              <strong className="hq-thumbs"><ConsoleLink to={pathOfRow(vehicle.id, car.id)}>{car.plate}</ConsoleLink></strong>
              <span className="hq-small hq-secondary">{car.organ} · {car.brand}</span>
              <span className={car.until === null || car.until < today ? 'hq-danger' : 'hq-figures'}>{car.until === null ? say('没有登记', 'None entered') : car.until < today ? say(`${car.until} 已到期`, `Ended on ${car.until}`) : say(`${car.until} 到期`, `Ends on ${car.until}`)}</span>
              {car.number !== null
                ? <ConsoleLink to={pathOfNumber(roadPapers.id, car.number)}>{car.number}</ConsoleLink>
                : may && <ConsoleLink className="hq-mend" to={`${pathOfMatter(roadPapers.id)}/new${queryText({ vehicle: car.id, what })}`}>{say('办理', 'Start')}</ConsoleLink>}
            </div>
            {chosen[car.id] && <PolicyRows car={car} draft={chosen[car.id] ?? []} onChange={(draft) => setChosen({ ...chosen, [car.id]: draft })} />}
          </li>
        ))}
      </ul>
      {together && picked.length > 0 && <Together picked={picked} chosen={chosen} onInsurer={(insurer) => setChosen(Object.fromEntries(Object.entries(chosen).map(([id, draft]) => [id, draft.map((one) => ({ ...one, insurer }))])))} onDone={() => setChosen({})} />}
    </>
  )
}

function PolicyRows({ car, draft, onChange }: { car: DuePapers; draft: Draft; onChange: (draft: Draft) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const set = (place: number, values: Partial<Draft[number]>): void => onChange(draft.map((one, nth) => (nth === place ? { ...one, ...values } : one)))
  return (
    <ul className="fl-policies">
      {draft.map((one, place) => {
        const kind = names.option(insurance.fields.kind, one.kind)
        return (
          <li key={one.kind}>
            <span>{kind} <span className="hq-small hq-secondary">{one.begins} → {one.until}{one.insurer ? ` · ${one.insurer.name}` : ''}</span></span>
            <input className="hq-native" aria-label={`${car.plate} ${kind} ${say('保单号', 'number')}`} placeholder={say('保单号', 'Number')} value={one.number} onChange={({ target }) => set(place, { number: target.value })} />
            <span className="hq-measured"><input className="hq-native" inputMode="decimal" aria-label={`${car.plate} ${kind} ${say('保费', 'premium')}`} value={one.premium} onChange={({ target }) => set(place, { premium: target.value })} /><span aria-hidden="true">{say('元', 'yuan')}</span></span>
          </li>
        )
      })}
    </ul>
  )
}

function Together({ picked, chosen, onInsurer, onDone }: { picked: readonly DuePapers[]; chosen: Readonly<Record<string, Draft>>; onInsurer: (insurer: Ref) => void; onDone: () => void }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const drafts = picked.flatMap(({ id }) => chosen[id] ?? [])
  const lacking = drafts.filter(({ number, insurer, premium }) => number.trim() === '' || insurer === null || !/^\d+(\.\d{1,2})?$/.test(premium)).length
  const [insurer] = drafts.flatMap((one) => (one.insurer ? [one.insurer] : []))
  const renew = useMutation({
    mutationFn: () => call<{ numbers: readonly string[] }>('/fleet/papers-renewed', {
      method: 'POST',
      body: { renewals: picked.map(({ id }) => ({ vehicle: id, bought: (chosen[id] ?? []).map(({ insurer: by, number, ...one }) => ({ ...one, number: number.trim(), insurer: by?.id })) })) },
    }),
    onSuccess: ({ numbers }) => {
      toast({ says: say(`已登记 ${numbers.length} 辆车的保单`, `Entered the policies of ${numbers.length} cars`) })
      for (const queryKey of [['fleet', 'papers-due'], ['matters', roadPapers.id], ['inbox']]) void client.invalidateQueries({ queryKey })
      onDone()
    },
  })
  return (
    <section className="fl-together" aria-label={say('一起登记', 'Enter together')}>
      <p><strong>{say(`${picked.length} 辆，${drafts.length} 张保单，保费合计 ${sumOf(drafts)} 元`, `${picked.length} cars, ${drafts.length} policies, ${sumOf(drafts)} yuan together`)}</strong></p>
      <div className="hq-field">
        <span id="fl-insurer">{say('都在哪家保险机构', 'The insurer of all of them')}</span>
        <RowPicker register={shop.id} where={{ 'where.kind': 'insurance' }} label={say('保险机构', 'Insurer')} chosen={insurer ?? null} onChange={(row) => row && onInsurer(row)} clearable={false} />
      </div>
      <ProblemNotice problem={renew.error instanceof ProblemError ? renew.error : undefined} />
      {lacking > 0 && <p className="hq-warning">{say(`还有 ${lacking} 张没有填保单号、保险机构或保费`, `${lacking} lack a number, an insurer or a premium`)}</p>}
      <Button type="primary" size="large" block disabled={lacking > 0} loading={renew.isPending} onClick={() => renew.mutate()}>{say(`登记 ${drafts.length} 张保单`, `Enter ${drafts.length} policies`)}</Button>
    </section>
  )
}
