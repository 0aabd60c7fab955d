// Who does what with places 场所的角色.
import { defineRole } from '@houqin/define'

/** Answers for a site from day to day: opens it, hands it over, sends the repairer (驻点负责人). */
export const steward = defineRole('places.steward', { title: '驻点负责人', reach: 'site' })
/** Keeps sites, certificates and rooms for the whole district (房产科). */
export const placesOfficer = defineRole('places.officer', { title: '场所管理员', reach: 'district' })
