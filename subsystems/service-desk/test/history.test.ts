// Sixty days of repairs as the officer of the service section would look through them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingCalendar } from '@houqin/calendar'
import { instantOf, localDate, weekday } from '@houqin/clock'
import { statesBefore } from '@houqin/define'
import { districtPeople } from '@houqin/people/seed'
import { districtPlaces } from '@houqin/places/seed'
import { guessCategory, repair } from '@houqin/service-desk'
import { districtService, historyDays, plants, repairTexts } from '@houqin/service-desk/seed'

const world = { seed: 20210, day: '2026-11-24' }
const people = districtPeople(world)
const places = districtPlaces(world, people)
const now = instantOf({ date: world.day, time: '10:30' })
const calendar = workingCalendar()
const { desk, repairs } = districtService({ world, people, places, calendar, now })
const open = repairs.filter(({ life }) => !repair.states[life.state as keyof typeof repair.states].final)
const overdue = open.filter(({ life }) => life.dueAt !== null && life.dueAt < now && life.state !== 'fixed' && life.state !== 'returned')

test('约 900 件报修，说法两百种以上，每种都有人说过', () => {
  assert.ok(repairs.length >= 880 && repairs.length <= 920, String(repairs.length))
  const written = Object.values(repairTexts).flat()
  assert.ok(written.length >= 200 && new Set(written).size === written.length)
  const said = new Map([...Map.groupBy(repairs, ({ what }) => what)].map(([what, list]) => [what, list.length]))
  assert.ok(said.size >= 200, String(said.size))
  assert.ok(Math.max(...said.values()) < 25)
})
test('周一最多，周末很少', () => {
  const byDay = Map.groupBy(repairs, ({ openedAt }) => localDate(openedAt))
  const mean = (days: (day: string) => boolean): number => {
    const chosen = Array.from({ length: historyDays }, (_, back) => localDate(new Date(now.getTime() - back * 86_400_000))).filter(days)
    return chosen.reduce((sum, day) => sum + (byDay.get(day)?.length ?? 0), 0) / chosen.length
  }
  const monday = mean((day) => weekday(day) === 1 && calendar.isWorkingDay(day))
  const midweek = mean((day) => [2, 3, 4].includes(weekday(day)) && calendar.isWorkingDay(day) && day !== world.day)
  const off = mean((day) => !calendar.isWorkingDay(day))
  assert.ok(monday > midweek * 1.25, `${monday} ${midweek}`)
  assert.ok(off < midweek / 4, `${off} ${midweek}`)
})
test('每种状态都有，办结的占绝大多数', () => {
  const count = Object.fromEntries(Object.keys(repair.states).map((state) => [state, repairs.filter(({ life }) => life.state === state).length]))
  for (const [state, number] of Object.entries(count)) assert.ok(number > 0, `没有“${state}”的报修：${JSON.stringify(count)}`)
  assert.ok((count.closed ?? 0) / repairs.length > 0.85, JSON.stringify(count))
})
test('经过合乎规定：每一步都从它该在的状态走，时间不倒流，不到将来', () => {
  for (const { number, life } of repairs) {
    let state = ''
    let at = new Date(0)
    for (const event of life.happened) {
      assert.ok(event.at >= at && event.at <= now, `${number} ${event.step ?? '发起'} ${event.at.toISOString()}`)
      if (event.step !== null) {
        const step = repair.steps[event.step as keyof typeof repair.steps]
        assert.ok(statesBefore(step).includes(state), `${number}：${event.step} 不能从 ${state} 走`)
        assert.equal(event.to, 'to' in step ? step.to : state)
      }
      state = event.to
      at = event.at
    }
    assert.equal(state, life.state)
  }
})
test('埋点：有的超时，有的今天到期，有的并为一件', () => {
  const planted = Object.values(plants.overdue).reduce((sum, count) => sum + count, 0)
  assert.ok(overdue.length >= planted - 2 && overdue.length <= planted + 6, String(overdue.length))
  const today = open.filter(({ life }) => life.dueAt !== null && life.dueAt > now && localDate(life.dueAt) === world.day)
  assert.ok(today.length >= 4, String(today.length))
  assert.equal(repairs.filter(({ duplicateOf }) => duplicateOf !== null).length, plants.merged)
})
test('按时完工八成五以上但不是全部，超时的打分低', () => {
  const finished = repairs.filter(({ life }) => typeof life.facts.finishedAt === 'string')
  const late = finished.filter(({ life }) => String(life.facts.finishedAt) > String(life.facts.promisedAt))
  const share = 1 - late.length / finished.length
  assert.ok(share > 0.82 && share < 0.985, String(share))
  const stars = (list: typeof finished): number => {
    const rated = list.flatMap(({ life }) => (life.rating ? [life.rating.stars] : []))
    return rated.reduce((sum, one) => sum + one, 0) / rated.length
  }
  assert.ok(stars(late) < stars(finished) - 0.4)
})
test('报修地点合情理：马桶在卫生间，大树在室外', () => {
  const room = new Map(places.rooms.map((one) => [one.id, one]))
  const toilets = repairs.filter(({ what }) => what.includes('马桶')).map(({ form }) => room.get(String(form.room))?.purpose)
  assert.ok(toilets.length > 2 && toilets.every((purpose) => purpose === 'toilet'), toilets.join(' '))
  assert.ok(repairs.filter(({ what }) => what.includes('树枝')).every(({ form }) => form.area !== null))
  for (const { form, site } of repairs) {
    const at = places.rooms.find(({ id }) => id === form.room)?.site ?? places.areas.find(({ id }) => id === form.area)?.site
    assert.equal(at, site)
  }
})
test('登录的人都有事做：陈师傅手上有活，刘敏等着确认，调度有急件和疑似重复', () => {
  const of = (key: 'worker' | 'staff') => people.named(key).id
  const held = open.filter(({ life }) => life.facts.worker === of('worker')).map(({ life }) => life.state)
  assert.ok(held.includes('dispatched') && held.includes('working'), held.join(' '))
  const mine = open.filter(({ requester }) => requester.person === of('staff')).map(({ life }) => life.state)
  assert.ok(mine.includes('fixed') && mine.includes('dispatched'), mine.join(' '))
  const waiting = open.filter(({ life }) => life.state === 'asked')
  assert.ok(waiting.some(({ urgency }) => urgency === 'urgent'))
  assert.ok([...Map.groupBy(waiting, ({ form }) => form.room).values()].some((same) => same.length > 1))
})
test('每种类别都有班组去修，成员都在职', () => {
  for (const category of desk.categories)
    for (const site of places.sites) assert.ok(desk.teams.some((team) => team.trade === category.trade && team.sites.includes(site.id)), `${category.name} ${site.name}`)
  const active = new Set(people.persons.filter((person) => person.standing === 'active').map((person) => person.id))
  assert.deepEqual(desk.teams.flatMap((team) => team.members).filter((member) => !active.has(member.id)), [])
  assert.ok(desk.teams.find((team) => team.name === '电工一班')?.members.some((member) => member.id === people.named('worker').id))
})
test('没选类别时，按说法认得出八成以上', () => {
  const known = Object.entries(repairTexts).filter(([key]) => key !== 'other').flatMap(([key, texts]) => texts.map((text) => [key, text] as const))
  const right = known.filter(([key, text]) => guessCategory(text, desk.categories) === desk.categories.find((category) => category.key === key)?.id)
  assert.ok(right.length / known.length > 0.8, `${right.length} / ${known.length}`)
})
