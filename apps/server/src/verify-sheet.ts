// A sheet held against its house 核验导出文件: by the keys of this machine, or by those somebody was handed.
import { judgeSheet } from '@houqin/signed-sheets'
import type { SheetJudgement } from '@houqin/signed-sheets'
import { houseKeys, readPublicKeys, signedByOneOf } from './signing-key.ts'

export type { SheetJudgement } from '@houqin/signed-sheets'

/** @param publicKeys a file of PEM; without it the keys of the house in `dataFolder`. @throws Fault `server.no-public-key`, or as `open` for a file that is not there. */
export async function verifySheet({ file, dataFolder, publicKeys }: { file: string; dataFolder: string; publicKeys?: string | undefined }): Promise<SheetJudgement> {
  const keys = publicKeys === undefined ? await houseKeys(dataFolder) : readPublicKeys(publicKeys)
  const known = signedByOneOf(keys)
  return judgeSheet(file, (message, signed) => known(Buffer.from(message), signed))
}
