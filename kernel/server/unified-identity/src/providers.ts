// 身份提供方: the rows that say whose word is believed, kept by the system administrator; secrets go in and never come out.
import { record } from '@houqin/audit'
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { Catalogue } from '@houqin/define'
import { isId, newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { Vault } from '@houqin/secrets'
import type { ProviderValues, WireProvider } from '@houqin/wire'
import { sql } from 'kysely'
import { identitySecrets } from './tables.ts'

export interface ProviderInput extends ProviderValues {
  /** Left out: as it is; null: none. */
  readonly secret?: string | null
}
interface Desk {
  readonly clock: Clock
  readonly secrets: Vault
  readonly catalogue: Catalogue
}

const subject = (id: string) => ({ kind: 'identity.provider', id })
const columns = sql`
  p.id, p.version, p.title, p.issuer, p.client_id as "clientId", p.scopes, p.subject_claim as "subjectClaim", p.matching, p.enabled,
  p.sealed_secret is not null as "hasSecret", (select count(*)::int from identity.link where provider = p.id and ended_at is null) as links`

/** By title. */
export async function listProviders(db: Db | Tx): Promise<readonly WireProvider[]> {
  const { rows } = await sql<WireProvider>`select ${columns} from identity.provider p order by p.title, p.id`.execute(db)
  return rows
}
/** With its secret in plain, for a talk with the provider. @throws Problem `not-found`; `conflict` when the secret no longer opens. */
export async function openProvider(db: Db | Tx, secrets: Vault, id: string): Promise<{ provider: WireProvider; secret: string | null }> {
  const { rows: [row] } = await sql<WireProvider & { sealed: string | null }>`
    select ${columns}, p.sealed_secret as sealed from identity.provider p where p.id = ${isId(id) ? id : null}`.execute(db)
  if (!row) throw noProvider()
  const { sealed, ...provider } = row
  return { provider, secret: sealed === null ? null : secrets.open({ of: identitySecrets.of(id), sealed }) }
}

/** @throws Problem `bad-input`. */
export async function addProvider(tx: Tx, desk: Desk, { actor, input }: { actor: Actor; input: ProviderInput }): Promise<WireProvider> {
  const values = checked(input, desk)
  const id = newId(desk.clock)
  const at = desk.clock.now()
  await sql`
    insert into identity.provider (id, title, issuer, client_id, sealed_secret, scopes, subject_claim, matching, enabled, created_at)
    values (${id}, ${values.title}, ${values.issuer}, ${values.clientId}, ${sealedOf(desk, id, input.secret ?? null)}, ${values.scopes}, ${values.subjectClaim},
            ${JSON.stringify(values.matching)}::jsonb, ${values.enabled}, ${at})`.execute(tx)
  await record(tx, { at, ...signature(actor), action: 'identity.add-provider', subject: subject(id), summary: `登记统一身份“${values.title}”`, after: { ...values, secret: secretWord(input.secret) } })
  return (await openProvider(tx, desk.secrets, id)).provider
}

/** @throws Problem `not-found`, `stale-version`, `bad-input`, `conflict` where identities hang on what is to be changed. */
export async function changeProvider(tx: Tx, desk: Desk, { actor, id, input, version }: { actor: Actor; id: string; input: ProviderInput; version: number }): Promise<WireProvider> {
  const { rows: [before] } = await sql<WireProvider>`select ${columns} from identity.provider p where p.id = ${isId(id) ? id : null} for update of p`.execute(tx)
  if (!before) throw noProvider()
  if (before.version !== version) throw new Problem('stale-version', say('这一项已被他人修改，请刷新后再改。', 'Somebody changed this meanwhile: reload and change it again.'))
  const values = checked(input, desk)
  // the same subject of another issuer is another person
  if (before.links > 0 && (values.issuer !== before.issuer || values.subjectClaim !== before.subjectClaim)) throw new Problem('conflict', say(
    `已有 ${before.links} 个账号按它绑定，不能改签发者和身份标识字段。请另建一项，或先解除这些绑定。`,
    `${before.links} accounts are linked by it: issuer and subject claim stay. Enter another provider, or end those links first.`,
  ))
  const at = desk.clock.now()
  const sealed = input.secret === undefined ? sql`sealed_secret` : sql`${sealedOf(desk, id, input.secret)}`
  await sql`
    update identity.provider set title = ${values.title}, issuer = ${values.issuer}, client_id = ${values.clientId}, sealed_secret = ${sealed},
      scopes = ${values.scopes}, subject_claim = ${values.subjectClaim}, matching = ${JSON.stringify(values.matching)}::jsonb, enabled = ${values.enabled}, version = version + 1
    where id = ${id}`.execute(tx)
  const { id: _id, version: _version, hasSecret: _hasSecret, links: _links, ...was } = before
  await record(tx, {
    at, ...signature(actor), action: 'identity.change-provider', subject: subject(id), summary: `修改统一身份“${values.title}”${before.enabled === values.enabled ? '' : values.enabled ? '：启用' : '：停用'}`,
    before: was, after: { ...values, secret: secretWord(input.secret) },
  })
  return (await openProvider(tx, desk.secrets, id)).provider
}

/** Fields of the person register an account may be found by, with what a form calls them. */
export function matchableFields({ dimensions: { person } }: Catalogue): readonly { readonly field: string; readonly label: string }[] {
  return Object.entries(person?.fields ?? {}).flatMap(([field, { kind, label }]) => (kind === 'text' ? [{ field, label }] : []))
}

function checked(input: ProviderInput, { catalogue }: Desk): ProviderValues {
  const { title, issuer, clientId, scopes, subjectClaim, matching, enabled } = input
  const address = URL.canParse(issuer.trim()) ? new URL(issuer.trim()) : undefined
  if (!address || !['https:', 'http:'].includes(address.protocol) || address.search !== '' || address.hash !== '' || address.username !== '') throw wrong('issuer', say(
    '签发者应为完整网址，如 https://id.example.gov.cn，不带问号和井号。', 'The issuer is a whole address such as https://id.example.gov.cn, without ? and #.',
  ))
  if (address.protocol === 'http:' && !isLocal(address)) throw wrong('issuer', say(
    '签发者须用 https：否则路上的人可以冒充它。', 'The issuer is reached by https: otherwise anybody on the way could pass for it.',
  ))
  const asked = [...new Set(scopes.map((scope) => scope.trim()).filter((scope) => scope !== ''))]
  if (!asked.includes('openid')) throw wrong('scopes', say('范围须包含 openid。', 'The scopes include openid.'))
  const known = new Set(matchableFields(catalogue).map(({ field }) => field))
  matching.forEach(({ field }, at) => {
    if (!known.has(field)) throw wrong(`matching[${at}].field`, say('人员台账没有这个文字字段。', 'The register of persons has no such text field.'))
  })
  return {
    title: title.trim(), issuer: address.pathname === '/' ? address.origin : `${address.origin}${address.pathname}`, clientId: clientId.trim(), scopes: asked, subjectClaim: subjectClaim.trim(), enabled,
    matching: matching.map(({ claim, field, automatic }) => ({ claim: claim.trim(), field, automatic })),
  }
}
/** Plain HTTP is for this very machine alone. */
export function isLocal({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function sealedOf({ secrets }: Desk, id: string, secret: string | null): string | null {
  return secret === null || secret === '' ? null : secrets.seal({ of: identitySecrets.of(id), text: secret })
}
function secretWord(secret: string | null | undefined): string {
  return secret === undefined ? '未改' : secret ? '已填写' : '无'
}
function wrong(at: string, says: Sentence): Problem {
  return new Problem('bad-input', says, { issues: [{ at, says }] })
}
function noProvider(): Problem {
  return new Problem('not-found', say('没有这一项统一身份。', 'There is no such identity provider.'))
}
