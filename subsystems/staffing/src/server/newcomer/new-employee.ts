// A new employee 新员工入职 in one go: person, post, desk, account, the roles asked for and the matter that tells of it, or nothing at all.
import { lent } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { systemAdmin } from '@houqin/define'
import type { System } from '@houqin/http'
import { person, post } from '@houqin/people'
import type { Person, Post } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { join, roleRequest, toldByIdentity, workplace } from '../../contract/index.ts'
import { askForRoles } from '../ask-for-roles.ts'
import type { RolesAsked } from '../ask-for-roles.ts'
import { requireFreeDesk } from './free-rooms.ts'
import { knownAlready } from './known-already.ts'
import { freeUsername, nextPersonNumber } from './proposals.ts'
import type { WelcomeGiven } from '../../contract/answers.ts'

export interface Newcomer {
  readonly name: string
  readonly phone: string
  readonly identity: string
  readonly organ: string
  readonly title: string
  readonly duty: Post['duty']
  readonly employment: Person['employment']
  readonly rank?: Person['rank'] | undefined
  readonly startsOn: string
  readonly room?: string | null | undefined
  readonly username?: string | undefined
  readonly note?: string | undefined
  readonly roles: RolesAsked['roles']
}

/** @throws Problem at the paths of the body: an identity number that is none, somebody known already, a room that is full, a role that does not fit. */
export async function newEmployee(tx: Tx, system: System, { actor, given }: { actor: Actor; given: Newcomer }): Promise<WelcomeGiven> {
  const { registers, access, matters } = system
  const told = toldByIdentity(given.identity)
  if (told === undefined) throw wrong('bad-input', 'identity', say('这不是有效的公民身份号码，请核对每一位', 'This is no valid identity number; check every digit'))
  await refuseKnown(tx, given)
  if (given.room) await requireFreeDesk(tx, { room: given.room, day: given.startsOn })
  const { name, phone, identity, organ, title, duty, employment, rank = null, startsOn } = given
  const { id } = await registers.insert(tx, actor, person, {
    name, phone, identity, organ, employment, rank, ...told, number: await nextPersonNumber(tx), standing: 'active', joinedOn: startsOn,
  })
  await registers.insert(tx, actor, post, { person: id, organ, title, kind: 'main', duty, rank, from: startsOn })
  if (given.room) await registers.insert(tx, actor, workplace, { person: id, room: given.room, from: startsOn })
  const username = given.username ?? (await freeUsername(tx, name))
  if (username === undefined) throw wrong('bad-input', 'username', say('请填写用户名', 'Give a username'))
  // An account alone opens what everybody may; what is more goes the way of the roles.
  const account = await access.accounts.create(tx, lent(actor, systemAdmin), { username, name, person: id })
  const { number } = await matters.start(tx, actor, join, {
    input: { person: id, organ, title, startsOn, username, ...(given.room && { room: given.room }), ...(given.note && { note: given.note }) },
  })
  const asked = given.roles.length === 0 ? null
    : await askForRoles(tx, system, { actor, asked: { person: id, deed: 'give', reason: `新员工入职（${number}）`, roles: given.roles } })
  if (asked) await matters.link(tx, actor, roleRequest, asked.number, { kind: 'part-of', to: number })
  if (account.handoverPassword === null) throw new Error('an account without a password was made for a newcomer')
  const { organName, room } = await placesOf(tx, given)
  return {
    number, person: { id, name }, organ: organName, title, startsOn, room, username, password: account.handoverPassword, address: system.publicUrl, roles: asked?.number ?? null,
  }
}

async function refuseKnown(tx: Tx, { phone, identity }: Newcomer): Promise<void> {
  const [known] = (await knownAlready(tx, { phone, identity })).filter(({ by, standing }) => by === 'identity' || standing === 'active')
  if (known === undefined) return
  const what = known.by === 'identity' ? say('公民身份号码', 'identity number') : say('手机号', 'phone')
  throw wrong('conflict', known.by, say(`${known.organ}的${known.name}已登记了这个${what.zh}，请核对是不是同一个人`, `${known.name} of ${known.organ} has this ${what.en} already; check whether it is the same person`))
}
function wrong(type: 'bad-input' | 'conflict', at: string, says: ReturnType<typeof say>): Problem {
  return new Problem(type, says, { issues: [{ at, says }] })
}

async function placesOf(tx: Tx, { organ, room }: Newcomer): Promise<{ organName: string; room: WelcomeGiven['room'] }> {
  const { rows: [found] } = await sql<{ organ: string; room: string | null; site: string | null; address: string | null; phone: string | null }>`
    select o.label as organ, r.label as room, s.label as site, s.address, s.phone
      from people.organ o left join places.room r on r.id = ${room ?? null}::uuid left join places.site s on s.id = r.site
     where o.id = ${organ}::uuid`.execute(tx)
  return {
    organName: found?.organ ?? '',
    room: found?.room == null ? null : { name: found.room, site: found.site ?? '', address: found.address ?? '', phone: found.phone },
  }
}
