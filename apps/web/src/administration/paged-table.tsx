// A plain table of the administrators, read page by page.
import { Empty, Fault, useSay, Waiting } from '@houqin/web-kit'
import type { Page } from '@houqin/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

export interface TableColumn<R> {
  readonly title: string
  readonly cell: (row: R) => ReactNode
}

export function PagedTable<R extends { readonly id: string }>({ label, queryKey, read, columns, empty }: {
  label: string
  queryKey: readonly unknown[]
  read: (after: string) => Promise<Page<R>>
  columns: readonly TableColumn<R>[]
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
      <table className="hq-table hq-stacking" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ title, cell }) => (
                <td key={title} data-title={title}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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
