// 收台账: a ledger on its way in, told by its content; kept out at the door when it is none or too large.
import type {} from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { receiveJudged } from '@houqin/files'
import type { ReceivedFile } from '@houqin/files'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { openLedger, sheetLimits } from '@houqin/sheets'

const types = Object.freeze({ xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const)

export async function receiveLedger(system: System, request: FastifyRequest): Promise<ReceivedFile> {
  // one byte more than is kept: what is too large is said to be, not taken for a damaged file
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: sheetLimits.fileBytes + 1 } }).catch(unreadable) : undefined
  if (!part) throw new Problem('bad-request', say('没有收到文件，请以 multipart 的 file 字段上传。', 'No file came; send it as the multipart field `file`.'))
  return receiveJudged(system.files, part.file, {
    name: part.filename, at: system.clock.now(), maxBytes: sheetLimits.fileBytes,
    async judge(path) {
      const ledger = await openLedger(path)
      ledger.close()
      return types[ledger.kind]
    },
  })
}

/** What the reader of forms stumbles over is the sender's form; its own refusals already carry a code. */
function unreadable(error: unknown): never {
  if (error instanceof Error && 'code' in error) throw error
  throw new Problem('bad-request', say('上传的表单读不出来，请重新选择文件上传。', 'The form cannot be read; choose the file and send it again.'), { cause: error })
}
