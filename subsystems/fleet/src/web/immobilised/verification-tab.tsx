// What is to be sealed and what came of it 封存核验: organ by organ, then car by car; what moved opens its track and its inquiry, of what was not heard it is said why and what to do.
import { call, ChipChoice, ConsoleLink, dayText, Fault, figure, instantText, pathOfMatter, pathOfNumber, pathOfRegister, pathOfRow, queryText, StackingTable, StateTag, useCan, useMe, useNames, useNow, useSay, Waiting } from '@houqin/web-kit'
import type { TagTone, WireRow } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Verification, Verified, VerifiedCar } from '../../contract/answers.ts'
import { exemption, immobilisation, inquiry, sealCheck, terminal, vehicle } from '../../contract/index.ts'
import './verification.css'

const verificationQuery = (id: string) => queryOptions({ queryKey: ['fleet', 'verification', id], queryFn: ({ signal }) => call<Verification<string>>(`/fleet/immobilisations/${id}/verification`, { signal }) })
const tones: Readonly<Record<Verified, TagTone>> = { stood: 'done', moved: 'overdue', unheard: 'soon', seen: 'done', exempt: 'draft' }
/** Those with most to look into come first. */
const [atFirst, organsAtFirst] = [12, 15]

type Shown = Verified | 'elsewhere' | 'asked' | 'sealed' | 'placeless'
const isShown: Readonly<Record<Shown, (car: VerifiedCar<string>) => boolean>> = {
  stood: ({ state }) => state === 'stood', moved: ({ state }) => state === 'moved', unheard: ({ state }) => state === 'unheard', seen: ({ state }) => state === 'seen', exempt: ({ state }) => state === 'exempt',
  elsewhere: ({ atPlace, state }) => atPlace === false && state !== 'exempt', asked: ({ asked }) => asked !== null, sealed: ({ state }) => state !== 'exempt', placeless: ({ parking, state }) => parking === null && state !== 'exempt',
}

export function VerificationTab({ row }: { row: WireRow }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(verificationQuery(row.id))
  const [organ, setOrgan] = useState('')
  const [chosen, setChosen] = useState<Shown | null>(null)
  const [all, setAll] = useState(false)
  const [everyOrgan, setEveryOrgan] = useState(false)
  const cars = useRef<HTMLElement>(null)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const words: Readonly<Record<Shown, string>> = {
    stood: say('静止', 'Stood'), moved: say('行驶', 'Moved'), unheard: say('没有消息', 'Not heard'), seen: say('现场看过', 'Seen by eye'), exempt: say('不封存', 'Let off'), elsewhere: say('不在停放地点', 'Elsewhere'),
    asked: say('等决定', 'To be decided'), sealed: say('封存', 'Sealed'), placeless: say('没有停放地点', 'Without a place'),
  }
  const ofOrgan: readonly VerifiedCar<string>[] = data.cars.filter((car) => organ === '' || car.organ.id === organ)
  const count = (what: Shown, cars: readonly VerifiedCar<string>[] = ofOrgan): number => cars.filter(isShown[what]).length
  const kinds: readonly Shown[] = data.begun ? ['moved', 'unheard', 'elsewhere', 'seen', 'stood', 'exempt', 'asked'] : ['asked', 'placeless', 'sealed', 'exempt']
  const what = chosen ?? kinds.find((kind) => count(kind) > 0) ?? kinds[0] ?? 'stood'
  const shown = ofOrgan.filter(isShown[what])
  const name = data.organs.find((one) => one.organ.id === organ)?.organ.name
  const open = (to: Shown | null, of: string): void => {
    setOrgan(of)
    setChosen(to)
    setAll(false)
    cars.current?.scrollIntoView({ block: 'start' })
  }
  const figureOf = (one: Verification<string>['organs'][number], of: Shown): ReactNode => {
    const n = count(of, data.cars.filter((car) => car.organ.id === one.organ.id))
    return n === 0 ? 0 : <button type="button" className="hq-plain hq-reference" aria-label={`${one.organ.name} ${words[of]} ${n}`} onClick={() => open(of, one.organ.id)}>{of === 'moved' ? <strong className="hq-danger">{n}</strong> : n}</button>
  }
  return (
    <div className="hq-stack">
      <p>{data.begun
        ? <>
            {!data.over && say('封存还没有结束，下面是到现在为止的情况。', 'It is not over; this is how it stands. ')}
            {say(`${data.cars.length} 辆车：静止 ${count('stood', data.cars)}，不封存 ${count('exempt', data.cars)}，行驶 ${count('moved', data.cars)}，没有消息 ${count('unheard', data.cars)}，现场看过 ${count('seen', data.cars)}。`,
              `${data.cars.length} cars: ${count('stood', data.cars)} stood, ${count('exempt', data.cars)} were let off, ${count('moved', data.cars)} moved, of ${count('unheard', data.cars)} nothing was heard, ${count('seen', data.cars)} were looked at.`)}
            {count('unheard', data.cars) > 0 && say('没有消息的说不清停没停，要到停放地点看车、对里程，登记现场核对。', ' Of those nobody can say: somebody looks at the car and its odometer and enters it.')}
          </>
        : say(`还没有开始。到时 ${count('sealed', data.cars)} 辆在指定地点封存，${count('exempt', data.cars)} 辆不封存，${count('asked', data.cars)} 件申请等决定。`,
            `Not begun. ${count('sealed', data.cars)} cars will be sealed where they belong, ${count('exempt', data.cars)} are let off, ${count('asked', data.cars)} requests wait to be decided.`)}
      </p>
      {data.over && <Conclusion sheet={data} />}
      <section ref={cars} className="hq-stack" aria-label={say('车辆情况', 'The cars')}>
        <h3 className="hq-row">{name ?? say('全部单位', 'All organs')} {organ !== '' && <button type="button" className="hq-more" onClick={() => setOrgan('')}>{say('看全部单位', 'All organs')}</button>}</h3>
        <ChipChoice options={kinds.map((kind) => ({ key: kind, label: `${words[kind]} ${count(kind)}` }))} chosen={[what]} onChange={([to]) => { setChosen((to as Shown | undefined) ?? null); setAll(false) }} />
        {shown.length === 0 && <p className="hq-secondary">{say('没有。', 'None.')}</p>}
        <ul className="hq-cards">{shown.slice(0, all ? shown.length : atFirst).map((car) => <CarRow key={car.vehicle.id} car={car} sheet={data} word={data.begun ? words[car.state] : words[car.state === 'exempt' ? 'exempt' : 'sealed']} />)}</ul>
        {!all && shown.length > atFirst && <button type="button" className="hq-more" onClick={() => setAll(true)}>{say(`再看 ${shown.length - atFirst} 辆`, `${shown.length - atFirst} more`)}</button>}
      </section>
      <div className="fl-verified-organs">
        <StackingTable
          label={say('各单位封存情况', 'How it went, organ by organ')}
          rows={data.organs.slice(0, everyOrgan ? data.organs.length : organsAtFirst)}
          keyOf={(one) => one.organ.id}
          columns={[
            { title: say('单位', 'Organ'), cell: (one) => <button type="button" className="hq-plain hq-reference" aria-pressed={organ === one.organ.id} onClick={() => open(null, organ === one.organ.id ? '' : one.organ.id)}>{one.organ.name}</button> },
            { title: say('车辆', 'Cars'), cell: (one) => one.cars, className: 'hq-end' },
            ...(data.begun ? (['stood', 'exempt', 'moved', 'unheard', 'seen', 'elsewhere'] as const) : (['sealed', 'exempt', 'asked', 'placeless'] as const)).map((of) => ({ title: words[of], cell: (one: Verification<string>['organs'][number]) => figureOf(one, of), className: 'hq-end' })),
          ]}
        />
        {!everyOrgan && data.organs.length > organsAtFirst && <button type="button" className="hq-more" onClick={() => setEveryOrgan(true)}>{say(`再看 ${data.organs.length - organsAtFirst} 个单位`, `${data.organs.length - organsAtFirst} more organs`)}</button>}
      </div>
    </div>
  )
}

function CarRow({ car, sheet: { immobilisation: { id }, begun, days }, word }: { car: VerifiedCar<string>; sheet: Verification<string>; word: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  const inquires = useCan(inquiry.id)('start')
  const lets = useCan(exemption.id)('start')
  const looks = useCan(sealCheck.id)('write')
  const me = useMe()
  const now = useNow()
  const deaf = { none: say('没有装终端', 'It has no terminal'), faulty: say('终端登记为故障', 'Its terminal is registered as faulty'), inUse: say('终端登记在用，这几天没有上线', 'Its terminal is in use and said nothing') }[car.terminal ?? 'none']
  const moved = car.firstAt === null ? '' : say(`行驶 ${car.trips} 次共 ${car.km.toFixed(1)} km，${instantText(car.firstAt, say)} 起`, `${car.trips} trips of ${car.km.toFixed(1)} km, from ${instantText(car.firstAt, say)}`)
  const asksWhy = car.state === 'moved' || car.state === 'unheard' || (car.state !== 'exempt' && car.atPlace === false) || (car.check !== null && car.check.found !== 'asLeft')
  const odd = moved !== '' ? moved
    : car.check !== null ? names.option(sealCheck.fields.found, car.check.found)
      : car.atPlace === false ? say(`最后的位置不在指定停放地点${car.parking ?? ''}`, `It was seen last elsewhere than at ${car.parking ?? 'its place'}`)
        : say(`终端没有消息：${deaf}`, `nothing was heard: ${deaf}`)
  return (
    <li className="hq-card">
      <p className="fl-verified"><strong>{car.vehicle.name}</strong><StateTag tone={begun ? tones[car.state] : car.state === 'exempt' ? 'draft' : 'running'}>{word}</StateTag></p>
      <p className="hq-small hq-secondary">{car.organ.name}{car.parking === null ? say('，没有登记停放地点', ', no place entered') : say(`，指定停放 ${car.parking}`, `, parks at ${car.parking}`)}</p>
      {car.reason !== null && <p>{say(`不封存：${car.reason}`, `Let off: ${car.reason}`)}</p>}
      {moved !== '' && <p>{moved}</p>}
      {begun && car.state === 'stood' && <p className="hq-small">{say(`${days} 天里终端有 ${car.heardDays} 天消息，都是静止`, `Heard on ${car.heardDays} of ${days} days, standing on each`)}</p>}
      {begun && car.state === 'unheard' && <p className="hq-warning">{say(`${deaf}。到${car.parking ?? '使用单位'}看车，里程表与放假前登记的对照，登记现场核对；${car.terminal === null ? '先装上终端再登记。' : '终端报修。'}`, `${deaf}. Look at the car at ${car.parking ?? 'its organ'}, hold its odometer against the reading before and enter it; ${car.terminal === null ? 'have a terminal fitted.' : 'have its terminal mended.'}`)}</p>}
      {begun && car.state === 'unheard' && car.before !== null && <p className="hq-small">{say(`放假前里程表 ${figure(car.before.odometer)} km（${dayText(car.before.day, say)}）`, `Odometer before: ${figure(car.before.odometer)} km (${dayText(car.before.day, say)})`)}</p>}
      {car.check !== null && <Looked check={car.check} before={car.before} />}
      {car.atPlace === false && car.check === null && <p className="hq-warning">{say('最后的位置不在指定停放地点。', 'It was seen last elsewhere than where it belongs.')}</p>}
      <p className="fl-verified-links hq-thumbs">
        {car.asked !== null && <ConsoleLink to={pathOfNumber(exemption.id, car.asked)}>{say(`申请 ${car.asked}`, `Request ${car.asked}`)}</ConsoleLink>}
        {car.day !== null && <ConsoleLink to={`/fleet/playback?car=${car.vehicle.id}&day=${car.day}`}>{say('看轨迹', 'See the track')}</ConsoleLink>}
        {car.day !== null && <ConsoleLink to={`/fleet/day?vehicle=${car.vehicle.id}&day=${car.day}`}>{say('这一天', 'That day')}</ConsoleLink>}
        {begun && car.state === 'unheard' && <ConsoleLink to={pathOfRow(vehicle.id, car.vehicle.id)}>{say('车辆和里程', 'Car and odometer')}</ConsoleLink>}
        {begun && car.state === 'unheard' && (car.terminal === null
          ? <ConsoleLink to={`${pathOfRegister(terminal.id)}/new${queryText({ vehicle: car.vehicle.id })}`}>{say('登记终端', 'Enter a terminal')}</ConsoleLink>
          : <ConsoleLink to={`${pathOfRegister(terminal.id)}${queryText({ 'where.vehicle': car.vehicle.id })}`}>{say('它的终端', 'Its terminal')}</ConsoleLink>)}
        {car.inquiry && <ConsoleLink to={pathOfNumber(inquiry.id, car.inquiry.number)}>{car.inquiry.number} {car.inquiry.finding === null ? say('待核查', 'open') : names.option(inquiry.facts.finding, car.inquiry.finding)}</ConsoleLink>}
        {begun && looks && car.state === 'unheard' && <ConsoleLink className="hq-mend" to={`${pathOfRegister(sealCheck.id)}/new${queryText({ immobilisation: id, vehicle: car.vehicle.id, place: car.parking ?? '', seenAt: now.toISOString(), ...(me.person && { seenBy: me.person.id }) })}`}>{say('登记现场核对', 'Enter what was seen')}</ConsoleLink>}
        {car.check !== null && <ConsoleLink to={pathOfRow(sealCheck.id, car.check.id)}>{say('现场核对和照片', 'What was seen, and photos')}</ConsoleLink>}
        {!car.inquiry && inquires && begun && asksWhy && (
          <ConsoleLink className="hq-mend" to={`${pathOfMatter(inquiry.id)}/new${queryText({ vehicle: car.vehicle.id, what: say('节假日封存期间', 'During the immobilisation: ') + odd })}`}>{say('发起核查', 'Ask why')}</ConsoleLink>
        )}
        {!begun && lets && car.state !== 'exempt' && car.asked === null && <ConsoleLink to={`${pathOfMatter(exemption.id)}/new${queryText({ immobilisation: id, vehicle: car.vehicle.id })}`}>{say('申请不封存', 'Ask to let it off')}</ConsoleLink>}
      </p>
    </li>
  )
}

/** Who looked, where, and how the odometer agrees. */
function Looked({ check: { found, seenAt, seenBy, place, odometer }, before }: { check: NonNullable<VerifiedCar<string>['check']>; before: VerifiedCar<string>['before'] }): ReactNode {
  const say = useSay()
  const names = useNames()
  const driven = odometer === null || before === null ? null : odometer - before.odometer
  return (
    <p className={found === 'asLeft' ? undefined : 'hq-warning'}>
      {say(`${seenBy} ${instantText(seenAt, say)} 在${place}看过：${names.option(sealCheck.fields.found, found)}`, `${seenBy} looked on ${instantText(seenAt, say)} at ${place}: ${names.option(sealCheck.fields.found, found)}`)}
      {odometer !== null && say(`，里程表 ${figure(odometer)} km`, `, odometer ${figure(odometer)} km`)}
      {driven !== null && before !== null && say(`，比 ${dayText(before.day, say)} 的读数多 ${figure(driven)} km`, `, ${figure(driven)} km more than on ${dayText(before.day, say)}`)}
    </p>
  )
}

/** What is left to find out, and the conclusion once nothing is. */
function Conclusion({ sheet: { immobilisation: { concludedOn, conclusion }, open } }: { sheet: Verification<string> }): ReactNode {
  const say = useSay()
  const may = useCan(immobilisation.id)('write')
  if (concludedOn !== null) return <p><StateTag tone="done">{say('核验完成', 'Concluded')}</StateTag> {dayText(concludedOn, say)} {conclusion}</p>
  if (open.moved + open.unheard > 0) return <p className="hq-warning">{say(`还不能登记核验完成：${open.moved} 辆行驶过没有核查，${open.unheard} 辆没有消息也没有现场看过。`, `It cannot be concluded yet: ${open.moved} cars moved and nobody asked why, of ${open.unheard} nothing was heard and nobody looked.`)}</p>
  return <p>{say('每辆车都清楚了。', 'Of every car it is known what it did. ')}{may && say('按“修改”登记核验完成日期和结论。', 'Press Edit and enter the day it was concluded, and the conclusion.')}</p>
}
