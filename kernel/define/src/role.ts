// A role 角色 and the other answers to "who may": the asker, whoever holds the matter, a person named in it.

/** Where a role's holder may act: the whole district, an organ with those below it, a site, or only what is his own. */
export type Reach = 'district' | 'organ' | 'site'

export interface Role<Id extends string = string> {
  readonly role: Id
  readonly title: string
  /** What a grant of this role must name. */
  readonly reach: Reach
  /** Roles one person may never hold together with this one (三员分立, 不相容岗位). */
  readonly excludes: readonly string[]
}

/** @param id `subsystem.role`; never changes once a grant names it. */
export function defineRole<const Id extends `${string}.${string}`>(
  id: Id,
  declaration: { title: string; reach: Reach; excludes?: readonly Role[] },
): Role<Id> {
  return Object.freeze({
    role: id,
    title: declaration.title,
    reach: declaration.reach,
    excludes: Object.freeze((declaration.excludes ?? []).map((other) => other.role)),
  })
}

/** Everybody who has signed in. */
export const everyone = defineRole('kernel.everyone', { title: '全体干部职工', reach: 'district' })
/** Runs the system: accounts, settings, jobs; sees no business content and no audit (系统管理员). */
export const systemAdmin = defineRole('kernel.system-admin', { title: '系统管理员', reach: 'district' })
/** Grants and withdraws roles (安全管理员). */
export const securityAdmin = defineRole('kernel.security-admin', {
  title: '安全管理员',
  reach: 'district',
  excludes: [systemAdmin],
})
/** Reads the audit and proves it whole (安全审计员). */
export const auditAdmin = defineRole('kernel.audit-admin', {
  title: '安全审计员',
  reach: 'district',
  excludes: [systemAdmin, securityAdmin],
})
/** Reads every business record with its chain of evidence, changes nothing (审计人员). */
export const auditor = defineRole('kernel.auditor', { title: '审计人员', reach: 'district' })
/** A gateway or integrator that hands in what devices say (设备网关); a program, never a person. */
export const gateway = defineRole('kernel.gateway', { title: '设备网关', reach: 'district' })
/** Keeps the routes by which matters are approved, and helps on what is stuck; decides nothing himself (审批管理员). */
export const approvalOfficer = defineRole('kernel.approval-officer', { title: '审批管理员', reach: 'district' })
export const kernelRoles = Object.freeze([everyone, systemAdmin, securityAdmin, auditAdmin, auditor, gateway, approvalOfficer])

/** Who asked: the person who started the matter, or whoever holds its reporter's link. */
export const requester = Object.freeze({ party: 'requester' } as const)
/** Who has it now: the person or the role that the state names. */
export const holder = Object.freeze({ party: 'holder' } as const)
/** The person a fact of the matter names, such as the worker it was sent to. */
export interface NamedIn<K extends string = string> {
  readonly fact: K
}
export type Party<K extends string = string> = Role | typeof requester | typeof holder | NamedIn<K>
