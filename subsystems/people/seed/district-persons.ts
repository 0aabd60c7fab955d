// The persons of the demonstration district: about 6,800 in its organs and the contractors' 420, with their posts.
import { identityCheck } from '../src/contract/index.ts'
import type { Person, Post, Rank } from '../src/contract/index.ts'
import type { SeedContractor } from './district-contractors.ts'
import type { SeedOrgan } from './district-organs.ts'
import { dice } from './dice.ts'
import type { Dice, World } from './dice.ts'
import { daysAfter } from './days.ts'
import { givenNames } from './given-names.ts'
import { plants } from './plants.ts'
import { namedPersons } from './named-persons.ts'
import type { NamedPerson } from './named-persons.ts'
import { surnames } from './surnames.ts'
import { deputyTitle, headTitle, sectionTitle, staffTitle } from './titles.ts'

export type SeedPerson = Pick<
  Person,
  'id' | 'name' | 'number' | 'gender' | 'born' | 'phone' | 'officePhone' | 'identity' | 'organ' | 'rank' | 'employment' | 'contractor' | 'standing' | 'joinedOn' | 'leftOn'
> & { readonly key: string | null }
export type SeedPost = Pick<Post, 'id' | 'person' | 'organ' | 'title' | 'kind' | 'duty' | 'rank' | 'from' | 'to'>

interface Place {
  readonly title: string
  readonly duty: Post['duty']
  readonly rank: Rank
  readonly named?: NamedPerson
}
type Make = (given: Partial<SeedPerson> & { age: number; organ: string; employment: Person['employment'] }) => SeedPerson

export function districtPersons(world: World, organs: readonly SeedOrgan[], contractors: readonly SeedContractor[]): {
  persons: readonly SeedPerson[]
  posts: readonly SeedPost[]
} {
  const roll = dice({ ...world, name: 'persons' })
  const persons: SeedPerson[] = []
  const posts: SeedPost[] = []
  const make = maker(world, roll, persons)
  for (const organ of organs) {
    for (const place of places(organ, roll)) {
      const person = make({ ...sizeUp(place, organ, roll), organ: organ.id, rank: place.rank })
      posts.push(postOf(person, organ, place, { id: roll.id(), from: startOf(person, world, roll) }))
    }
    const hired = Math.round(organ.establishment * (0.02 + 0.07 * roll.next()))
    for (let count = 0; count < hired; count += 1) {
      const person = make({ age: roll.int(22, 45), organ: organ.id, rank: 'below', employment: 'hired' })
      const place: Place = { title: staffTitle('hired', 'below'), duty: 'staff', rank: 'below' }
      posts.push(postOf(person, organ, place, { id: roll.id(), from: startOf(person, world, roll) }))
    }
  }
  for (const contractor of contractors)
    for (let count = 0; count < contractor.staff; count += 1)
      // Cleaners, cooks and guards are older than the offices they serve (年龄结构偏大).
      make({ age: Math.round(roll.bell(34, 66)), organ: contractor.servedOrgan, employment: 'outsourced', contractor: contractor.id, rank: null, officePhone: null, identity: null })
  return { persons, posts }
}

function places(organ: SeedOrgan, roll: Dice): Place[] {
  const leaders = organ.leadership.flatMap(({ rank, count }) => Array.from({ length: count }, () => rank))
  const named = namedPersons.filter((person) => person.organ === organ.shortName)
  const made: Place[] = leaders.flatMap((rank, place): Place[] => {
    if (place > 0 && roll.chance(0.06)) return []
    return [{ title: place === 0 ? headTitle(organ.name) : deputyTitle(organ.name, place - 1), duty: place === 0 ? 'head' : 'deputy', rank }]
  })
  for (const person of named) {
    const place = { title: person.title, duty: person.duty, rank: person.rank, named: person }
    if (person.duty === 'head') made[0] = place
    else made.push(place)
  }
  const usual = Math.max(made.length, Math.round(organ.establishment * (0.82 + 0.11 * roll.next())))
  const filled = organ.shortName === plants.overEstablishment.organ ? organ.establishment + plants.overEstablishment.by : usual
  const sections = Math.round((filled - made.length) / 7)
  for (let place = 0; made.length < filled; place += 1) {
    const rank = roll.weighted<Rank>([['below', 76], ['sectionDeputy', 17], ['sectionChief', 7]])
    if (place < sections) made.push({ title: sectionTitle(place), duty: 'section', rank: roll.chance(0.6) ? 'sectionDeputy' : 'below' })
    else made.push({ title: staffTitle(organ.category === 'institution' ? 'institution' : 'civil', rank), duty: 'staff', rank })
  }
  return made
}
const ages: Readonly<Record<Rank, readonly [number, number]>> = {
  countyChief: [48, 58], countyDeputy: [44, 59], sectionChief: [40, 60], sectionDeputy: [34, 60], below: [23, 60],
}
function sizeUp({ rank, named }: Place, organ: SeedOrgan, roll: Dice): { age: number; employment: Person['employment'] } & Partial<SeedPerson> {
  const employment = organ.category === 'institution' ? 'institution' : 'civil'
  if (named) return { age: named.age, employment, name: named.name, gender: named.gender, key: named.key }
  return { age: Math.round(roll.bell(...ages[rank])), employment }
}

function maker(world: World, roll: Dice, into: SeedPerson[]): Make {
  return ({ age, ...given }) => {
    const gender = given.gender ?? (roll.chance(0.43) ? 'female' : 'male')
    const born = daysAfter(world.day, -Math.round(age * 365.25) - roll.int(0, 364))
    const era = born < '1978' ? 'early' : 'late'
    const place = into.length + 1
    const joined = Math.max(0, Math.round((age - 24) * 365 * roll.next()))
    const person: SeedPerson = {
      id: roll.id(),
      key: null,
      name: roll.weighted(surnames) + roll.pick(givenNames[gender][era]),
      number: given.employment === 'outsourced' ? `W${String(place).padStart(5, '0')}` : `Q${String(place).padStart(5, '0')}`,
      gender,
      born,
      // Numbers beginning with 12 belong to no mobile network.
      phone: `12${String(roll.int(100_000_000, 999_999_999))}`,
      officePhone: roll.chance(0.8) ? `8${String(roll.int(2_100_000, 8_999_999))}` : null,
      identity: identityNumber(born, place, gender),
      rank: null,
      contractor: null,
      standing: 'active',
      joinedOn: daysAfter(world.day, -joined - 400),
      leftOn: null,
      ...given,
    }
    into.push(person)
    return person
  }
}
/** 999901 is no area that exists. */
function identityNumber(born: string, place: number, gender: Person['gender']): string {
  const order = (place % 500) * 2 + (gender === 'male' ? 1 : 0)
  const first17 = `${String(999_000 + Math.floor(place / 500)).padStart(6, '9')}${born.replaceAll('-', '')}${String(order % 1000).padStart(3, '0')}`
  return first17 + identityCheck(first17)
}
function startOf(person: SeedPerson, world: World, roll: Dice): string {
  const earliest = person.joinedOn ?? daysAfter(world.day, -4000)
  const latest = daysAfter(world.day, -400)
  return earliest > latest ? latest : daysAfter(latest, -roll.int(0, 2600)) < earliest ? earliest : daysAfter(latest, -roll.int(0, 1200))
}
export function postOf(person: SeedPerson, organ: SeedOrgan, { title, duty, rank }: Place, dated: { id: string; from: string; to?: string; kind?: Post['kind'] }): SeedPost {
  return { id: dated.id, person: person.id, organ: organ.id, title, kind: dated.kind ?? 'main', duty, rank, from: dated.from, to: dated.to ?? null }
}
