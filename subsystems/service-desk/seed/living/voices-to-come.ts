// Voices to come 往后的诉求: complaints, suggestions and praise of further days, taken up, answered and rated by the other people of the world.
import { addWorkingHours } from '@houqin/calendar'
import { instantOf, localDate } from '@houqin/clock'
import { leftToTheWorld, startInWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Living, OpenMatter, WorldStep } from '@houqin/compose'
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice } from '@houqin/people/seed'
import type { Matter } from '@houqin/define'
import { sql } from 'kysely'
import type { District } from '../repairs-to-come.ts'
import { complaintList, praiseList, suggestionList } from '../voice-list.ts'
import { complaint, praise, serviceOfficer, suggestion } from '../../src/contract/index.ts'

/** A working day brings one of these with this chance. */
const chances: readonly { readonly matter: Matter; readonly chance: number }[] = [{ matter: complaint, chance: 0.28 }, { matter: suggestion, chance: 0.24 }, { matter: praise, chance: 0.18 }]
const tables: Readonly<Record<string, string>> = Object.freeze({ [complaint.id]: 'complaint', [suggestion.id]: 'suggestion', [praise.id]: 'praise' })
const plainly = '已到现场看过并安排改进，本周内完成；没有改好请再告诉我们。'
const mostSteps = 4

/** One text after another as the days go by, so that none comes twice within weeks. */
export async function bringVoices(bringing: Bringing, { world, people, places, calendar }: District): Promise<void> {
  const { openedAt, from, to } = bringing
  const opened = localDate(openedAt)
  for (let day = localDate(from); day <= localDate(to); day = daysAfter(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue
    for (const { matter, chance } of chances) {
      const roll = dice({ ...world, day, name: `${matter.id} of ${day}` })
      const at = instantOf({ date: day, time: `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(0, 59)).padStart(2, '0')}` })
      if (!roll.chance(chance) || at <= from || at > to) continue
      const place = Math.round((Date.parse(day) - Date.parse(opened)) / 86_400_000)
      const site = roll.pick(places.sites.filter((one) => one.managed))
      const asker = roll.pick(people.persons.filter((person) => person.standing === 'active' && person.key === null && site.organs.includes(person.organ)))
      await startInWorld(bringing, matter, { at, actor: worldActor(asker), input: { ...saidOn(matter, place), site: site.id, photos: [] } })
    }
  }
}
function saidOn(matter: Matter, place: number): Readonly<Record<string, unknown>> {
  if (matter.id === praise.id) return { what: praiseList[place % praiseList.length]?.what ?? '', person: null, team: null }
  const list = matter.id === complaint.id ? complaintList : suggestionList
  const line = list[place % list.length]
  return { what: line?.what ?? '', about: line?.about ?? 'office', ...(matter.id === complaint.id && { phone: null }) }
}

export async function moveVoices(living: Living, district: District): Promise<void> {
  for (const { matter } of chances)
    for (let round = 0; round < mostSteps; round += 1) {
      let moved = 0
      const table = sql.id('service_desk', tables[matter.id] ?? '')
      const { rows } = await sql<{ matter: string; what: string }>`select matter, what from ${table} where matter in (select id from matter.matter where kind = ${matter.id} and closed_at is null)`.execute(living.system.db)
      const said = new Map(rows.map((row) => [row.matter, row.what]))
      for (const one of await leftToTheWorld(living.system.db, matter)) {
        const next = nextOf(one, { matter, what: said.get(one.id) ?? '', living, district })
        if (next === undefined || next.at > living.to) continue
        moved += (await stepInWorld(living, { matter, number: one.number, version: one.version }, next)) === undefined ? 0 : 1
      }
      if (moved === 0) break
    }
}

function nextOf(one: OpenMatter, { matter, what, living, district: { world, people, persons, calendar } }: { matter: Matter; what: string; living: Living; district: District }): WorldStep | undefined {
  const roll = dice({ ...world, name: `${one.number} ${one.version}` })
  const base = new Date(Math.max(one.since.getTime(), living.openedAt.getTime()))
  const later = (hours: number): Date => addWorkingHours(base, hours, calendar)
  const officer = worldActor(people.named('officer'), serviceOfficer)
  const asker = one.requester === null ? undefined : persons.get(one.requester)
  if (one.state === 'received' && matter.id === praise.id)
    return { at: later(roll.skewed(4, 9, 30)), actor: officer, step: 'passOn', input: { reply: '已转达班组，计入本月表扬。', published: true, digest: what.slice(0, 30) } }
  if (one.state === 'received') return { at: later(roll.skewed(1, 2.5, 3.8)), actor: officer, step: 'accept', input: { handler: roll.pick([people.named('dispatcher'), people.named('places')]).id } }
  if (one.state === 'handling' || one.state === 'considering') return { at: later(roll.skewed(8, 14, 22)), actor: officer, step: 'answer', input: answerTo(matter, what, roll) }
  if (one.state !== 'answered' || asker === undefined) return undefined
  return { at: later(roll.skewed(1, 8, 30)), actor: worldActor(asker), step: 'satisfied', comment: roll.pick(['谢谢答复', '解决了', '说清楚了', '希望坚持', '']), rating: roll.weighted<number>([[5, 50], [4, 35], [3, 15]]) }
}
function answerTo(matter: Matter, what: string, roll: Dice): Readonly<Record<string, unknown>> {
  if (matter.id === complaint.id) {
    const line = complaintList.find((one) => one.what === what)
    return { answer: line?.answer ?? plainly, published: line?.digest !== undefined, digest: line?.digest ?? null }
  }
  const line = suggestionList.find((one) => one.what === what)
  return { answer: line?.answer ?? '已列入下季度研究，有结果再告诉您。', published: line?.digest !== undefined, digest: line?.digest ?? null, verdict: line?.verdict ?? roll.pick(['planned', 'partly'] as const) }
}
