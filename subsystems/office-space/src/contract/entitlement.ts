// What an organ may have 核定面积: offices, service rooms, equipment rooms, and what has to be built for them.
import { decimal } from '@houqin/define'
import type { Rank } from '@houqin/people'
import { divided, ratio } from './exact-area.ts'

/** An organ as the building standard sees it. */
export interface OrganSize {
  /** 编制定员. */
  readonly establishment: number
  /** 领导职数 by rank; whoever of the establishment is not among them is below section rank. */
  readonly posts: Readonly<Partial<Record<Rank, number>>>
  /** Height class of the building, which decides K. */
  readonly height: 'low' | 'high'
  /** Whether it needs a canteen of its own. */
  readonly canteen?: boolean
  readonly cars?: number
  readonly bicycles?: number
  /** 电动车、摩托车. */
  readonly electric?: number
  readonly guards?: number
}
/** Decimal strings; areas in ㎡. */
export interface EntitlementFigures {
  readonly officeArea: Readonly<Record<Rank, string>>
  readonly serviceMost: string
  readonly serviceLeast: string
  /** Establishment up to which the most holds, and from which the least does; between them a straight line. */
  readonly serviceUpTo: string
  readonly serviceFrom: string
  /** Percent of offices and service rooms. */
  readonly equipment: string
  /** 使用面积系数 K in percent. */
  readonly coefficient: Readonly<Record<'low' | 'high', string>>
  readonly canteen: string
  readonly canteenBeyond: string
  readonly canteenUpTo: string
  readonly car: string
  readonly carBeyond: string
  readonly carUpTo: string
  readonly bicycle: string
  readonly electric: string
  readonly guard: string
}
/** All in ㎡, exact to the hundredth. Usable 使用面积 and built 建筑面积 are never added to each other but through K. */
export interface Entitlement {
  readonly posts: Readonly<Record<Rank, number>>
  /** A */
  readonly office: string
  readonly servicePerPerson: string
  /** B */
  readonly service: string
  readonly equipment: string
  /** A + B + 9 %(A + B) */
  readonly usable: string
  /** The same through K. */
  readonly built: string
  readonly canteen: string
  readonly garage: string
  readonly sheds: string
  readonly guardRooms: string
  /** C */
  readonly ancillary: string
  /** S */
  readonly total: string
}

/** S = [A + B + 9 %(A + B)] / K + C of 发改投资〔2014〕2674号. @throws RangeError when more leaders are named than the establishment has. */
export function entitlementOf(size: OrganSize, figures: EntitlementFigures): Entitlement {
  const posts = postsOf(size)
  const office = decimal.sum((Object.keys(posts) as Rank[]).map((rank) => decimal.times(String(posts[rank]), figures.officeArea[rank])))
  const service = serviceRooms(size.establishment, figures)
  const basic = decimal.sum([office, service])
  const equipment = percentOf(basic, figures.equipment)
  const usable = decimal.sum([basic, equipment])
  const built = divided(usable, percentOf('1', figures.coefficient[size.height], 4))
  const canteen = size.canteen === true ? stepped(size.establishment, { first: figures.canteen, beyond: figures.canteenBeyond, upTo: figures.canteenUpTo }) : '0.00'
  const garage = stepped(size.cars ?? 0, { first: figures.car, beyond: figures.carBeyond, upTo: figures.carUpTo })
  const sheds = decimal.sum([decimal.times(String(size.bicycles ?? 0), figures.bicycle), decimal.times(String(size.electric ?? 0), figures.electric)])
  const guardRooms = decimal.times(String(size.guards ?? 0), figures.guard)
  const ancillary = decimal.sum([canteen, garage, sheds, guardRooms])
  const servicePerPerson = size.establishment === 0 ? figures.serviceMost : divided(service, String(size.establishment))
  return { posts, office, servicePerPerson, service, equipment, usable, built, canteen, garage, sheds, guardRooms, ancillary, total: decimal.sum([built, ancillary]) }
}

function postsOf({ establishment, posts }: OrganSize): Record<Rank, number> {
  const led = { countyChief: 0, countyDeputy: 0, sectionChief: 0, sectionDeputy: 0, below: 0, ...posts }
  const named = Object.values(led).reduce((sum, count) => sum + count, 0)
  const rest = establishment - named
  if (rest < 0) throw new RangeError(`领导职数 ${named} 名超过编制 ${establishment} 名 / ${named} posts named for an establishment of ${establishment}`)
  return { ...led, below: led.below + rest }
}

/** Establishment × area a person, rounded once: 8 ㎡ up to 100, (500 − x) / 50 between, 6 ㎡ from 200 on. */
export function serviceRooms(establishment: number, { serviceMost, serviceLeast, serviceUpTo, serviceFrom }: Pick<EntitlementFigures, 'serviceMost' | 'serviceLeast' | 'serviceUpTo' | 'serviceFrom'>): string {
  const [most, least, upTo, from] = [decimal.toUnits(serviceMost, 2), decimal.toUnits(serviceLeast, 2), decimal.toUnits(serviceUpTo, 0), decimal.toUnits(serviceFrom, 0)]
  const people = BigInt(establishment)
  if (people <= upTo) return decimal.fromUnits(people * most, 2)
  if (people >= from) return decimal.fromUnits(people * least, 2)
  return ratio(people * (most * (from - upTo) - (most - least) * (people - upTo)), (from - upTo) * 100n)
}

export function stepped(count: number, { first, beyond, upTo }: { first: string; beyond: string; upTo: string }): string {
  const most = Number(upTo)
  return decimal.sum([decimal.times(String(Math.min(count, most)), first), decimal.times(String(Math.max(0, count - most)), beyond)])
}
const percentOf = (area: string, percent: string, scale = 2): string => decimal.times(area, decimal.times(percent, '0.01', 4), scale)
