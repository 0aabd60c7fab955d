// 收台账: a ledger on its way in, told by its content; kept out at the door when it is none or too large.
import type { FastifyRequest } from 'fastify'
import { receiveJudged } from '@houqin/files'
import type { ReceivedFile } from '@houqin/files'
import { uploadedPart } from '@houqin/http'
import type { System } from '@houqin/http'
import { openLedger, sheetLimits } from '@houqin/sheets'

const types = Object.freeze({ xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const)

export async function receiveLedger(system: System, request: FastifyRequest): Promise<ReceivedFile> {
  const part = await uploadedPart(request, sheetLimits.fileBytes)
  return receiveJudged(system.files, part.file, {
    name: part.filename, at: system.clock.now(), maxBytes: sheetLimits.fileBytes,
    async judge(path) {
      const ledger = await openLedger(path)
      ledger.close()
      return types[ledger.kind]
    },
  })
}
