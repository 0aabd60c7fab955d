// Links 关联 between matters: a duplicate closes into its survivor, one follows another, one is part of a whole.
import { together } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { record } from '@houqin/audit'
import type { Matter } from '@houqin/define'
import { badInput } from '@houqin/fields'
import { isLinkKind, linkKinds, linkWords, loadMatter, matterOf, mayRead, mayWrite, nameOf, noSuchMatter, signed, touchWrite, writeHappening } from '@houqin/matter-records'
import type { Caller, StoredMatter } from '@houqin/matter-records'
import { matterNumber } from '@houqin/numbering'
import { Problem, say } from '@houqin/problem'
import type { LinkKind } from '@houqin/wire'
import { sql } from 'kysely'
import { announce } from './announce.ts'
import type { Desk } from './desk.ts'
import { takeStep } from './step.ts'

interface Linking {
  readonly caller: Caller
  readonly matter: Matter
  readonly number: string
  readonly kind: unknown
  readonly to: unknown
  /** Made by an effect, which answers for it. */
  readonly free?: boolean
}

/**
 * Links a matter to another. As `duplicate-of` it takes the step of the declaration that merges, when there is one, and
 * the duplicate's parties become watchers of the survivor. @throws Problem not-found, not-allowed, bad-input, conflict.
 */
export async function linkMatters(tx: Tx, desk: Desk, { caller, matter, number, kind, to, free = false }: Linking): Promise<void> {
  if (!isLinkKind(kind)) throw badInput([{ at: 'kind', says: say(`没有这种关联，可选：${linkKinds.join('、')}`, `There is no such link; choose from: ${linkKinds.join(', ')}`) }])
  const { stored, other, otherMatter } = await lockBoth(tx, desk, { caller, matter, number, to, free })
  if (!free && !mayWrite(caller.actor, matter, stored)) throw new Problem('not-allowed', say('您只能查看这件事项，不能关联。', 'You may read this matter but not link it.'))
  if (kind === 'duplicate-of') {
    if (other.kind !== stored.kind) throw badInput([{ at: 'to', says: say('只有同一种事项才能并为重复件', 'Only matters of one kind can repeat each other') }])
    await requireSurvivor(tx, other)
  }
  await insertLink(tx, desk, { caller, stored, other, kind })
  const now = desk.clock.now()
  const comment = `${linkWords[kind].zh} ${other.number}`
  const merges = kind === 'duplicate-of' ? Object.entries(matter.steps).find(([, step]) => step.merges) : undefined
  if (merges) await takeStep(tx, desk, { caller, matter, stored, name: merges[0], given: { comment }, merging: true })
  else await writeHappening(tx, { matter: stored.id, at: now, what: 'link', version: stored.version, by: nameOf(caller), comment })
  if (kind === 'duplicate-of') {
    await sql`
      insert into matter.party (matter, person, why)
      select ${other.id}::uuid, p.person, 'watcher' from matter.party p where p.matter = ${stored.id}::uuid
        and not exists (select from matter.party already where already.matter = ${other.id}::uuid and already.person = p.person)
      on conflict do nothing`.execute(tx)
    await writeHappening(tx, { matter: other.id, at: now, what: 'link', version: other.version, by: nameOf(caller), comment: `${stored.number} 并入本件` })
    await announce(tx, desk, { id: other.id, step: 'link' })
  }
  await record(tx, {
    at: now, ...signed(caller), action: `${matter.id}.link`, subject: { kind: matter.id, id: stored.id },
    summary: `${stored.number} ${comment}`, after: { kind, to: other.number, matter: otherMatter.id },
  })
  if (!merges) await announce(tx, desk, { id: stored.id, step: 'link' })
}

/** In the order of their numbers, so that two people linking the same two never wait for each other. */
async function lockBoth(tx: Tx, desk: Desk, { caller, matter, number, to, free }: Omit<Linking, 'kind'>): Promise<{ stored: StoredMatter; other: StoredMatter; otherMatter: Matter }> {
  const wanted = typeof to === 'string' ? matterNumber(to)?.number : undefined
  const mine = matterNumber(number)?.number
  if (wanted === undefined) throw badInput([{ at: 'to', says: say('请填写要关联的事项编号，如 BX-20261124-0007', 'Give the number of the matter to link to, such as BX-20261124-0007') }])
  if (wanted === mine) throw badInput([{ at: 'to', says: say('事项不能关联自己', 'A matter cannot be linked to itself') }])
  const { rows } = await sql<{ number: string; kind: string }>`
    select number, kind from matter.matter where number = any(${[wanted, mine ?? '']}::text[]) order by number for update`.execute(tx)
  const otherKind = rows.find((row) => row.number === wanted)?.kind
  const stored = await loadMatter(tx, { matter, where: { number }, actor: caller.actor })
  if (stored === undefined || (!free && !mayRead(caller.actor, matter, stored))) throw noSuchMatter(number)
  const otherMatter = otherKind === undefined ? undefined : matterOf(desk.catalogue, otherKind)
  const other = otherMatter && (await loadMatter(tx, { matter: otherMatter, where: { number: wanted }, actor: caller.actor }))
  if (!otherMatter || !other || (!free && !mayRead(caller.actor, otherMatter, other))) throw noSuchMatter(wanted)
  return { stored, other, otherMatter }
}

/** What was merged away is no survivor: two matters that close into each other would both be lost. */
async function requireSurvivor(tx: Tx, other: StoredMatter): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select m.number from matter.link l join matter.matter m on m.id = l.other where l.matter = ${other.id}::uuid and l.kind = 'duplicate-of'`.execute(tx)
  const survivor = rows[0]?.number
  if (survivor !== undefined) throw new Problem('conflict', say(
    `${other.number} 已并入 ${survivor}，请直接关联 ${survivor}。`, `${other.number} was itself merged into ${survivor}: link to ${survivor}.`,
  ))
}

async function insertLink(tx: Tx, desk: Desk, { caller, stored, other, kind }: { caller: Caller; stored: StoredMatter; other: StoredMatter; kind: LinkKind }): Promise<void> {
  const { rows } = await sql<{ kind: string }>`
    insert into matter.link (matter, kind, other, at, by_name)
    values (${stored.id}::uuid, ${kind}, ${other.id}::uuid, ${desk.clock.now()}, ${caller.actor.principal.name})
    on conflict do nothing returning kind`.execute(tx)
  if (rows.length === 0) throw new Problem('conflict', say(
    `${stored.number} 已经有“${linkWords[kind].zh}”的关联，未作改动。`, `${stored.number} already is “${linkWords[kind].en}” another; nothing was changed.`,
  ))
  await together(tx, [touchWrite(other.id)])
  if (kind === 'part-of') await sql`update matter.matter set parent = ${other.id}::uuid where id = ${stored.id}::uuid`.execute(tx)
}
