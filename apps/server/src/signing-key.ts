// The signing key 签名公钥: what a third party is given, and how it is taken back from a file of theirs.
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { suites } from '@houqin/crypto-suites'
import { fault } from '@houqin/fault'
import { publicKey, verifies } from '@houqin/secrets'
import type { FormerKey, PublicKey } from '@houqin/secrets'
import { keysOfHouse } from './keys-of-house.ts'

export type { FormerKey, PublicKey } from '@houqin/secrets'

/** Makes the key of a house that has none. @throws Fault `secrets.key-unreadable`. */
export async function signingKeys(dataFolder: string): Promise<{ readonly current: PublicKey; readonly former: readonly FormerKey[] }> {
  const { signer } = await keysOfHouse(dataFolder)
  return { current: signer.current(), former: signer.former() }
}

/** All of them, the present one first; none where the house has none yet. */
export async function houseKeys(dataFolder: string): Promise<readonly PublicKey[]> {
  const { signer } = await keysOfHouse(dataFolder)
  return signer.isMade() ? [signer.current(), ...signer.former()] : []
}

export function pemOf({ spki }: PublicKey): string {
  return `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----\n`
}

/** Every public key in a file of PEM. @throws Fault `server.no-public-key`. */
export function readPublicKeys(file: string): readonly PublicKey[] {
  try {
    const found = readFileSync(file, 'utf8').match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? []
    const keys = found.map((pem) => {
      const spki = createPublicKey(pem).export({ type: 'spki', format: 'der' })
      // 32 bytes of Ed25519 or a point of SM2: the lengths tell which
      const suite = suites.find(({ signature }) => signature.publicOf(signature.newKey()).length === spki.length)
      return publicKey(suite?.signature.name ?? '', spki)
    })
    if (keys.length > 0) return keys
    throw new Error('no public key in it')
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw fault({ code: 'server.no-public-key', zh: `公钥文件 ${file} 读不了（${why}）：请给出 npm run signing-key 输出的文件。`, en: `The public key ${file} cannot be read (${why}): give what npm run signing-key printed.`, cause })
  }
}

/** For `verifyArchive`. */
export function signedByOneOf(keys: readonly PublicKey[]) {
  return (text: Buffer, { kid, signature }: { kid: string; signature: Buffer }): boolean | undefined => {
    const key = keys.find((one) => one.kid === kid)
    return key && verifies(key, text, signature)
  }
}
