// 导入权: who may bring in a ledger, and as whom the work goes on when he has left the page.
import { requireRole, rolesBehind } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Register } from '@houqin/define'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { requireVerb } from '@houqin/register-rights'
import type { StoredImport } from './stored-import.ts'

/** @throws Problem `not-allowed` for whoever may not import into the register, or not write in it. */
export function requireImport(actor: Actor, register: Register): void {
  const roles = rolesBehind(register, 'import')
  if (roles.length === 0) throw new Problem('not-allowed', say(`${register.title}不开放批量导入。`, `Nothing is imported into ${register.id}.`))
  requireRole(actor.principal, { roles, deed: say(`批量导入${register.title}`, `import ${register.id}`) })
  requireVerb(actor, register, 'write')
}

/** @throws Problem `not-found` for another's: his rows and his reasons are his. */
export function requireOwn(actor: Actor, stored: StoredImport): void {
  if (stored.account !== actor.principal.account) throw new Problem('not-found', say('这次导入不是您做的，看不到逐行内容。', 'You did not make this import; its lines are shown to whoever did.'))
}

/** Whoever asked for the work, with the rights he has by now. @throws Problem `not-signed-in` when he has signed out since. */
export async function actorAgain({ access, db }: System, { session, ip, locale, id }: Pick<StoredImport, 'session' | 'ip' | 'locale' | 'id'>): Promise<Actor> {
  const principal = await access.sessions.present(db, session)
  if (!principal) throw new Problem('not-signed-in', say('发起人已退出登录，工作停在这里。请重新登录后再继续。', 'Whoever asked for this has signed out, so it stopped here. Sign in again and go on.'))
  return { principal, ip, locale, request: `import ${id}` }
}
