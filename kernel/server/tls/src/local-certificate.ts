// The local certificate 本机证书: an authority made once in the data folder, and under it a certificate that is always
// good for the names this machine has today.
import type { X509Certificate } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '@houqin/clock'
import { fault } from '@houqin/fault'
import { readPair, writePair } from './pem-file.ts'
import type { Pair, ReadPair } from './pem-file.ts'

export type { Pair } from './pem-file.ts'

export interface LocalCertificate {
  /** The authority's certificate: what people's devices are to trust. */
  readonly authority: { readonly pem: string; readonly der: Buffer; readonly sha256: string; readonly name: string }
  /** Key and certificate of this machine as they stand now. */
  pair(): Pair
  /** A new pair when the present one ends within 30 days or does not hold every name; written before it is given. */
  renewed(): Promise<Pair | undefined>
}

const dayMs = 86_400_000
/** From its first day to its last; browsers refuse certificates of more than 398 days. */
const certificateDays = 397
const renewedBeforeMs = 30 * dayMs

/**
 * @param folder made when missing; `authority.pem` and `server.pem` in it are of mode 0600.
 * @param names asked at every look, so that a new address of the machine is certified too.
 * @throws Fault `tls.authority-unreadable`, never replaced in silence: every device that trusts it would refuse us.
 */
export async function localCertificate({ folder, names, clock }: { folder: string; names: () => readonly string[]; clock: Pick<Clock, 'now'> }): Promise<LocalCertificate> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const authority = await keepAuthority(join(folder, 'authority.pem'), clock.now())
  const file = join(folder, 'server.pem')
  let now: ReadPair | undefined = readServerPair(file)
  const renewed = async (): Promise<Pair | undefined> => {
    const wanted = names()
    if (now && isGood({ pair: now, authority, names: wanted, at: clock.now() })) return undefined
    const { issueCertificate } = await issuing()
    writePair(file, await issueCertificate({ authority, names: wanted, now: clock.now(), days: certificateDays }), 'replace')
    now = readPair(file)
    return now
  }
  await renewed()
  const { raw, subject, fingerprint256 } = authority.certificate
  return Object.freeze<LocalCertificate>({
    authority: Object.freeze({ pem: authority.cert, der: raw, sha256: fingerprint256, name: /CN=(.*)/.exec(subject)?.[1] ?? '' }),
    pair: () => {
      if (!now) throw new Error(`${file} has vanished while it was written`)
      return { key: now.key, cert: now.cert }
    },
    renewed,
  })
}

/** Read in once a year: most starts issue nothing, and need not wait for the library that could. */
const issuing = () => import('./issue.ts')

async function keepAuthority(file: string, at: Date): Promise<ReadPair> {
  const kept = readAuthority(file)
  // one that would end before a certificate of today does is of no more use, and is made anew
  if (kept && kept.certificate.validToDate.getTime() > at.getTime() + certificateDays * dayMs) return kept
  const { makeAuthority } = await issuing()
  writePair(file, await makeAuthority({ machine: hostname(), now: at }), kept ? 'replace' : 'keep')
  const made = readAuthority(file)
  if (!made) throw new Error(`${file} has vanished while it was written`)
  return made
}

function readAuthority(file: string): ReadPair | undefined {
  try {
    return readPair(file)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw fault({
      code: 'tls.authority-unreadable',
      zh: `本机证书机构的文件 ${file} 读不了或已损坏（${why}）：请从备份恢复；没有备份时删除它，重新启动后各设备须重新信任。`,
      en: `The file of the local authority ${file} cannot be read or is damaged (${why}): restore it from a backup, or delete it, start again and have every device trust the new one.`,
      cause,
    })
  }
}

/** What is wrong with the server's own pair is mended by making another: nobody trusts it by itself. */
function readServerPair(file: string): ReadPair | undefined {
  try {
    return readPair(file)
  } catch {
    return undefined
  }
}

function isGood({ pair: { certificate }, authority, names, at }: { pair: ReadPair; authority: ReadPair; names: readonly string[]; at: Date }): boolean {
  const issued = certificate.checkIssued(authority.certificate) && certificate.verify(authority.certificate.publicKey)
  const lasts = certificate.validFromDate <= at && certificate.validToDate.getTime() > at.getTime() + renewedBeforeMs
  return issued && lasts && names.every((name) => holdsName(certificate, name))
}
function holdsName(certificate: X509Certificate, name: string): boolean {
  return (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined
}
