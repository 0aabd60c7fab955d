// Slips 派车单: which car and which driver are held from when to when, by what; the database refuses one car twice at the same instant.
import { formatInstant } from '@houqin/clock'
import { constraintOf } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { drives } from '../../contract/index.ts'
import type { Slip } from '../../contract/dispatch-answers.ts'
import type { Driver, Vehicle } from '../../contract/index.ts'

/** So long a car that is late is thought to be out yet; asked again it is as long again. */
const stillOutMs = 30 * 60_000
const soon = (now: Date): Date => new Date(now.getTime() + stillOutMs)
/** Until when a slip holds its car and its driver: as planned, and while the car is out past that. */
const heldTo = (now: Date) => sql`greatest(upper(s.span), case when s.left_at is not null and s.came_at is null and upper(s.span) < ${now}::timestamptz then ${soon(now)}::timestamptz end)`
const slips = (now: Date) => sql`
  select m.id as matter, m.number, m.kind, m.state, s.vehicle, s.driver, coalesce(p.label, '') as "driverName", coalesce(u.whence, '') as whence, coalesce(u.whither, c.whither, c.duty) as whither, coalesce(u.why, c.why) as why,
         lower(s.span) as "from", upper(s.span) as "to", s.left_at as "leftAt", s.came_at as "cameAt",
         nullif(${heldTo(now)}, upper(s.span)) as "lateUntil"
    from fleet.slip s join matter.matter m on m.id = s.matter left join fleet.use u on u.matter = s.matter left join fleet.standing_use c on c.matter = s.matter
    left join fleet.driver d on d.id = s.driver left join people.person p on p.id = d.person`

/** Whatever lets this car be out between `from` and `to`: as planned, and as long as it really was or is out. Also what is finished; the earliest first. */
export async function slipsOf(tx: Db | Tx, car: string, from: Date, to: Date): Promise<readonly Slip<Date>[]> {
  const { rows } = await sql<Slip<Date>>`${slips(to)}
   where s.vehicle = ${car}::uuid and tstzrange(least(lower(s.span), s.left_at), greatest(${heldTo(to)}, s.came_at)) && tstzrange(${from}, ${to}, '[]') order by s.span`.execute(tx)
  return rows
}
/** Of all cars, as they are held. */
export async function slipsBetween(tx: Db | Tx, { from, to, now }: { from: Date; to: Date; now: Date }): Promise<readonly Slip<Date>[]> {
  const { rows } = await sql<Slip<Date>>`${slips(now)} where tstzrange(lower(s.span), ${heldTo(now)}) && tstzrange(${from}, ${to}) order by s.span`.execute(tx)
  return rows
}

export interface Held {
  readonly matter: string
  readonly vehicle: string
  readonly driver: string | null
  readonly from: Date
  readonly to: Date
}
interface InTheWay {
  readonly number: string
  readonly from: Date
  readonly to: Date
  readonly sameCar: boolean
  readonly plate: string
  readonly name: string | null
  readonly isLate: boolean
}
/** Takes the car and the driver for that time, or moves what this matter has taken already. @throws Problem conflict with who has them and until when. */
export async function hold(tx: Tx, held: Held, now: Date): Promise<void> {
  const { matter, vehicle, driver, from, to } = held
  const { rows: [other] } = await sql<InTheWay>`
    select m.number, lower(s.span) as "from", upper(s.span) as "to", s.vehicle = ${vehicle}::uuid as "sameCar", v.plate, p.label as name,
           ${heldTo(now)} <> upper(s.span) as "isLate"
      from fleet.slip s join matter.matter m on m.id = s.matter join fleet.vehicle v on v.id = s.vehicle left join fleet.driver d on d.id = s.driver left join people.person p on p.id = d.person
     where (s.vehicle = ${vehicle}::uuid or s.driver = ${driver}::uuid) and tstzrange(lower(s.span), ${heldTo(now)}) && tstzrange(${from}, ${to}) and s.matter <> ${matter}::uuid
     order by "sameCar" desc, s.span limit 1`.execute(tx)
  if (other) throw taken(other)
  await sql`
    insert into fleet.slip (matter, vehicle, driver, span) values (${matter}::uuid, ${vehicle}::uuid, ${driver}::uuid, tstzrange(${from}, ${to}))
    on conflict (matter) do update set vehicle = excluded.vehicle, driver = excluded.driver, span = excluded.span`.execute(tx).catch((error: unknown) => {
    const violated = constraintOf(error)
    if (violated?.kind !== 'exclusion') throw error
    throw violated.name.includes('driver')
      ? new Problem('conflict', say('这名驾驶员刚刚被另一位调度派了出去，时间重叠。请换一名驾驶员。', 'Another dispatcher has just sent this driver out for an overlapping time. Choose another driver.'), { cause: error })
      : new Problem('conflict', say('这辆车刚刚被另一位调度派了出去，时间重叠。请换一辆车。', 'Another dispatcher has just sent this car out for an overlapping time. Choose another car.'), { cause: error })
  })
}
function taken({ number, from, to, sameCar, plate, name, isLate }: InTheWay): Problem {
  const [who, whoEn] = sameCar ? [plate, plate] : [`驾驶员${name ?? ''}`, `The driver ${name ?? ''}`]
  if (isLate) return new Problem('conflict', say(`${who} ${number} 计划 ${formatInstant(to)} 收车，现在还没有回来，收车前不能再派。请换一${sameCar ? '辆车' : '名驾驶员'}，或问驾驶员什么时候回来。`, `${whoEn} was to be back from ${number} at ${formatInstant(to)} and is not: nothing more is promised until then. Choose another, or ask when it will be back.`))
  const span = `${formatInstant(from)}—${formatInstant(to)}`
  return new Problem('conflict', say(`${who} ${span} 已由 ${number} 派出，时间重叠。请换一${sameCar ? '辆车' : '名驾驶员'}或改时间。`, `${whoEn} is out for ${number} from ${formatInstant(from)} to ${formatInstant(to)}. Choose another or another time.`))
}
export async function letGo(tx: Tx, matter: string): Promise<void> {
  await sql`delete from fleet.slip where matter = ${matter}::uuid and left_at is null`.execute(tx)
}
export async function leave(tx: Tx, matter: string, at: Date): Promise<void> {
  await sql`update fleet.slip set left_at = ${at} where matter = ${matter}::uuid`.execute(tx)
}
/** Back before it was planned, the rest of the time is free for others. */
export async function comeBack(tx: Tx, matter: string, at: Date): Promise<void> {
  await sql`
    update fleet.slip set came_at = ${at}, span = case when ${at}::timestamptz > lower(span) then tstzrange(lower(span), least(upper(span), ${at}::timestamptz)) else span end
     where matter = ${matter}::uuid`.execute(tx)
}

export interface Fitness {
  readonly plate: string
  readonly standing: Vehicle['standing']
  readonly grade: string
  readonly kind: Vehicle['kind']
  readonly seats: number
  readonly licenceClass: Driver['licenceClass']
  readonly driverStanding: Driver['standing']
  readonly person: string
  readonly name: string
  /** The immobilisation that holds on one of the days, unless the car is let off. */
  readonly sealedBy: string | null
}
const standings = { mending: ['正在维修', 'is being mended'], immobilised: ['已封存', 'is immobilised'], disposing: ['待处置', 'waits to be disposed of'], disposed: ['已处置', 'has been disposed of'] } as const

/** @param passengers besides the driver. @returns the driver's person. @throws Problem step-not-possible with all that is against it. */
export async function requireFit(tx: Tx, { vehicle, driver, from, to, passengers }: Omit<Held, 'matter' | 'driver'> & { readonly driver: string; readonly passengers: number }): Promise<string> {
  const { rows: [fitness] } = await sql<Fitness>`
    select v.plate, v.standing, coalesce(v.grade, 'ordinary') as grade, v.kind, v.seats, d.licence_class as "licenceClass", d.standing as "driverStanding", d.person, p.label as name,
           (select i.name from fleet.immobilisation i where i.retired_at is null and i.begins <= (${to}::timestamptz at time zone 'Asia/Shanghai')::date
              and i.ends >= (${from}::timestamptz at time zone 'Asia/Shanghai')::date
              and not exists (select from fleet.immobilisation__exempt e where e.parent = i.id and e.vehicle = v.id) order by i.begins limit 1) as "sealedBy"
      from fleet.vehicle v, fleet.driver d join people.person p on p.id = d.person where v.id = ${vehicle}::uuid and d.id = ${driver}::uuid`.execute(tx)
  if (!fitness) throw new Error(`neither car ${vehicle} nor driver ${driver} went away inside this transaction`)
  const { plate, standing, grade, kind, seats, licenceClass, driverStanding, person, name, sealedBy } = fitness
  const against: (readonly [zh: string, en: string])[] = []
  if (grade !== 'ordinary') against.push([`${plate} 是受控车辆，不在公共调度台派车`, `${plate} is a graded car and not dispatched here`])
  if (standing !== 'inUse') against.push([`${plate} ${standings[standing][0]}`, `${plate} ${standings[standing][1]}`])
  if (sealedBy !== null) against.push([`${plate} 在“${sealedBy}”期间封存停驶`, `${plate} stands still during “${sealedBy}”`])
  if (seats - 1 < passengers) against.push([`${plate} 除驾驶员外坐 ${seats - 1} 人，要坐 ${passengers} 人`, `${plate} seats ${seats - 1} besides the driver, for ${passengers}`])
  if (driverStanding !== 'onDuty') against.push([`${name} ${driverStanding === 'onLeave' ? '正在休假' : '已离岗'}`, `${name} ${driverStanding === 'onLeave' ? 'is on leave' : 'has left'}`])
  if (!drives(licenceClass, kind)) against.push([`${name} 的准驾车型 ${licenceClass.toUpperCase()} 不能驾驶 ${plate}`, `The licence ${licenceClass.toUpperCase()} of ${name} does not drive ${plate}`])
  if (against.length > 0) throw new Problem('step-not-possible', say(`不能这样派：${against.map(([zh]) => zh).join('；')}。请换一辆车或一名驾驶员。`, `Not so: ${against.map(([, en]) => en).join('; ')}. Choose another car or driver.`))
  return person
}
