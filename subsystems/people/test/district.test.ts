// The people of the demonstration district as the office would count them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCreditCode, isIdentityNumber, ranks } from '@houqin/people'
import { daysAfter, districtPeople, plants } from '@houqin/people/seed'

const world = { seed: 20210, day: '2026-11-24' }
const district = districtPeople(world)
const staff = district.persons.filter((person) => person.employment !== 'outsourced')
const holding = (day: string) => district.posts.filter((post) => post.from <= day && (post.to === null || day <= post.to))

test('全区 235 个单位，名称和简称都不重复', () => {
  assert.equal(district.organs.length, 235)
  assert.equal(new Set(district.organs.map((organ) => organ.name)).size, 235)
  assert.equal(new Set(district.organs.map((organ) => organ.shortName)).size, 235)
})
test('约 6800 名干部职工，另有外包人员 420 名', () => {
  assert.ok(staff.length > 6700 && staff.length < 6900, String(staff.length))
  assert.equal(district.persons.length - staff.length, 420)
  assert.equal(district.contractors.length, 14)
})
test('信用代码和身份号码的校验位都对，号码不重复', () => {
  const codes = [...district.organs, ...district.contractors].flatMap(({ creditCode }) => (creditCode === null ? [] : [creditCode]))
  assert.ok(codes.length > 200)
  assert.deepEqual(codes.filter((code) => !isCreditCode(code)), [])
  assert.equal(new Set(codes).size, codes.length)
  const numbers = district.persons.flatMap(({ identity }) => (identity === null ? [] : [identity]))
  assert.deepEqual(numbers.filter((number) => !isIdentityNumber(number)), [])
  assert.equal(new Set(numbers).size, numbers.length)
  assert.equal(new Set(district.persons.map((person) => person.number)).size, district.persons.length)
})
test('一位校验位错了，就不是信用代码', () => {
  const code = district.organs[0]?.creditCode
  assert.ok(code)
  assert.equal(isCreditCode(code.slice(0, 17) + (code.endsWith('A') ? 'B' : 'A')), false)
  assert.equal(isCreditCode(`${code.slice(0, 9)}${code[9] === '9' ? '8' : '9'}${code.slice(10)}`), false)
})
test('职级像一个区：县级领导几十名，科级以下占大半', () => {
  const count = Object.fromEntries(Object.keys(ranks).map((rank) => [rank, staff.filter((person) => person.rank === rank).length]))
  assert.equal(count.countyChief, 4)
  assert.ok(count.countyDeputy !== undefined && count.countyDeputy >= 20 && count.countyDeputy <= 40, String(count.countyDeputy))
  assert.ok(count.below !== undefined && count.below / staff.length > 0.6 && count.below / staff.length < 0.8, String(count.below))
})
test('姓氏有多有少：最多的姓超过百分之四，最少的姓只有几个人', () => {
  const bySurname = Map.groupBy(staff, (person) => person.name.slice(0, 1))
  const sizes = [...bySurname.values()].map((group) => group.length).sort((a, b) => b - a)
  assert.ok((sizes[0] ?? 0) / staff.length > 0.04)
  assert.ok((sizes.at(-1) ?? 0) < 20)
  assert.ok(sizes.length > 110)
})
test('约百分之三的人有兼职，约百分之四的人一年内换过单位', () => {
  const today = holding(world.day)
  const second = new Set(today.filter((post) => post.kind === 'second').map((post) => post.person)).size
  assert.ok(second / staff.length > 0.025 && second / staff.length < 0.035, String(second))
  const yearAgo = daysAfter(world.day, -365)
  const moved = new Set(district.posts.filter((post) => post.to !== null && post.to >= yearAgo && district.persons.find(({ id }) => id === post.person)?.standing === 'active').map((post) => post.person)).size
  assert.ok(moved / staff.length > 0.035 && moved / staff.length < 0.045, String(moved))
})
test('同一个人在同一单位的任职不重叠', () => {
  for (const posts of Map.groupBy(district.posts, (post) => `${post.person} ${post.organ}`).values()) {
    const sorted = posts.toSorted((a, b) => (a.from < b.from ? -1 : 1))
    for (const [place, post] of sorted.entries()) {
      const next = sorted[place + 1]
      if (next) assert.ok(post.to !== null && post.to < next.from, `${post.title} ${post.from}`)
      assert.ok(post.to === null || post.from <= post.to, `${post.title} ${post.from}–${post.to ?? ''}`)
    }
  }
})
test('每个单位今天都有主要负责人', () => {
  assert.deepEqual(district.organs.filter((organ) => !district.heads.has(organ.id)).map((organ) => organ.name), [])
})
test('埋点：一个单位超编，其余不超编', () => {
  const established = new Set(district.persons.filter((person) => person.standing === 'active' && (person.employment === 'civil' || person.employment === 'institution')).map((person) => person.id))
  const byOrgan = Map.groupBy(holding(world.day).filter((post) => post.kind === 'main' && established.has(post.person)), (post) => post.organ)
  const over = district.organs.filter((organ) => (byOrgan.get(organ.id)?.length ?? 0) > organ.establishment + 1)
  assert.deepEqual(over.map((organ) => organ.shortName), [plants.overEstablishment.organ])
})
test('埋点：有一个人同时担任两个主职，刚退休的有 24 人', () => {
  const mains = Map.groupBy(holding(world.day).filter((post) => post.kind === 'main'), (post) => post.person)
  assert.equal([...mains.values()].filter((posts) => posts.length > 1).length, 1)
  assert.equal(district.persons.filter((person) => person.standing === 'retired' && (person.leftOn ?? '') > daysAfter(world.day, -90)).length, plants.justRetired)
})
test('同一个种子给出同一个区，换一个种子就不同', () => {
  assert.deepEqual(districtPeople(world).persons.slice(0, 200), district.persons.slice(0, 200))
  assert.notEqual(districtPeople({ ...world, seed: 7 }).persons[0]?.name, district.persons[0]?.name)
})
