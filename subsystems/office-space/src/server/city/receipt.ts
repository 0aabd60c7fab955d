// The city's receipt 回执: a sheet that says of each row whether it was taken or sent back, and why; read into the version it answers.
import type { FastifyRequest } from 'fastify'
import { uploadedPart } from '@houqin/http'
import type { System } from '@houqin/http'
import type { Db, Tx } from '@houqin/db'
import { receiveJudged, storedFiles } from '@houqin/files'
import type { ReceivedFile } from '@houqin/files'
import { Problem, say } from '@houqin/problem'
import { openLedger, sheetLimits } from '@houqin/sheets'
import { sql } from 'kysely'
import type { Answered, AnsweredRow, ReceiptTrial } from '../../contract/answers.ts'

interface Line {
  /** Of the line in the file. */
  readonly number: number
  readonly key: string
  readonly answer: 'accepted' | 'rejected'
  readonly reason: string | null
}
const columns = { key: /标识|编码|^key$/i, answer: /结果|状态|^result$/i, reason: /原因|说明|^reason$/i }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const told = 20

export interface Judged extends Omit<ReceiptTrial, 'file' | 'rejections'> {
  readonly rows: readonly AnsweredRow[]
}

const types = Object.freeze({ xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const)
/** A workbook or a CSV, told by its content. @throws Problem as the reader of sheets does for anything else. */
export async function receiveReceipt({ files, clock }: Pick<System, 'files' | 'clock'>, request: FastifyRequest): Promise<ReceivedFile> {
  const part = await uploadedPart(request, sheetLimits.fileBytes)
  return receiveJudged(files, part.file, {
    name: part.filename, at: clock.now(), maxBytes: sheetLimits.fileBytes,
    async judge(path) {
      const ledger = await openLedger(path)
      ledger.close()
      return types[ledger.kind]
    },
  })
}

/** Nothing is written. @throws Problem bad-input without a readable sheet, without its two columns, or when not one line answers a row. */
export async function judgeReceipt(db: Db | Tx, { files }: Pick<System, 'files'>, { matter, file }: { matter: string; file: string | undefined }): Promise<Judged> {
  const [stored] = file === undefined ? [] : await storedFiles(db, [file])
  if (!stored) throw refused(say('选一个回执文件。', 'Choose the receipt.'))
  const { lines, unread } = await linesOf(files.contentPath(stored.sha256))
  const { rows } = await sql<AnsweredRow>`
    select r.kind, r.key, r.name, l.answer, l.reason, (r.answer is not distinct from l.answer and r.reason is not distinct from l.reason) as known
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (key uuid, answer text, reason text) join office_space.city_row r on r.matter = ${matter}::uuid and r.key = l.key order by r.place`.execute(db)
  if (rows.length === 0) throw refused(say('回执里没有一条对得上这一版的数据。请核对是不是这一版的回执。', 'Not one line of the receipt names a row of this version. See whether it is the receipt of this version.'))
  const met = new Set(rows.map(({ key }) => key))
  const { rows: [left] } = await sql<{ silent: number }>`
    select count(*)::int as silent from office_space.city_row where matter = ${matter}::uuid and change <> 'same' and answer is null and not key = any(${[...met]}::uuid[])`.execute(db)
  return {
    rows, changes: rows.filter(({ known }) => !known).length, silent: left?.silent ?? 0,
    accepted: rows.filter(({ answer }) => answer === 'accepted').length, rejected: rows.filter(({ answer }) => answer === 'rejected').length,
    unread: [...unread, ...lines.filter(({ key }) => !met.has(key)).map(({ key, number }) => `第 ${number} 行：标识 ${key} 不在这一版里`)],
  }
}

/** @throws Problem as `judgeReceipt`. */
export async function readReceipt(tx: Tx, system: System, { matter, file }: { matter: string; file: string | undefined }): Promise<Answered> {
  const { rows, accepted, rejected, unread } = await judgeReceipt(tx, system, { matter, file })
  await sql`
    update office_space.city_row r set answer = l.answer, reason = l.reason from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l (key uuid, answer text, reason text)
     where r.matter = ${matter}::uuid and r.key = l.key`.execute(tx)
  return { accepted, rejected, unread: unread.slice(0, told) }
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
      const before = lines.get(key)
      const reason = (at.reason >= 0 ? texts[at.reason] : '') || null
      if (!uuid.test(key)) unread.push(`第 ${number} 行：${key === '' ? '没有写标识' : `“${key}”不是这一版的标识`}，写的结果是“${said}”`)
      else if (answer === undefined) unread.push(`第 ${number} 行：结果“${said}”看不出是接收还是退回`)
      else if (before !== undefined && before.answer !== answer) unread.push(`第 ${number} 行：和第 ${before.number} 行是同一条，一行写接收一行写退回，以第 ${before.number} 行为准`)
      else if (before === undefined) lines.set(key, { number, key, answer, reason })
    }
    if (at === undefined) throw refused(say('回执里要有“标识”和“结果”两列。', 'The receipt needs the columns 标识 (key) and 结果 (result).'))
    return { lines: [...lines.values()], unread }
  } finally {
    ledger.close()
  }
}
const refused = (says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at: 'input.receipt', says }] })
