// A file that holds a private key with its certificate: whole or not there, and for its owner's eyes only.
import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'

/** A private key and the certificate that belongs to it, both PEM. */
export interface Pair {
  readonly key: string
  readonly cert: string
}
export interface ReadPair extends Pair {
  readonly privateKey: KeyObject
  readonly certificate: X509Certificate
}

/** Undefined when there is no such file. @throws Error when it cannot be read or the two do not match. */
export function readPair(file: string): ReadPair | undefined {
  const text = textOf(file)
  if (text === undefined) return undefined
  chmodSync(file, 0o600)
  const [key, cert] = [/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----\n?/, /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/]
    .map((part) => part.exec(text)?.[0])
  if (key === undefined || cert === undefined) throw new Error(`${file} does not hold a private key and a certificate`)
  const [privateKey, certificate] = [createPrivateKey(key), new X509Certificate(cert)]
  if (!certificate.checkPrivateKey(privateKey)) throw new Error(`the key in ${file} is not that of its certificate`)
  return { key, cert, privateKey, certificate }
}

/** @param first `keep` leaves a file that is already there, so that of two who make one at once both go by the first. */
export function writePair(file: string, { key, cert }: Pair, first: 'keep' | 'replace'): void {
  const unfinished = `${file}.${randomUUID()}`
  const handle = openSync(unfinished, 'wx', 0o600)
  try {
    writeSync(handle, key + cert)
    fsyncSync(handle)
    closeSync(handle)
    if (first === 'replace') renameSync(unfinished, file)
    else linkSync(unfinished, file)
  } catch (error) {
    if (first === 'replace' || !isThere(error)) throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
const isThere = (error: unknown): boolean => codeOf(error) === 'EEXIST'
