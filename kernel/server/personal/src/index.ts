// 个人设置: how one's own screen looks, and the lists one keeps by name.
export { displayOf, keepDisplay } from './display.ts'
export { dropView, keepView, viewsOf } from './views.ts'
export type { NewView } from './views.ts'
export { personalTables } from './tables.ts'
