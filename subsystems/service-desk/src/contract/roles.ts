// Who does what at the service desk 服务台的角色.
import { defineRole } from '@houqin/define'

/** Sends the repairer, merges, returns: the desk of a site (维修调度). */
export const dispatcher = defineRole('service-desk.dispatcher', { title: '维修调度', reach: 'site' })
/** Repairs what he is sent to, and may take what nobody has been sent to (维修人员). */
export const worker = defineRole('service-desk.worker', { title: '维修人员', reach: 'site' })
/** Answers for the desk: overdue matters, complaints, teams and time limits (服务科). */
export const serviceOfficer = defineRole('service-desk.officer', { title: '服务科', reach: 'district' })
