// News of a matter 事项通知: what happened to it, as its timeline has it, and whom that concerns now.
import { holdersOf } from '@houqin/access'
import { formatInstant } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { publish } from '@houqin/events'
import type { HouseEvent } from '@houqin/events'
import { approvalWords, labelOfEvent } from '@houqin/matter-records'
import type { ApprovalDeed } from '@houqin/matter-records'
import { tellGroups } from '@houqin/notice-groups'
import type { GroupNews } from '@houqin/notice-groups'
import type { Locale } from '@houqin/problem'
import type { TimelineKind } from '@houqin/wire'
import { sql } from 'kysely'
import { groupDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { waitingKinds } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { tell } from './tell.ts'
import type { News } from './tell.ts'
import type { Values } from './template.ts'

/** The matter as it stands when it is told of. */
interface Standing {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly subject: string
  readonly state: string
  readonly version: number
  readonly requester: string | null
  readonly organ: string | null
  readonly site: string | null
  readonly holder_person: string | null
  readonly holder_role: string | null
  readonly due_at: Date | null
  readonly closed_at: Date | null
  readonly awaits: readonly string[]
  readonly parties: readonly string[]
}
/** What its timeline says of the happening. */
interface Entry {
  readonly what: TimelineKind
  readonly deed: ApprovalDeed | null
  readonly step: string | null
  readonly from_state: string | null
  readonly to_state: string | null
  readonly by_person: string | null
  readonly by_name: string
  readonly comment: string | null
}
interface Heard {
  readonly event: HouseEvent
  readonly matter: Matter
  readonly now: Standing
  readonly entry: Entry
  /** Nothing has been done to it since. */
  readonly latest: boolean
}
interface Payload {
  readonly matter: string
  readonly number: string
  readonly step: string
  readonly version: number
}

/** @param event of the topic `matter` or `inbox`. */
export async function tellOfMatter(tx: Tx, desk: Desk, event: HouseEvent): Promise<void> {
  // Published by the engine of matters alone.
  const payload = event.payload as Payload
  const matter = desk.catalogue.matters.get(payload.matter)
  const now = matter && (await standingOf(tx, payload.number))
  const entry = now && (await entryOf(tx, { event, payload, id: now.id }))
  if (matter === undefined || now === undefined || entry === undefined) return
  const heard = { event, matter, now, entry, latest: now.version === payload.version }
  if (event.topic === 'matter') {
    if (payload.step === 'comment') return tellComment(tx, desk, heard)
    if (payload.step === 'overdue') return
    await settle(tx, desk, heard)
    if (heard.latest && now.closed_at !== null) await tellGroups(tx, groupDesk(desk), { ...groupNews(heard), kind: 'matter.done', key: `${now.id}:${now.version}:done` })
    return tellAsker(tx, desk, heard)
  }
  if (payload.step === 'hand-over') return tellHandedOver(tx, desk, heard)
  return payload.step === 'notice' ? tellNamed(tx, desk, heard) : tellWaiting(tx, desk, heard, payload.step)
}

async function standingOf(tx: Tx, number: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select id, kind, number, subject, state, version, requester, organ, site, holder_person, holder_role, due_at, closed_at,
      array(select person from matter.awaited a where a.matter = m.id) as awaits, array(select distinct person from matter.party p where p.matter = m.id) as parties
    from matter.matter m where number = ${number}`.execute(tx)
  return rows[0]
}

async function entryOf(tx: Tx, { event: { at }, payload: { step, version }, id }: { event: HouseEvent; payload: Payload; id: string }): Promise<Entry | undefined> {
  const whats: readonly TimelineKind[] = step === 'comment' || step === 'hand-over' ? ['comment'] : ['start', 'step', 'approval', 'overdue']
  const { rows } = await sql<Entry>`
    select what, deed, step, from_state, to_state, by_person, by_name, comment
    from matter.event where matter = ${id}::uuid and version = ${version} and at <= ${at} and what = any(${[...whats]}::text[])
    order by id desc limit 1`.execute(tx)
  return rows[0]
}

/** Everybody it waits for: its holder, those whose decision it waits for, or the members of the role that holds it. */
async function waitedFor(tx: Tx, { catalogue, clock }: Desk, { now }: Heard): Promise<{ persons: readonly string[]; role?: string }> {
  if (now.closed_at !== null) return { persons: [] }
  if (now.holder_person !== null) return { persons: [now.holder_person] }
  const role = now.holder_role === null ? undefined : catalogue.roles.get(now.holder_role)
  if (role === undefined) return { persons: now.awaits }
  return { persons: await holdersOf(tx, catalogue, { role, organ: now.organ, site: now.site, day: clock.today() }), role: role.role }
}

async function tellWaiting(tx: Tx, desk: Desk, heard: Heard, step: string): Promise<void> {
  const { now, entry, latest, event } = heard
  if (!latest) return
  const { persons, role } = await waitedFor(tx, desk, heard)
  const late = step === 'overdue'
  const kind: Kind & GroupNews['kind'] = late ? 'matter.overdue' : now.awaits.length > 0 ? 'matter.approve' : isSentBack(heard) ? 'matter.back' : now.holder_person !== null && now.holder_person === now.requester ? 'matter.answer' : 'matter.yours'
  const key = late ? event.id : `${now.id}:${now.version}:waits`
  if (now.closed_at === null) await tellGroups(tx, groupDesk(desk), { ...groupNews(heard), kind, key })
  await tell(tx, desk, { ...newsOf(desk, heard), kind, persons, by: late ? null : entry.by_person, key, ...(role !== undefined && { role }) })
}

/** Refused, sent back, or handed on by a step that must say why and is nobody's usual next one. */
function isSentBack({ entry, matter }: Heard): boolean {
  if (entry.deed !== null) return entry.deed === 'refuse' || entry.deed === 'return' || entry.deed === 'return-late'
  const step = entry.what === 'step' && entry.step !== null ? matter.steps[entry.step] : undefined
  return step?.comment === 'required' && step.primary !== true
}

/** Those an effect or an approval wants told by name. */
async function tellNamed(tx: Tx, desk: Desk, heard: Heard): Promise<void> {
  const { event, now, entry, latest } = heard
  const persons = event.audience.persons ?? []
  const news = newsOf(desk, heard)
  const party = new Set(now.parties)
  await tell(tx, desk, { ...news, kind: 'approval.stuck', key: `${now.id}:${now.version}:stuck`, persons: persons.filter((person) => !party.has(person)), path: '/approval/routes' })
  const asked = persons.filter((person) => now.awaits.includes(person))
  const others = persons.filter((person) => party.has(person) && !asked.includes(person))
  const urges = entry.deed === 'urge' || entry.deed === 'remind' || (entry.what === 'step' && entry.from_state === entry.to_state)
  if (urges) await tellGroups(tx, groupDesk(desk), { ...groupNews(heard), kind: 'matter.urged', key: event.id })
  if (urges) return void (await tell(tx, desk, { ...news, kind: 'matter.urged', key: event.id, persons: [...asked, ...others] }))
  if (latest) await tell(tx, desk, { ...news, kind: 'matter.approve', key: `${now.id}:${now.version}:waits`, persons: asked })
  if (entry.what === 'overdue') return void (await tell(tx, desk, { ...news, kind: 'matter.overdue', key: event.id, by: null, persons: others }))
  // The asker hears of the outcome as its asker, and once.
  await tell(tx, desk, { ...news, kind: 'matter.told', key: event.id, persons: others.filter((person) => person !== now.requester) })
}

/** Whoever has it now hears that it is his to do; whoever takes it over for later, and whoever had it, that it was handed over. */
async function tellHandedOver(tx: Tx, desk: Desk, heard: Heard): Promise<void> {
  await tellWaiting(tx, desk, heard, 'hand-over')
  const { persons } = await waitedFor(tx, desk, heard)
  const others = (heard.event.audience.persons ?? []).filter((person) => !persons.includes(person))
  await tell(tx, desk, { ...newsOf(desk, heard), kind: 'matter.told', key: heard.event.id, persons: others })
}

async function tellAsker(tx: Tx, desk: Desk, heard: Heard): Promise<void> {
  const { now, entry, latest } = heard
  if (!latest || now.requester === null || entry.what === 'start' || entry.from_state === entry.to_state) return
  if ((await waitedFor(tx, desk, heard)).persons.includes(now.requester)) return
  await tell(tx, desk, { ...newsOf(desk, heard), kind: now.closed_at === null ? 'matter.moved' : 'matter.done', key: `${now.id}:${now.version}:asker`, persons: [now.requester] })
}

async function tellComment(tx: Tx, desk: Desk, heard: Heard): Promise<void> {
  const { now, event } = heard
  const { rows } = await sql<{ person: string }>`
    select distinct by_person as person from matter.event where matter = ${now.id}::uuid and what = 'comment' and by_person is not null`.execute(tx)
  const waited = await waitedFor(tx, desk, heard)
  const own = [now.requester, ...rows.map(({ person }) => person)].filter((person) => person !== null)
  const news = { ...newsOf(desk, heard), kind: 'matter.comment' as const, key: event.id }
  await tell(tx, desk, { ...news, persons: own })
  await tell(tx, desk, { ...news, ...waited })
}

/** Who acted has seen it; whoever it no longer waits for need not look. */
async function settle(tx: Tx, desk: Desk, heard: Heard): Promise<void> {
  const { now, entry } = heard
  const { persons } = await waitedFor(tx, desk, heard)
  const at = desk.clock.now()
  const { rows } = await sql<{ person: string }>`
    with acted as (
      update notice.notice set read_at = ${at} where matter = ${now.id}::uuid and person = ${entry.by_person}::uuid and at <= ${heard.event.at}
        and read_at is null and settled_at is null returning person
    ), others as (
      update notice.notice set settled_at = ${at} where matter = ${now.id}::uuid and kind = any(${[...waitingKinds]}::text[]) and at <= ${heard.event.at}
        and person is distinct from ${entry.by_person}::uuid and not (person = any(${[...persons]}::uuid[])) and read_at is null and settled_at is null returning person
    ) select person from acted union select person from others`.execute(tx)
  if (rows.length > 0) await publish(tx, { at, topic: 'notice', audience: { persons: rows.map(({ person }) => person) }, payload: { kind: 'read' } })
}

const groupNews = ({ matter, now }: Heard): Pick<GroupNews, 'matter' | 'now'> => ({ matter, now })

function newsOf({ told, word }: Desk, { matter, now, entry, event }: Heard): Omit<News, 'kind' | 'key' | 'persons'> {
  const values = (locale: Locale): Values => {
    const stepWord = entry.step === null ? '' : word(`${matter.id}.steps.${entry.step}`, matter.steps[entry.step]?.label ?? entry.step, locale)
    const step = entry.what === 'step' ? stepWord : entry.what === 'approval' ? `${stepWord} · ${entry.deed === null ? '' : approvalWords[entry.deed][locale]}` : labelOfEvent(matter, entry, locale)
    return {
      subject: told(matter, now.subject, locale),
      number: now.number,
      title: word(`${matter.id}.title`, matter.title, locale),
      state: word(`${matter.id}.states.${now.state}`, matter.states[now.state]?.title ?? now.state, locale),
      step,
      by: entry.by_name,
      comment: entry.comment ?? '',
      due: now.due_at === null ? '' : formatInstant(now.due_at),
    }
  }
  return { matter: now.id, path: `/matters/${matter.id}/${now.number}`, by: entry.by_person, at: event.at, values }
}
