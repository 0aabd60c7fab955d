// How the console asks for the rules of what groups are told 群通知.
import { call } from '@houqin/web-kit'
import type { GroupList } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export const groupsQuery = queryOptions({ queryKey: ['notice-groups'], queryFn: ({ signal }) => call<GroupList>('/notices/groups', { signal }) })
