// How the doors are kept 门户从严: what a start may choose, and that a bureau's own administrators have a second factor.
import { threeAdministrators } from '@houqin/access'
import type { SystemOptions } from '@houqin/compose'
import { suiteNamed } from '@houqin/crypto-suites'
import type { CryptoSuite } from '@houqin/crypto-suites'
import type { Db } from '@houqin/db'
import { sql } from 'kysely'

export interface GuardOptions {
  /** Whether the three administrators must have a second factor: they must, but in a demonstration. */
  readonly secondFactor?: boolean
  /** The suite a new house is created with: 'intl' unless told; a house keeps its own. */
  readonly crypto?: CryptoSuite['id']
  /** A session nobody uses ends after so long. */
  readonly idleMinutes?: number
  /** A session ends so long after the sign-in. */
  readonly sessionHours?: number
  /** Rows with personal numbers above which an export needs approval. */
  readonly exportAbove?: number
}

/** @param demo whether an empty database is filled with the demonstration. */
export async function guardOf(db: Db, { demo, guard = {} }: { readonly demo: boolean; readonly guard?: GuardOptions }): Promise<Pick<SystemOptions, 'access' | 'crypto' | 'exports' | 'secondFactorFor'>> {
  const { secondFactor = !await isDemonstration(db, demo), crypto, idleMinutes, sessionHours, exportAbove } = guard
  const suite = crypto && suiteNamed(crypto)
  return {
    secondFactorFor: secondFactor ? threeAdministrators : [],
    access: { ...(idleMinutes !== undefined && { idleMinutes }), ...(sessionHours !== undefined && { absoluteHours: sessionHours }) },
    ...(suite && { crypto: suite }),
    ...(exportAbove !== undefined && { exports: { personal: exportAbove } }),
  }
}

/** A bureau's own database stays one whatever a later start says. */
async function isDemonstration(db: Db, demo: boolean): Promise<boolean> {
  const { rows: [found] } = await sql<{ is: boolean }>`
    select exists (select from world.world) or (${demo} and not exists (select from access.account)) as is`.execute(db)
  return found?.is === true
}
