// Who does what with people and organs 人员与单位的角色.
import { defineRole } from '@houqin/define'

/** Keeps organs, persons, posts and contractors for the whole district (人员科). */
export const peopleOfficer = defineRole('people.officer', { title: '人员与单位管理员', reach: 'district' })
/** Speaks for one organ and those below it: its people, its requests (单位联络员). */
export const liaison = defineRole('people.liaison', { title: '单位联络员', reach: 'organ' })
/** Reads the whole bureau's business and decides what comes up to him (局领导). */
export const bureauLeader = defineRole('people.bureau-leader', { title: '局领导', reach: 'district' })
