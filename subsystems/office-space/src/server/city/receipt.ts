// The city's receipt 回执: a sheet that says of each row whether it was taken or sent back, and why; read into the version it answers.
import type { System } from '@houqin/http'
import type { Tx } from '@houqin/db'
import { storedFiles } from '@houqin/files'
import { Problem, say } from '@houqin/problem'
import { openLedger } from '@houqin/sheets'
import { sql } from 'kysely'

export interface Answered {
  readonly accepted: number
  readonly rejected: number
  /** Lines that name no row of the version, or no answer. */
  readonly unread: readonly string[]
}
interface Line {
  readonly key: string
  readonly answer: 'accepted' | 'rejected'
  readonly reason: string | null
}
const columns = { key: /标识|编码|^key$/i, answer: /结果|状态|^result$/i, reason: /原因|说明|^reason$/i }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const told = 20

/** @throws Problem bad-input without a readable sheet, without its two columns, or when not one line answers a row. */
export async function readReceipt(tx: Tx, { files }: System, { matter, file }: { matter: string; file: string | undefined }): Promise<Answered> {
  const [stored] = file === undefined ? [] : await storedFiles(tx, [file])
  if (!stored) throw refused(say('选一个回执文件。', 'Choose the receipt.'))
  const { lines, unread } = await linesOf(files.contentPath(stored.sha256))
  const { rows: met } = await sql<{ key: string; answer: string }>`
    update office_space.city_row r set answer = l.answer, reason = l.reason
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (key uuid, answer text, reason text)
     where r.matter = ${matter}::uuid and r.key = l.key returning r.key, r.answer`.execute(tx)
  const known = new Set(met.map(({ key }) => key))
  const strange = lines.filter(({ key }) => !known.has(key)).map(({ key }) => key)
  if (met.length === 0) throw refused(say('回执里没有一条对得上这一版的数据。请核对是不是这一版的回执。', 'Not one line of the receipt names a row of this version. See whether it is the receipt of this version.'))
  return {
    accepted: met.filter(({ answer }) => answer === 'accepted').length, rejected: met.filter(({ answer }) => answer === 'rejected').length,
    unread: [...unread, ...strange.map((key) => `${key} 不在这一版里`)].slice(0, told),
  }
}

async function linesOf(path: string): Promise<{ lines: readonly Line[]; unread: readonly string[] }> {
  const ledger = await openLedger(path)
  try {
    const lines = new Map<string, Line>()
    const unread: string[] = []
    const [sheet] = ledger.sheets.filter(({ hidden }) => !hidden)
    if (!sheet) throw refused(say('回执是空的。', 'The receipt is empty.'))
    let at: Record<keyof typeof columns, number> | undefined
    const { rows } = await ledger.rowsOf(sheet.name)
    for await (const { number, cells } of rows) {
      const texts = cells.map((cell) => cell?.text.trim() ?? '')
      if (at === undefined) {
        const found = { key: texts.findIndex((one) => columns.key.test(one)), answer: texts.findIndex((one) => columns.answer.test(one)), reason: texts.findIndex((one) => columns.reason.test(one)) }
        if (found.key >= 0 && found.answer >= 0) at = found
        continue
      }
      const [key = '', said = ''] = [texts[at.key], texts[at.answer]]
      if (key === '' && said === '') continue
      const answer = /退|拒|不|未|失败|reject|fail/i.test(said) ? 'rejected' : /收|通过|成功|accept|ok/i.test(said) ? 'accepted' : undefined
      if (!uuid.test(key) || answer === undefined) unread.push(`第 ${number} 行:${key || '没有标识'} ${said}`)
      else lines.set(key, { key, answer, reason: (at.reason >= 0 ? texts[at.reason] : '') || null })
    }
    if (at === undefined) throw refused(say('回执里要有“标识”和“结果”两列。', 'The receipt needs the columns 标识 (key) and 结果 (result).'))
    return { lines: [...lines.values()], unread }
  } finally {
    ledger.close()
  }
}
const refused = (says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at: 'input.receipt', says }] })
