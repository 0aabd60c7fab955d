// A sheet on its way 导出文件: rows become Excel while they are read, signed as they leave, so that a long list needs no memory of its own.
import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { writeSheet } from '@houqin/excel'
import type { Cell, SheetColumn } from '@houqin/excel'
import type { System } from '@houqin/http'
import { signTrailer } from './sign-trailer.ts'

export interface Workbook {
  readonly title: string
  readonly columns: readonly SheetColumn[]
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
  /** Told on a last sheet: label and text. */
  readonly about?: readonly (readonly [string, string])[]
  /** Printed at the foot of every page. */
  readonly foot?: string
}
/** For one caller: an export reads whole lists. */
export const exportLimits = { max: 60, timeWindow: '10 minutes' }

/** Refused rows are still a problem document: the first row is asked for before anything is sent. */
export async function sendWorkbook({ signer, clock }: Pick<System, 'signer' | 'clock'>, reply: FastifyReply, { title, rows, ...sheet }: Workbook): Promise<FastifyReply> {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  const first = await iterator.next()
  const all = async function* (): AsyncGenerator<readonly Cell[]> {
    for (let next = first; next.done !== true; next = await iterator.next()) yield next.value
  }
  const to = new PassThrough()
  const signed = to.pipe(signTrailer(signer, clock.now()))
  writeSheet({ title, ...sheet, rows: all(), to }).catch((error: unknown) => signed.destroy(error as Error))
  signed.once('close', () => to.destroy())
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`)
    .send(signed)
}
