// The roles a request names 申请的角色: each is one that can be granted, with its scope as its declaration asks, and tells how far the whole reaches.
import { accountOf } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { everyone, kernelRoles } from '@houqin/define'
import type { Catalogue } from '@houqin/define'
import { badInput } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { FieldIssue, Sentence } from '@houqin/problem'
import { sql } from 'kysely'
import type { RoleWeight } from '../contract/index.ts'

export interface RoleLine {
  readonly id: string
  readonly role: string
  readonly organ: string | null
  readonly site: string | null
  readonly from: string | null
  readonly to: string | null
  readonly outcome: 'done' | 'declined' | null
}

export async function roleLines(tx: Tx, matter: string): Promise<readonly RoleLine[]> {
  const { rows } = await sql<RoleLine>`
    select id, role, organ, site, "from"::text as "from", "to"::text as "to", outcome
    from staffing.role_request__roles where matter = ${matter}::uuid order by position`.execute(tx)
  return rows
}

/** Writes what each role is called. @returns how far they reach. @throws Problem bad-input naming each line that is wrong. */
export async function settleRoleLines(tx: Tx, catalogue: Catalogue, { matter, deed }: { matter: string; deed: 'give' | 'withdraw' }): Promise<RoleWeight> {
  const found = await roleLines(tx, matter)
  const issues: FieldIssue[] = []
  const wrong = (place: number, name: string, says: Sentence): void => void issues.push({ at: `lines.roles[${place}].${name}`, says })
  if (found.length === 0) issues.push({ at: 'lines.roles', says: say('请至少填一个角色', 'Name at least one role') })
  const seen = new Set<string>()
  for (const [place, { role: id, organ, site, from, to }] of found.entries()) {
    const role = catalogue.roles.get(id)
    const same = `${id} ${organ} ${site}`
    if (role === undefined || role.role === everyone.role) {
      wrong(place, 'role', say('没有可授予的这个角色', 'There is no such role to grant'))
      continue
    }
    if (seen.has(same)) wrong(place, 'role', say(`“${role.title}”写了两次`, `${role.role} stands there twice`))
    seen.add(same)
    if ((role.reach === 'organ') !== (organ !== null)) wrong(place, 'organ', reachWords(role.title, { named: organ !== null, what: say('单位', 'an organ') }))
    if ((role.reach === 'site') !== (site !== null)) wrong(place, 'site', reachWords(role.title, { named: site !== null, what: say('场所', 'a site') }))
    if (from !== null && to !== null && to < from) wrong(place, 'to', say('截止日期不能早于开始日期', 'The last day may not come before the first'))
  }
  if (issues.length > 0) throw badInput(issues)
  const titles = found.map(({ role }) => catalogue.roles.get(role)?.title ?? role)
  await sql`
    update staffing.role_request__roles l set title = named.title
    from unnest(${found.map(({ id }) => id)}::uuid[], ${titles}::text[]) as named (id, title) where l.id = named.id`.execute(tx)
  return deed === 'withdraw' ? 'withdraw' : weightOf(catalogue, found)
}

function weightOf(catalogue: Catalogue, found: readonly RoleLine[]): RoleWeight {
  if (found.some(({ role }) => kernelRoles.some((one) => one.role === role))) return 'system'
  return found.some(({ role }) => catalogue.roles.get(role)?.reach === 'district') ? 'district' : 'local'
}
function reachWords(title: string, { named, what }: { named: boolean; what: Sentence }): Sentence {
  return named
    ? say(`“${title}”不按${what.zh}授予，请不要填写`, `“${title}” is not granted for ${what.en}: leave it out`)
    : say(`“${title}”须指明${what.zh}`, `“${title}” needs ${what.en}`)
}

/** Roles are held by accounts. @throws Problem bad-input where the person has none in use. */
export async function accountFor(tx: Tx, person: string): Promise<string> {
  const account = await accountOf(tx, person)
  if (account && !account.disabled) return account.id
  const says = account
    ? say('这位的账号已停用，请先由系统管理员启用', 'This person’s account is disabled: have the system administrator open it first')
    : say('这位还没有账号，请先开通', 'This person has no account yet: open one first')
  throw new Problem('bad-input', says, { issues: [{ at: 'input.person', says }] })
}
