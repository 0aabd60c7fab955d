// A sheet on its way 导出文件: rows become Excel while they are read, so that a long list needs no memory of its own.
import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { writeSheet } from '@houqin/excel'
import type { Cell, SheetColumn } from '@houqin/excel'

export interface Sheet {
  readonly title: string
  readonly columns: readonly SheetColumn[]
  readonly cells: (row: Readonly<Record<string, unknown>>) => readonly Cell[]
  /** Told on a last sheet: label and text. */
  readonly about?: readonly (readonly [string, string])[]
  /** Printed at the foot of every page. */
  readonly foot?: string
}
/** For one caller: an export reads whole lists. */
export const exportLimits = { max: 60, timeWindow: '10 minutes' }

export async function sendSheet(reply: FastifyReply, sheet: Sheet, rows: AsyncIterable<Readonly<Record<string, unknown>>>): Promise<FastifyReply> {
  // the first row is asked for before anything is sent, so that a refusal is still a problem document
  const iterator = rows[Symbol.asyncIterator]()
  const first = await iterator.next()
  const cells = async function* (): AsyncGenerator<readonly Cell[]> {
    for (let next = first; !next.done; next = await iterator.next()) yield sheet.cells(next.value)
  }
  const to = new PassThrough()
  writeSheet({ title: sheet.title, columns: sheet.columns, rows: cells(), to, ...(sheet.about && { about: sheet.about }), ...(sheet.foot !== undefined && { foot: sheet.foot }) }).catch((error: unknown) => to.destroy(error as Error))
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.title}.xlsx`)}`)
    .send(to)
}
