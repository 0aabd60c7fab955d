// Moves 变动 of the last year: who changed organ, who holds a second post, who has just retired.
import { daysAfter } from './days.ts'
import { dice } from './dice.ts'
import type { World } from './dice.ts'
import type { SeedOrgan } from './district-organs.ts'
import { postOf } from './district-persons.ts'
import type { SeedPerson, SeedPost } from './district-persons.ts'
import { plants } from './plants.ts'
import { headTitle } from './titles.ts'

const movedShare = 0.04
const secondShare = 0.03

export function districtMoves(world: World, organs: readonly SeedOrgan[], staff: { persons: readonly SeedPerson[]; posts: readonly SeedPost[] }): {
  persons: readonly SeedPerson[]
  posts: readonly SeedPost[]
} {
  const roll = dice({ ...world, name: 'moves' })
  const organOf = new Map(organs.map((organ) => [organ.id, organ]))
  const postsOf = new Map(staff.posts.map((post) => [post.person, post]))
  const persons = new Map(staff.persons.map((person) => [person.id, person]))
  const posts = new Map(staff.posts.map((post) => [post.id, post]))
  const settled = (person: SeedPerson): boolean => person.employment !== 'outsourced' && person.employment !== 'hired' && person.key === null
  const ordinary = roll.shuffled(staff.persons.filter((person) => settled(person) && postsOf.get(person.id)?.duty === 'staff'))
  const established = staff.persons.filter((person) => person.employment !== 'outsourced').length

  const retiring = roll.shuffled(staff.persons.filter((person) => settled(person) && postsOf.get(person.id)?.duty !== 'head' && (person.born ?? '') < daysAfter(world.day, -Math.round(57.5 * 365.25))))
    .filter(({ organ }) => organOf.get(organ)?.shortName !== plants.overEstablishment.organ)
    .slice(0, plants.justRetired)
  for (const person of retiring) {
    const post = postsOf.get(person.id)
    if (!post) continue
    const leftOn = daysAfter(world.day, -roll.int(3, 75))
    persons.set(person.id, { ...person, standing: 'retired', leftOn })
    posts.set(post.id, { ...post, to: leftOn })
  }

  const stays = ordinary.filter((person) => persons.get(person.id)?.standing === 'active')
  for (const person of stays.slice(0, Math.round(established * movedShare))) {
    const post = postsOf.get(person.id)
    const here = post && organOf.get(post.organ)
    if (!post || !here) continue
    const before = roll.pick(organs.filter((other) => other.category === here.category && other.id !== here.id).concat(organs.filter((other) => other.id !== here.id).slice(0, 3)))
    const moved = daysAfter(world.day, -roll.int(6, 360))
    const earlier = postOf(person, before, { title: post.title, duty: 'staff', rank: post.rank ?? 'below' }, { id: roll.id(), from: post.from, to: daysAfter(moved, -1) })
    posts.set(post.id, { ...post, from: moved })
    posts.set(earlier.id, earlier)
  }

  for (const person of stays.slice(-Math.round(established * secondShare))) {
    const post = postsOf.get(person.id)
    const other = roll.pick(organs)
    if (!post || other.id === post.organ) continue
    const title = roll.pick(['专班成员', '挂职副主任', '联络专员', '兼职委员', '专项工作组副组长'])
    const second = postOf(person, other, { title, duty: 'staff', rank: post.rank ?? 'below' }, { id: roll.id(), from: daysAfter(world.day, -roll.int(20, 700)), kind: 'second' })
    posts.set(second.id, second)
  }

  const { from, alsoAt, title } = plants.twoMainPosts
  const home = organs.find((organ) => organ.shortName === from)
  const also = organs.find((organ) => organ.shortName === alsoAt)
  const doubled = home && staff.posts.find((post) => post.organ === home.id && post.duty === 'section')
  const person = doubled && persons.get(doubled.person)
  if (!also || !person) throw new Error(`the plant of two main posts found nobody at ${from}`)
  const extra = postOf(person, also, { title: title || headTitle(also.name), duty: 'deputy', rank: 'below' }, { id: roll.id(), from: daysAfter(world.day, -210) })
  posts.set(extra.id, extra)
  return { persons: [...persons.values()], posts: [...posts.values()] }
}
