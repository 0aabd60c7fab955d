// Who does what with regulations 制度的角色.
import { defineRole } from '@houqin/define'

/** Keeps documents, reading rows and the catalogue of matters, and carries new rules through (综合科). */
export const regulationsOfficer = defineRole('regulations.officer', { title: '制度管理员', reach: 'district' })
/** Reads a draft against the law before it may be issued (法制审核). */
export const legalReviewer = defineRole('regulations.reviewer', { title: '法制审核人员', reach: 'district' })
