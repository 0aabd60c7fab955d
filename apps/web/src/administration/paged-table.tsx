// A plain table of the administrators, read page by page.
import { Empty, Fault, StackingTable, useSay, Waiting } from '@houqin/web-kit'
import type { Page, StackingColumn } from '@houqin/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

export function PagedTable<R extends { readonly id: string }>({ label, queryKey, read, columns, empty }: {
  label: string
  queryKey: readonly unknown[]
  read: (after: string) => Promise<Page<R>>
  columns: readonly StackingColumn<R>[]
  empty: string
}): ReactNode {
  const say = useSay()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam }) => read(pageParam),
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <Empty title={empty} />
  return (
    <div className="hq-table-scroll">
      <StackingTable label={label} columns={columns} rows={rows} keyOf={({ id }) => id} />
      {hasNextPage && (
        <div className="hq-table-end">
          <button type="button" className="hq-more" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('载入更多', 'Load more')}
          </button>
        </div>
      )}
    </div>
  )
}
