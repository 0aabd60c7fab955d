// The words of staffing in English.
import type { Words } from '@houqin/words'
import type { staffing } from '../src/contract/index.ts'
import { departure } from './departure-en.ts'
import { join } from './join-en.ts'
import { leave } from './leave-en.ts'
import { roleRequest } from './role-request-en.ts'

export const en = {
  title: 'Staffing',
  roles: {},
  registers: { workplace: { title: 'Workplaces', fields: { person: 'Person', room: 'Room' } } },
  matters: { join, leave, departure, roleRequest },
  standards: {},
  signals: {},
  reports: {
    rolesControlled: {
      title: 'Internal control',
      columns: { asked: 'Asked for', done: 'Agreed and carried out', stopped: 'Declined or dropped' },
      says: 'Internal control reaches every right: {asked} asked for roles in the period, {done} agreed and carried out by somebody else, {stopped} declined or dropped; nobody asks, agrees and carries out alone.',
    },
  },
  phrases: {
    交接全部结清: 'Everything has been handed over',
    本单位负责人审核: 'The organ’s head agrees', 局领导审批: 'The bureau’s leader agrees',
    '{person}入职 {organ}': '{person} joins {organ}', '{kind} {from} 至 {to}': '{kind} {from} to {to}', '{person}{kind} {on}': '{person}, {kind} {on}', '{deed}{person}的角色': '{deed}: roles of {person}',
    '含这一天；只请一天的与开始相同': 'This day included; the same as the first for one day',
    '代您审批；不审批事项的不填': 'Decides in your place; leave it empty if you approve nothing',
    '经手事项填，如 BX-20261124-0007': 'For a matter in hand, such as BX-20261124-0007',
    '从这一天起不再上班，账号当天停用；区内调动的从这一天起到新单位': 'From this day on away; the account closes that day. Who moves within the district is in the new organ from this day on',
    只有区内调动填写: 'Only for a move within the district',
    '不用填，随离岗人': 'Left empty: the organ of whoever leaves',
    '逐项交接，当天停账号': 'Handed over line by line, the account closed on the day',
    '请假、代理、交接一起办': 'Leave, a deputy and what is handed over',
    办理入职: 'New employee',
    '登记、座位、账号、权限一次办完': 'Register, desk, account and roles in one go',
    给人开通或收回权限: 'Give or withdraw what somebody may do',
    不填为本人所在单位: 'Left empty: the person’s own organ',
    不填为办理当天: 'Left empty: the day it is executed',
    不填则直到收回: 'Left empty: until withdrawn',
  },
} satisfies Words<typeof staffing>
