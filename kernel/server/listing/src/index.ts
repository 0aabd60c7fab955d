// 列表: a list as it is asked for over the wire, and as the SQL that answers it, the same for registers and matters.
export { filtersSql } from './filters.ts'
export { defaultLimit, readListQuery } from './list-query.ts'
export type { Filter, ListQuery, Operator } from './list-query.ts'
export { columnMap } from './list-column.ts'
export type { ListColumn, ListColumns } from './list-column.ts'
export { orderOf } from './order.ts'
export type { Order } from './order.ts'
export { searchCondition } from './search-condition.ts'
