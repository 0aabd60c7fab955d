// Signing 签署: a deed under a signature, with what the signer had before him and its fingerprint, so that both can be shown again.
import type { Actor } from '@houqin/access'
import { canonicalJson, sha256 } from '@houqin/audit'
import type { Json } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { badInput } from '@houqin/fields'
import { copyFile, linkFile } from '@houqin/files'
import type { FileOwner } from '@houqin/files'
import { say } from '@houqin/problem'
import type { Problem } from '@houqin/problem'
import { sql } from 'kysely'
import { requireDrawn } from './drawn-file.ts'
import { ownSignature } from './own-signature.ts'

/** One he keeps is enough, or it must be drawn on the spot. */
export type SignatureAsked = 'stored' | 'drawn'
export interface Signature {
  readonly deed: string
  readonly manner: SignatureAsked
  readonly file: string
  readonly at: string
  /** Hex. */
  readonly digest: string
}
export interface SignedContent extends Signature {
  readonly name: string
  readonly suite: string
  readonly content: Json
  /** Whether the content still has the fingerprint it was signed under. */
  readonly intact: boolean
}

/** Of anything that can be written as JSON. */
export function fingerprint(content: Json): string {
  return sha256.of(Buffer.from(canonicalJson(content))).toString('hex')
}

/**
 * Binds the actor's signature to a deed. @param file drawn just now; without one the signature he keeps. @param owner through
 * what the signature is read from now on. @throws Problem bad-input in words where the signature that is asked for is not there.
 */
export async function signDeed(tx: Tx, clock: Clock, { actor, deed, owner, asked, file, content }: {
  actor: Actor; deed: string; owner: FileOwner; asked: SignatureAsked; file?: string | undefined; content: Json
}): Promise<void> {
  const { person, name } = actor.principal
  const at = clock.now()
  const kept = file === undefined && asked === 'stored' ? await ownSignature(tx, person) : null
  if (file === undefined && kept === null) throw unsigned(asked)
  if (file !== undefined) await requireDrawn(tx, actor, { file, at: 'signature.file' })
  const own = file ?? (await copyFile(tx, { file: kept?.file ?? '', at }))
  await linkFile(tx, { file: own, owner, at })
  await sql`
    insert into signature.signed (deed, person, name, manner, file, content, suite, digest, signed_at)
    values (${deed}::uuid, ${person}::uuid, ${name}, ${file === undefined ? 'stored' : 'drawn'}, ${own}::uuid, ${JSON.stringify(content)}::jsonb, ${sha256.suite},
      decode(${fingerprint(content)}, 'hex'), ${at})`.execute(tx)
}

export function unsigned(asked: SignatureAsked): Problem {
  return badInput([{ at: 'signature', says: asked === 'drawn'
    ? say('这一环节要当场手写签名，请打开事项，签名后再同意', 'This stage asks for a signature drawn on the spot; open the matter and sign')
    : say('这一环节要签名：请打开事项当场手写，或先在“我的”中留存签名', 'This stage asks for a signature; sign in the matter, or keep one under “Me” first') }])
}

export async function signaturesOf(db: Db | Tx, deeds: readonly string[]): Promise<ReadonlyMap<string, Signature>> {
  const { rows } = await sql<Omit<Signature, 'at'> & { at: Date }>`
    select deed, manner, file, signed_at as at, encode(digest, 'hex') as digest from signature.signed where deed = any(${[...deeds]}::uuid[])`.execute(db)
  return new Map(rows.map(({ at, ...signed }) => [signed.deed, { ...signed, at: at.toISOString() }]))
}

/** What was signed by a deed. It asks for no right: the caller has asked whether the reader may see the whole of it. */
export async function signedContent(db: Db | Tx, deed: string): Promise<SignedContent | undefined> {
  const { rows: [row] } = await sql<Omit<SignedContent, 'at' | 'intact'> & { at: Date }>`
    select deed, name, manner, file, signed_at as at, encode(digest, 'hex') as digest, suite, content from signature.signed where deed = ${deed}::uuid`.execute(db)
  return row && { ...row, at: row.at.toISOString(), intact: fingerprint(row.content) === row.digest }
}
