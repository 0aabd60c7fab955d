// 冲突: what may not stand twice, or on the same days, with the row in the way named before PostgreSQL refuses.
import { constraintOf } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { bound, columnSql, isGuarded, labelOf, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { guardsName, isLive, validFrom, validTo } from '@houqin/rows'
import { sql } from 'kysely'
import type { House } from './house.ts'
import type { Written } from './written.ts'

interface InTheWay {
  readonly id: string
  readonly label: string
  readonly valid_from?: string
  readonly valid_to?: string | null
}

/** @param id the row itself, which is never in its own way. @throws Problem `conflict`. */
export async function refuseConflicts(tx: Tx, { catalogue }: House, register: Register, { id, written }: { id: string; written: Written }): Promise<void> {
  const nameless = guardsName(catalogue, register)
  for (const [key, field] of Object.entries(register.fields)) {
    const value = written.values[key]
    if (field.kind !== 'text' || !field.unique || typeof value !== 'string') continue
    const { rows: [other] } = await sql<InTheWay>`
      select t.id, t.label from ${tableSqlOf(register.id)} t
      where ${columnSql(key, 't')} = ${value} and t.id <> ${id}::uuid and t.retired_at is null limit 1`.execute(tx)
    if (!other) continue
    const silent = isGuarded(field) || nameless
    const zh = silent ? `“${field.label}”与另一条${register.title}相同` : `“${field.label}”${value} 已用于${register.title}“${other.label}”`
    const en = silent ? `“${labelOf({ key, field }).en}” is the same as another row's` : `“${labelOf({ key, field }).en}” ${value} is already that of “${other.label}”`
    throw conflict(key, { zh: `${zh}，请核对是否重复登记。`, en: `${en}; check whether it was entered twice.` }, silent ? undefined : other.id)
  }
  await refuseOverlap(tx, register, { id, written, nameless })
}

async function refuseOverlap(tx: Tx, register: Register, { id, written: { values, from, to }, nameless }: { id: string; written: Written; nameless: boolean }): Promise<void> {
  if (!register.dated || register.alike.length === 0 || register.alike.some((key) => values[key] === null || values[key] === undefined)) return
  const alike = register.alike.flatMap((key) => {
    const field = register.fields[key]
    return field ? [sql`${columnSql(key, 't')} = ${bound(field, values[key])}`] : []
  })
  const { rows: [other] } = await sql<InTheWay>`
    select t.id, t.label, ${validFrom} as valid_from, ${validTo} as valid_to from ${tableSqlOf(register.id)} t
    where ${sql.join(alike, sql` and `)} and t.valid && daterange(${from}::date, ${to}::date, '[]') and t.id <> ${id}::uuid and ${isLive}
    order by lower(t.valid) limit 1`.execute(tx)
  if (!other) return
  const labels = register.alike.map((key) => register.fields[key]?.label ?? key).join('、')
  const name = nameless ? '' : `“${other.label}”`
  throw conflict('from', {
    zh: `与已有的${register.title}${name}（${other.valid_from ?? ''} 至 ${other.valid_to ?? '今后'}）日期重叠：${labels}相同的记录同一天只能有一条。请先为它填写截止日期，或改起始日期。`,
    en: `The days overlap with ${name || 'another row'} (${other.valid_from ?? ''} to ${other.valid_to ?? 'further notice'}): rows alike in ${register.alike.join(', ')} never share a day. End that one first, or change the first day.`,
  }, other.id)
}

function conflict(at: string, says: { readonly zh: string; readonly en: string }, row?: string): Problem {
  return new Problem('conflict', says, { issues: [{ at, says }], ...(row !== undefined && { more: { row } }) })
}

/** Two writers at one moment: the check found nothing and PostgreSQL refused all the same. To be given to `catch`. */
export function refusedBy(register: Register): (error: unknown) => never {
  return (error) => {
    const violated = constraintOf(error)
    if (violated?.kind === 'unique') {
      throw new Problem('conflict', say(`与已有的${register.title}重复，请刷新后核对。`, 'It is the same as a row that exists; reload and check.'), { cause: error })
    }
    if (violated?.kind === 'exclusion') {
      throw new Problem('conflict', say(`与已有的${register.title}日期重叠，请刷新后核对。`, 'The days overlap with a row that exists; reload and check.'), { cause: error })
    }
    if (violated?.kind === 'foreign-key') {
      throw new Problem('conflict', say('所引用的记录不存在，请刷新后重新选择。', 'It points to a row that does not exist; reload and choose again.'), { cause: error })
    }
    throw error
  }
}
