// A sheet of findings on its way 导出核查结果: written while it is sent.
import { PassThrough, Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { writeSheet } from '@houqin/excel'
import type { Cell, SheetColumn } from '@houqin/excel'

/** For one caller: an export reads a whole ledger. */
export const exportLimits = { max: 20, timeWindow: '10 minutes' }

export function sendSheet(reply: FastifyReply, { title, columns, rows }: {
  title: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly Cell[])[]
}): FastifyReply {
  const to = new PassThrough()
  writeSheet({ title, columns, rows: Readable.from(rows), to }).catch((error: unknown) => to.destroy(error as Error))
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`)
    .send(to)
}
/** A decimal string as Excel counts it; words stay words. */
export function figureCell(value: string | null): Cell {
  return value !== null && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value
}
