// Who hears an event: the accounts and persons it names, and holders of its roles who reach where it happened.
import { auditor } from '@houqin/define'
import type { Role } from '@houqin/define'
import { holds, mayReach } from '@houqin/access'
import type { Principal } from '@houqin/access'
import type { HouseEvent } from '@houqin/events'

const named = (role: string): Role => ({ role, title: role, reach: 'district', excludes: [] })

/** @param principal with the grants of this moment. */
export function mayHear(principal: Principal, { audience }: HouseEvent): boolean {
  const { accounts, persons, roles, organ, site } = audience
  if (accounts?.includes(principal.account)) return true
  if (!accounts && !persons && !roles && organ === undefined && site === undefined) return true
  if (principal.person !== null && persons?.includes(principal.person)) return true
  if (!roles) return false
  if (holds(principal, [auditor])) return true
  return mayReach(principal, roles.map(named), { ...(organ !== undefined && { organ }), ...(site !== undefined && { site }) })
}
