// 找名: which row of another register a name in the ledger means, and which may have been meant where none is called so.
import { setImmediate } from 'node:timers/promises'
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Catalogue, Fields, Register } from '@houqin/define'
import { columnOf, isGuarded, tableSqlOf } from '@houqin/fields'
import { knownName, nearest, plainName } from '@houqin/ledgers'
import type { Known } from '@houqin/ledgers'
import { Problem, say } from '@houqin/problem'
import { requireVerb, scopeSql } from '@houqin/register-rights'
import { guardsName, isLive } from '@houqin/rows'
import { sql } from 'kysely'

export interface Candidate {
  readonly id: string
  readonly name: string
  /** Tells it from others of its name. */
  readonly more: string
  readonly refs: Readonly<Record<string, string | null>>
}
export type Meant =
  | { readonly row: Candidate }
  | { readonly none: 'unknown' | 'several' | 'elsewhere'; readonly near: readonly Candidate[] }

interface Index {
  /** Its rows belong to what they point to, as a floor to its building; organs, sites and persons stand by themselves. */
  readonly belongs: boolean
  readonly byId: Map<string, Candidate>
  readonly byName: Map<string, Candidate[]>
  /** By name, as it is compared. */
  known: Map<string, Known> | null
  readonly near: Map<string, readonly Candidate[]>
}
export interface Lookup {
  /** @throws Problem when the reader may not read the register, or it is too large to be searched. */
  load(db: Db | Tx, target: string): Promise<void>
  /** @param values the references of the row found so far: a floor is looked for in the row's own building. */
  find(target: string, name: string, values: Readonly<Record<string, unknown>>): Meant
  byId(target: string, id: string): Candidate | undefined
  /** Those that are like a name, whether or not they stand in the row's building. */
  suggest(target: string, name: string): Promise<readonly Candidate[]>
  /** A row that the ledger itself has brought. */
  add(target: string, candidate: Candidate, names: readonly string[]): void
}

const mostRows = 200_000
const mostNear = 5
const mostSuggested = 3
/** Names for which the likest are looked for; a ledger with more wrong names is the wrong ledger. */
const mostAsked = 200

export function createLookup({ catalogue, actor, owner, fields }: { catalogue: Catalogue; actor: Actor; owner: string; fields: Fields }): Lookup {
  const indexes = new Map<string, Index>()
  const own = new Map(Object.entries(fields).map(([key, field]) => [key, targetOf(field, owner)]))
  const indexOf = (target: string): Index => {
    const index = indexes.get(target)
    if (!index) throw new Error(`${target} was not loaded`)
    return index
  }
  function put(index: Index, candidate: Candidate, names: readonly string[]): void {
    index.byId.set(candidate.id, candidate)
    for (const name of new Set(names.map(plainName))) {
      if (name === '') continue
      const others = index.byName.get(name)
      if (others) others.push(candidate)
      else index.byName.set(name, [candidate])
    }
  }
  return {
    async load(db, target) {
      if (indexes.has(target)) return
      const register = catalogue.registers.get(target)
      if (!register) throw new Error(`${target} is not declared`)
      requireVerb(actor, register, 'read')
      const index: Index = { belongs: register.dimension === undefined, byId: new Map(), byName: new Map(), known: null, near: new Map() }
      for (const { candidate, names } of await rowsOf(db, { catalogue, actor, register })) put(index, candidate, names)
      indexes.set(target, index)
    },
    byId: (target, id) => indexOf(target).byId.get(id),
    find(target, name, values) {
      const { byName, belongs } = indexOf(target)
      const called = byName.get(plainName(name)) ?? []
      const here = called.filter(({ refs }) => Object.entries(refs).every(([key, id]) => {
        const mine = own.has(key) ? values[key] : undefined
        return typeof mine !== 'string' || id === null || mine === id
      }))
      const [only, another] = here.length === 0 && called.length === 1 && !belongs ? called : here
      if (only && !another) return { row: only }
      if (only) return { none: 'several', near: here.slice(0, mostNear) }
      return { none: called.length > 0 ? 'elsewhere' : 'unknown', near: called.slice(0, mostNear) }
    },
    async suggest(target, name) {
      const index = indexOf(target)
      const found = index.near.get(name)
      if (found) return found
      if (index.near.size >= mostAsked) return []
      index.known ??= await knownOf(index.byName.keys())
      const { known, byName } = index
      // by every name it goes by: a wrong short name is like the short name, not like the long one
      const called = nearest(name, byName.keys(), { name: (one) => known.get(one) ?? { plain: one, spoken: '' }, most: mostNear })
      const near = [...new Set(called.flatMap((one) => byName.get(one) ?? []))].slice(0, mostSuggested)
      index.near.set(name, near)
      await setImmediate()
      return near
    },
    add(target, candidate, names) {
      const index = indexes.get(target)
      if (index) put(index, candidate, names)
    },
  }
}

/** Spelling out thousands of names takes a second: the others are let in between. */
async function knownOf(names: Iterable<string>): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  for (const name of names) {
    known.set(name, knownName(name))
    if (known.size % 500 === 0) await setImmediate()
  }
  return known
}

/** Texts by which people also call a row: its number, its short name; guarded ones would tell who has them. */
export function callNames({ fields, search }: Register): readonly string[] {
  return Object.entries(fields).filter(([key, field]) => field.kind === 'text' && !field.multiline && !isGuarded(field) && (field.unique || search.includes(key) || key === 'name')).map(([key]) => key)
}

async function rowsOf(db: Db | Tx, { catalogue, actor, register }: { catalogue: Catalogue; actor: Actor; register: Register }): Promise<readonly { candidate: Candidate; names: readonly string[] }[]> {
  const names = callNames(register)
  const references = Object.entries(register.fields).filter(([, field]) => field.kind === 'ref').map(([key]) => key)
  const seen = guardsName(catalogue, register) ? sql`${scopeSql(actor, register, 'read')} and ${scopeSql(actor, register, 'reveal')}` : scopeSql(actor, register, 'read')
  const { rows } = await sql<{ id: string; label: string; names: (string | null)[]; refs: (string | null)[] }>`
    select t.id, t.label, array[${sql.join([sql`t.label`, ...names.map((key) => sql.id('t', columnOf(key)))])}]::text[] as names,
           array[${sql.join([...references.map((key) => sql.id('t', columnOf(key))), sql`null`])}]::text[] as refs
    from ${tableSqlOf(register.id)} t where ${isLive} and ${seen} limit ${mostRows + 1}`.execute(db)
  if (rows.length > mostRows) throw new Problem('too-large', say(`${register.title}超过 ${mostRows} 条，不能按名称对应，请与系统管理员联系。`, `${register.id} has more than ${mostRows} rows; names in it cannot be looked up.`))
  return rows.map(({ id, label, names: called, refs }) => ({
    candidate: {
      id, name: label,
      more: called.slice(1).flatMap((one) => (one !== null && one !== label ? [one] : [])).slice(0, 1).join(' · '),
      refs: Object.fromEntries(references.map((key, at) => [key, refs[at] ?? null])),
    },
    names: called.flatMap((one) => one ?? []),
  }))
}
