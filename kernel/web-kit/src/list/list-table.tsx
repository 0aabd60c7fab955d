// The dense table: rows drawn only where one looks, order by the heads, j and k between rows, Enter opens.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { ConsoleLink, useGo } from '../blocks/console-link.tsx'
import { useSay } from '../words/words.tsx'
import type { Column, ListSource } from './derived-list.tsx'
import { nextSort } from './list-view.ts'
import type { ListView } from './list-view.ts'
import { useRowKeys } from './row-keys.ts'

/** Below so many rows all are drawn: printing and searching in the page then work as everywhere. */
const drawAllTo = 200

export function ListTable<R>({ source, columns, rows, more, view, onChange, stale, ticked, onTick }: {
  source: ListSource<R>
  columns: readonly Column<R>[]
  rows: readonly R[]
  more: { readonly loading: boolean; readonly load: () => void } | null
  view: ListView
  onChange: (view: ListView) => void
  stale: boolean
  /** The rows that are ticked, by their key. */
  ticked?: ReadonlyMap<string, R>
  onTick?: (ticked: ReadonlyMap<string, R>) => void
}): ReactNode {
  const say = useSay()
  const go = useGo()
  const scroller = useRef<HTMLDivElement>(null)
  const all = rows.length <= drawAllTo
  // It hands out functions that change with what they measure; nothing here memoises them.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 37,
    overscan: 20,
    enabled: !all,
  })
  const items = virtual.getVirtualItems()
  const shown = all ? rows.map((row, index) => ({ row, index })) : items.flatMap(({ index }) => (rows[index] === undefined ? [] : [{ row: rows[index], index }]))
  const before = all ? 0 : (items[0]?.start ?? 0)
  const after = all ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  useRowKeys(scroller)

  const end = useRef<HTMLDivElement>(null)
  const load = more && !more.loading ? more.load : null
  useEffect(() => {
    if (!load || !end.current) return undefined
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && load(), { root: scroller.current, rootMargin: '400px' })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [load])

  const sort = view.sort || source.sort
  return (
    <div ref={scroller} className="hq-table-scroll" data-stale={stale ? '' : undefined} data-scroll-restoration-id={`list-${source.id}`}>
      <table className="hq-table" aria-label={source.title} aria-busy={stale}>
        <thead>
          <tr>
            {ticked && onTick && (
              <th scope="col" className="hq-tick">
                <input
                  type="checkbox"
                  aria-label={say('全选已载入的', 'Choose all that are loaded')}
                  checked={ticked.size > 0 && rows.every((row) => ticked.has(source.key(row)))}
                  onChange={({ target }) => onTick(new Map(target.checked ? rows.map((row) => [source.key(row), row]) : []))}
                />
              </th>
            )}
            {columns.map(({ key, title, sortable, end: atEnd }) => (
              <th
                key={key}
                scope="col"
                className={atEnd ? 'hq-end' : undefined}
                aria-sort={sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined}
              >
                {sortable ? (
                  <button type="button" className="hq-plain" title={say('点击排序', 'Sort')} onClick={() => onChange({ ...view, sort: nextSort(sort, key) })}>
                    {title}
                    <span aria-hidden="true">{sort === key ? ' ↑' : sort === `-${key}` ? ' ↓' : ''}</span>
                  </button>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {shown.map(({ row, index }) => (
            <tr
              key={source.key(row)}
              data-index={index}
              onClick={({ target }) => {
                if (target instanceof Element && target.closest('a,button,input,label')) return
                if (!getSelection()?.toString()) go(source.path(row))
              }}
            >
              {ticked && onTick && (
                <td className="hq-tick">
                  <label>
                    <input type="checkbox" aria-label={say('选择这一条', 'Choose this one')} checked={ticked.has(source.key(row))} onChange={() => onTick(toggled(ticked, source.key(row), row))} />
                  </label>
                </td>
              )}
              {columns.map(({ key, cell, end: atEnd }, place) => (
                <td key={key} className={atEnd ? 'hq-end' : undefined}>
                  {place === 0 ? (
                    <ConsoleLink to={source.path(row)} data-row="">
                      {cell(row)}
                    </ConsoleLink>
                  ) : (
                    cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
      <div ref={end} className="hq-table-end hq-small hq-secondary">
        {more && (more.loading ? say('正在载入…', 'Loading…') : <button type="button" className="hq-more" onClick={more.load}>{say('载入更多', 'Load more')}</button>)}
      </div>
    </div>
  )
}

function toggled<R>(ticked: ReadonlyMap<string, R>, key: string, row: R): ReadonlyMap<string, R> {
  const next = new Map(ticked)
  if (!next.delete(key)) next.set(key, row)
  return next
}
