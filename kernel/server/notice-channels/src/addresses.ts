// Addresses 联系方式: under which mailbox, number or account a person is known on each way.
import { requireRole, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { systemAdmin } from '@houqin/define'
import type { Catalogue } from '@houqin/define'
import { badInput, columnSql, isId, tableSqlOf } from '@houqin/fields'
import type { Address, ChannelKind } from '@houqin/notices'
import { Problem, say } from '@houqin/problem'
import { targetsOf } from '@houqin/rows'
import type { Addresses } from '@houqin/wire'
import { sql } from 'kysely'
import { kinds } from './kinds.ts'

/** Kinds that reach one person. */
export const personalKinds: readonly ChannelKind[] = Object.values(kinds).filter(({ group }) => !group).map(({ kind }) => kind)

export interface AddressBook {
  readonly clock: Clock
  readonly catalogue: Catalogue
}

const shapes: Readonly<Partial<Record<ChannelKind, RegExp>>> = { email: /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/, sms: /^\+?\d{6,15}$/ }
const account = /^[\w.@-]{1,64}$/
const manage = { roles: [systemAdmin], deed: say('管理他人的通知地址', 'manage other people’s addresses') }

/** For sending; those without an address are missing. A mobile number in the register of persons stands in where none was entered. */
export async function addressesOf(db: Db | Tx, { catalogue }: AddressBook, { kind, persons }: { kind: ChannelKind; persons: readonly string[] }): Promise<ReadonlyMap<string, Address>> {
  if (persons.length === 0) return new Map()
  const { rows } = await sql<{ person: string; value: string }>`
    select wanted.person, coalesce(a.value, ${kind === 'sms' ? phoneSql(catalogue) : sql`null`}) as value
    from unnest(${[...persons]}::uuid[]) as wanted (person)
    left join channel.address a on a.person = wanted.person and a.kind = ${kind}
    where coalesce(a.value, ${kind === 'sms' ? phoneSql(catalogue) : sql`null`}) is not null`.execute(db)
  const names = await targetsOf(db, new Map([[catalogue.dimensions.person?.id ?? '', new Set(rows.map(({ person }) => person))]]))
  return new Map(rows.map(({ person, value }) => [person, { value, name: names.get(person)?.name ?? '' }]))
}

/** The register's field that is masked as a telephone number. */
function phoneSql({ dimensions: { person } }: Catalogue) {
  const field = Object.entries(person?.fields ?? {}).find(([, shape]) => 'mask' in shape && shape.mask === 'phone')?.[0]
  if (person === undefined || field === undefined) return sql`null::text`
  return sql`(select ${columnSql(field, 'p')} from ${tableSqlOf(person.id)} p where p.id = wanted.person)`
}

/** One's own, or another's for the system administrator. @throws Problem not-allowed, not-found. */
export async function readAddresses(db: Db | Tx, { actor, person }: { actor: Actor; person?: string | undefined }): Promise<Addresses<ChannelKind>> {
  const whose = ownerOf(actor, person)
  const { rows } = await sql<{ kind: ChannelKind; value: string }>`select kind, value from channel.address where person = ${whose}::uuid`.execute(db)
  const found = new Map(rows.map(({ kind, value }) => [kind, value]))
  return Object.fromEntries(personalKinds.map((kind) => [kind, found.get(kind) ?? null]))
}

/** @param given only those that change; null takes one away. @throws Problem not-allowed, not-found, bad-input. */
export async function keepAddresses(tx: Tx, book: AddressBook, { actor, person, given }: { actor: Actor; person?: string | undefined; given: Addresses<ChannelKind> }): Promise<Addresses<ChannelKind>> {
  const whose = ownerOf(actor, person)
  const issues = Object.entries(given).flatMap(([kind, value]) => issueOf(kind, value))
  if (issues.length > 0) throw badInput(issues)
  const before = await readAddresses(tx, { actor, person })
  const at = book.clock.now()
  for (const [kind, value] of Object.entries(given)) {
    await (value === null
      ? sql`delete from channel.address where person = ${whose}::uuid and kind = ${kind}`
      : sql`insert into channel.address (person, kind, value, changed_at) values (${whose}::uuid, ${kind}, ${value}, ${at})
          on conflict (person, kind) do update set value = excluded.value, changed_at = excluded.changed_at`
    ).execute(tx)
  }
  const after = await readAddresses(tx, { actor, person })
  const register = book.catalogue.dimensions.person?.id ?? 'person'
  await record(tx, { at, ...signature(actor), action: 'channel.address', subject: { kind: register, id: whose }, summary: '修改通知地址', before, after })
  return after
}

function ownerOf({ principal }: Actor, person: string | undefined): string {
  if (person === undefined) {
    if (principal.person === null) throw new Problem('not-found', say('您的账号没有关联人员，没有通知地址。请系统管理员在“账号”中关联。', 'Your account belongs to no person, so it has no addresses. The system administrator links it.'))
    return principal.person
  }
  requireRole(principal, manage)
  if (!isId(person)) throw new Problem('not-found', say('没有这位人员。', 'There is no such person.'))
  return person
}

function issueOf(kind: string, value: string | null | undefined): readonly { at: string; says: ReturnType<typeof say> }[] {
  const known = personalKinds.find((one) => one === kind)
  if (known === undefined) return [{ at: kind, says: say('没有这种渠道', 'There is no such channel') }]
  if (value === null || value === undefined || (shapes[known] ?? account).test(value)) return []
  return [{ at: kind, says: say(`不是${kinds[known].address.zh}`, `This is no ${kinds[known].address.en.toLowerCase()}`) }]
}
