// A list as a sheet 导出文件: rows with their keys become cells on their way.
import type { FastifyReply } from 'fastify'
import type { Cell } from '@houqin/excel'
import type { System } from '@houqin/http'
import { sendWorkbook } from '@houqin/signed-sheets'
import type { Workbook } from '@houqin/signed-sheets'

export interface Sheet extends Omit<Workbook, 'rows'> {
  readonly cells: (row: Readonly<Record<string, unknown>>) => readonly Cell[]
  /** A row below all others, such as their sums. */
  readonly last?: readonly Cell[]
}

export async function sendSheet(system: System, reply: FastifyReply, { cells, last, ...sheet }: Sheet, rows: AsyncIterable<Readonly<Record<string, unknown>>>): Promise<FastifyReply> {
  const written = async function* (): AsyncGenerator<readonly Cell[]> {
    for await (const row of rows) yield cells(row)
    if (last) yield last
  }
  return sendWorkbook(system, reply, { ...sheet, rows: written() })
}
