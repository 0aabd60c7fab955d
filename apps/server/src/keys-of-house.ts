// The keys of a house 密钥 as a command takes them: its suite, by which it records, and its signing key.
import { recordBy } from '@houqin/audit'
import type { CryptoSuite } from '@houqin/crypto-suites'
import { openSigner, openVault } from '@houqin/secrets'
import type { Signer } from '@houqin/secrets'

/** Makes none. From here on this process records by the suite of the house. @throws Fault `secrets.key-unreadable`. */
export async function keysOfHouse(dataFolder: string): Promise<{ readonly suite: CryptoSuite; readonly signer: Signer }> {
  const suite = (await openVault({ folder: dataFolder })).suite()
  recordBy(suite)
  return { suite, signer: openSigner({ folder: dataFolder, suite }) }
}
