// 意见与处理: every opinion is handled before the draft goes on, and what is not adopted whole says why.
import type { Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'

/** @throws Problem `step-not-possible` while an opinion stands without an answer. */
export async function requireHandled(tx: Tx, matter: string): Promise<void> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from regulations.rule_making__opinions where matter = ${matter}::uuid and handling is null`.execute(tx)
  const open = rows[0]?.open ?? 0
  if (open > 0) throw new Problem('step-not-possible', say(`还有 ${open} 条意见没有处理，请先在“处理意见”里逐条写明。`, `${open} opinions are not handled yet; answer each of them first.`))
}

/** @throws Problem `bad-input` for an opinion that is not adopted whole and does not say why. */
export async function requireReasons(tx: Tx, matter: string): Promise<void> {
  const { rows } = await sql<{ text: string }>`
    select text from regulations.rule_making__opinions
     where matter = ${matter}::uuid and handling in ('partly', 'declined') and coalesce(btrim(why), '') = '' order by position limit 1`.execute(tx)
  const [first] = rows
  if (!first) return
  const piece = first.text.slice(0, 20)
  throw new Problem('bad-input', say(`意见“${piece}”没有全部采纳，请写明理由。`, `The opinion “${piece}” is not adopted whole; say why.`), {
    issues: [{ at: 'lines.opinions', says: say('没有全部采纳的要写理由', 'say why it is not adopted whole') }],
  })
}

export async function opinionAuthors(tx: Tx, matter: string): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`
    select distinct by_person as person from regulations.rule_making__opinions where matter = ${matter}::uuid and by_person is not null`.execute(tx)
  return rows.map(({ person }) => person)
}
