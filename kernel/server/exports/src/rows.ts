// The rows of an export 导出内容: head and cells of a register's or a matter's list, its count, and its rows page by page.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { text } from '@houqin/define'
import type { Fields, Matter, Register } from '@houqin/define'
import { cellOf, columnOf } from '@houqin/excel'
import type { CellWords } from '@houqin/excel'
import { isGuarded, masked, numbersHidden, optionIn } from '@houqin/fields'
import type { System } from '@houqin/http'
import { readListQuery } from '@houqin/listing'
import { say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import type { Sheet } from './send-sheet.ts'

export type Query = Readonly<Record<string, string | string[]>>
type AnyRow = Readonly<Record<string, unknown>>
/** One list under one query, for one reader. */
export interface Taken {
  readonly count: number
  readonly sheet: Sheet
  /** Recorded before the first row leaves. */
  readonly rows: AsyncIterable<AnyRow>
}
interface Asked {
  readonly actor: Actor
  readonly query: Query
  readonly reason: string
  readonly whole: boolean
}

export async function takeRegister(system: System, register: Register, { actor, query, reason, whole }: Asked): Promise<Taken> {
  const { db, registers } = system
  const asked = readListQuery(query)
  const { limit: _limit, after: _after, total: _total, sort: _sort, ...filters } = asked
  const { count } = await registers.summary(db, actor, register, filters)
  return { count, sheet: registerSheet(system, register, actor), rows: registers.exportRows(db, actor, register, asked, { reason, whole }) }
}

export async function takeMatters(system: System, matter: Matter, { actor, query, reason, whole }: Asked): Promise<Taken> {
  const { total = 0 } = await system.matters.list(system.db, actor, matter, { ...query, limit: '1', total: 'true' })
  return { count: total, sheet: matterSheet(system, matter, { actor, whole }), rows: matterRows(system, matter, { actor, query, reason, whole }) }
}

function registerSheet(system: System, register: Register, { locale }: Actor): Sheet {
  const fields = Object.entries(register.fields)
  const said = wordsFor(system, register, locale)
  return {
    title: system.word(`${register.id}.title`, register.title, locale),
    columns: fields.map(([key, field]) => columnOf(field, system.word(`${register.id}.fields.${key}`, field.label, locale), locale)),
    cells: (row) => fields.map(([key, field]) => cellOf(field, row[key], said)),
  }
}

/** @returns undefined in Chinese, as everything is written. */
function wordsFor({ told }: System, owner: Register | Matter, locale: Locale): CellWords | undefined {
  if (locale === 'zh') return undefined
  return {
    yes: 'Yes', no: 'No', between: ', ',
    option: (field, key) => optionIn(field, key).en,
    named: (field, name) => {
      // what a reference points to is declared as a register, whatever little of it the field shows
      const to = field.kind !== 'ref' ? undefined : field.to === 'self' ? owner : (field.to as Register)
      return to === undefined ? name : told(to, name, locale)
    },
  }
}

const instant = { kind: 'instant', label: '' } as const
const words = text('')
const own = ['number', 'subject', 'stateTitle', 'openedAt', 'dueAt', 'closedAt'] as const
const titles = {
  number: say('编号', 'Number'), subject: say('事项', 'Subject'), stateTitle: say('状态', 'State'),
  openedAt: say('提出时间', 'Asked'), dueAt: say('办理时限', 'Due'), closedAt: say('办结时间', 'Closed'),
}
/** As lists say it. */
const approving = say('审批中', 'Being approved')
function matterSheet(system: System, matter: Matter, { actor: { locale }, whole }: { actor: Actor; whole: boolean }): Sheet {
  const parts: readonly [string, Fields][] = [['form', matter.form], ['facts', matter.facts]]
  const fields = parts.flatMap(([part, set]) => Object.entries(set).map(([key, field]) => ({ part, key, field })))
  // what his own list shows him is masked here all the same: a file goes further than a page
  const said = wordsFor(system, matter, locale)
  const shown = (field: Fields[string], value: unknown): unknown => (whole || !isGuarded(field) || value === null || value === undefined ? value : masked(field, value))
  const ownOf = (row: AnyRow, key: (typeof own)[number]): unknown => {
    if (key === 'subject') return system.told(matter, String(row[key]), locale)
    return key === 'stateTitle' && row['approving'] === true && row['closedAt'] === null ? approving[locale] : row[key]
  }
  return {
    title: system.word(`${matter.id}.title`, matter.title, locale),
    columns: [
      ...own.map((key) => ({ title: titles[key][locale], format: '@', width: key === 'subject' ? 40 : 18 })),
      ...fields.map(({ part, key, field }) => columnOf(field, system.word(`${matter.id}.${part}.${key}`, field.label, locale), locale)),
    ],
    cells: (row) => [
      ...own.map((key) => cellOf(key.endsWith('At') ? instant : words, ownOf(row, key))),
      // the parts of a row of this list are objects
      ...fields.map(({ part, key, field }) => cellOf(field, shown(field, (row[part] as AnyRow | undefined)?.[key]), said)),
    ],
  }
}

async function* matterRows(system: System, matter: Matter, { actor, query, reason, whole }: Asked): AsyncGenerator<AnyRow> {
  await system.db.transaction().execute((tx) => record(tx, {
    ...signature(actor), at: system.clock.now(), action: `${matter.id}.export`, summary: `导出${matter.title}${reason && `：${numbersHidden(reason)}`}`,
    after: JSON.parse(numbersHidden(JSON.stringify({ ...query, whole }))),
  }))
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<System['matters']['list']>> = await system.matters.list(system.db, actor, matter, {
      ...query, limit: '200', ...(after !== null && { after }),
    })
    for (const row of page.rows) yield { ...row }
    after = page.next
  } while (after !== null)
}
