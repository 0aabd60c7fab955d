// A list 列表: search, filters as chips, order, columns and total; a dense table at the desk, cards on a telephone.
import type { Field } from '@houqin/define'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import type { Pages } from '../api/queries.ts'
import { Empty } from '../blocks/empty.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { useIsPhone } from '../look/preferences.tsx'
import { figure } from '../format/quantity.ts'
import { useSay } from '../words/words.tsx'
import type { Exporting } from './export-sheet.tsx'
import { ListBar } from './list-bar.tsx'
import { ListCards } from './list-cards.tsx'
import { ListTable } from './list-table.tsx'
import { plainView, queryOf } from './list-view.ts'
import { SelectionBar } from './selection-bar.tsx'
import type { Several } from './selection-bar.tsx'
import { useListView } from './use-list-view.ts'
import './list.css'

export interface Column<R> {
  readonly key: string
  readonly title: string
  /** Shown unless the reader chose otherwise. */
  readonly usual: boolean
  readonly sortable: boolean
  readonly end?: boolean
  readonly cell: (row: R) => ReactNode
}
export interface Card {
  readonly title: ReactNode
  readonly state?: ReactNode
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[]
}
export interface ListSource<R> {
  readonly id: string
  readonly title: string
  readonly columns: readonly Column<R>[]
  readonly filters: Readonly<Record<string, Field>>
  readonly sort: string
  readonly dated: boolean
  readonly retires: boolean
  /** The reference to the site of a row, by which the list follows the chosen one. */
  readonly site?: string | undefined
  readonly key: (row: R) => string
  readonly path: (row: R) => string
  readonly card: (row: R) => Card
  readonly exporting?: Exporting
  /** What may be done with several rows; left out, none can be ticked. */
  readonly several?: Several<R>
  /** What will appear here, and how to make it appear. */
  readonly empty: ReactNode
  readonly actions?: ReactNode
}

export function DerivedList<R>({ source, pagesOf, sums }: {
  source: ListSource<R>
  pagesOf: (query: Readonly<Record<string, string>>) => Pages<R>
  /** Further figures beside the count. */
  sums?: (query: Readonly<Record<string, string>>) => ReactNode
}): ReactNode {
  const say = useSay()
  const phone = useIsPhone()
  const [view, setView] = useListView(source.site)
  const query = useMemo(() => queryOf(view, source.sort), [view, source.sort])
  const pages = pagesOf(query)
  const { data, error, refetch, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: pages.queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => pages.read(pageParam, signal),
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  // The rows as they were when they were ticked: what was done to them may take them out of the list.
  const [ticked, setTicked] = useState<ReadonlyMap<string, R>>(new Map())
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const total = data?.pages[0]?.total
  const narrowed = view.q !== '' || view.conditions.length > 0
  const columns = view.columns
    ? view.columns.flatMap((key) => source.columns.find((column) => column.key === key) ?? [])
    : source.columns.filter((column) => column.usual)
  const more = hasNextPage
    ? { loading: isFetchingNextPage, load: () => void fetchNextPage() }
    : null
  return (
    <div className="hq-list">
      <PageHead
        title={source.title}
        beside={
          total !== undefined && (
            <output className="hq-secondary hq-figures">
              {say(`共 ${figure(total)} 条`, `${figure(total)} in all`)}
              {sums && <> {sums(query)}</>}
            </output>
          )
        }
        actions={source.actions}
      />
      <ListBar source={source} view={view} onChange={setView} />
      {error && rows.length === 0 ? (
        <Fault error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Waiting lines={phone ? 5 : 12} />
      ) : rows.length === 0 ? (
        <div className="hq-panel">
          {narrowed ? (
            <Empty title={say('没有符合条件的记录', 'Nothing matches')}>
              <button type="button" className="hq-more" onClick={() => setView({ ...plainView, columns: view.columns })}>
                {say('清除条件', 'Clear the conditions')}
              </button>
            </Empty>
          ) : (
            <Empty title={say('这里还没有记录', 'Nothing here yet')}>{source.empty}</Empty>
          )}
        </div>
      ) : phone ? (
        <ListCards source={source} rows={rows} more={more} />
      ) : (
        <ListTable source={source} columns={columns} rows={rows} more={more} view={view} onChange={setView} stale={isPlaceholderData} {...(source.several && { ticked, onTick: setTicked })} />
      )}
      {source.several && ticked.size > 0 && (
        <SelectionBar key={[...ticked.keys()].join()} source={source} several={source.several} rows={[...ticked.values()]} onClear={() => setTicked(new Map())} />
      )}
      {error && rows.length > 0 && error instanceof ProblemError && (
        <p className="hq-danger" role="alert">
          {error.message}
        </p>
      )}
    </div>
  )
}
