// Asking for roles 申请角色: asked and put to approval in one transaction, from its own page or with a new employee.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { MatterWire } from '@houqin/matters'
import { roleRequest } from '../contract/index.ts'

export interface RolesAsked {
  readonly person: string
  readonly deed: 'give' | 'withdraw'
  readonly reason: string
  readonly roles: readonly { readonly role: string; readonly organ?: string | null | undefined; readonly site?: string | null | undefined; readonly from?: string | null | undefined; readonly to?: string | null | undefined }[]
}

/** @throws Problem of the engine of matters and of access, at the paths of a matter's body. */
export async function askForRoles(tx: Tx, { matters }: System, { actor, asked: { roles, ...input } }: { actor: Actor; asked: RolesAsked }): Promise<MatterWire> {
  const { number, version } = await matters.start(tx, actor, roleRequest, { input, lines: { roles } })
  return matters.step(tx, actor, roleRequest, number, 'submit', { version })
}
