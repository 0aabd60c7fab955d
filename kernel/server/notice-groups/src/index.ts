// 群通知: what the robots of groups hear of matters, and the few words they are told.
export { addGroup, listGroups, removeGroup } from './groups.ts'
export type { GroupRule } from './groups.ts'
export { groupKinds } from './group-words.ts'
export type { GroupNoticeKind } from './group-words.ts'
export type { GroupDesk, Robot } from './robot.ts'
export { groupTables } from './tables.ts'
export { tellGroups } from './tell-groups.ts'
export type { GroupNews } from './tell-groups.ts'
