// Lines of a ledger 逐行结果: what becomes of each, with the reasons in words; a page at a time.
import type { Register } from '@houqin/define'
import type { FileLine, ImportAnswer, ImportLine, ImportOutcome, Page } from '@houqin/wire'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call, queryText } from '../api/call.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import type { TagTone } from '../blocks/state-tag.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { figure } from '../format/quantity.ts'
import { pathOfRow } from '../parts/paths.ts'
import { StackingTable } from '../list/stacking-table.tsx'
import { useSay } from '../words/words.tsx'

type From = 'imports' | 'file-imports'
type Shown = ImportOutcome | 'kept'
const pageSize = 50
/** What the lines of an import need to know of it. */
type Imported = Pick<ImportAnswer, 'id' | 'version' | 'counts' | 'own' | 'by'>

function useTitles(from: From): Readonly<Record<Shown, readonly [string, TagTone]>> {
  const say = useSay()
  const rows: Readonly<Record<Shown, readonly [string, TagTone]>> = {
    refused: [say('不能导入', 'Refused'), 'overdue'], kept: [say('没有撤回', 'Left as it is'), 'soon'], new: [say('新增', 'New'), 'running'], change: [say('修改', 'Changed'), 'soon'],
    same: [say('不变', 'As it stands'), 'stopped'], 'left-out': [say('不算数据', 'No data'), 'stopped'],
  }
  return from === 'imports' ? rows : { ...rows, refused: [say('不能放', 'Refused'), 'overdue'], kept: [say('没有取出', 'Left as it is'), 'soon'], new: [say('放入', 'Attached'), 'running'], same: [say('已有', 'There already'), 'stopped'], 'left-out': [say('清单', 'The list'), 'stopped'] }
}

/** The figures are what one chooses by: press one to see its lines. */
export function ImportLines({ register, data, from = 'imports', beside, children }: {
  register: Register
  data: Imported
  /** Of files, their lines stand elsewhere and are files. */
  from?: From
  /** What can be done about a line, under what is said of it. */
  beside?: (line: ImportLine | FileLine) => ReactNode
  /** What is decided by the figures: it stands under them, before the many lines. */
  children?: ReactNode
}): ReactNode {
  const say = useSay()
  const titles = useTitles(from)
  const order: readonly Shown[] = ['refused', 'kept', 'new', 'change', 'same', 'left-out']
  const offered = order.filter((one) => (data.counts[one] ?? 0) > 0)
  const [chosen, setChosen] = useState<Shown | undefined>()
  const shown = chosen !== undefined && offered.includes(chosen) ? chosen : offered[0]
  return (
    <section className="hq-stack">
      <fieldset className="hq-set hq-import-counts" aria-label={say('各类行数', 'Rows of each kind')}>
        {offered.map((one) => (
          <button key={one} type="button" className="hq-import-count" aria-pressed={one === shown} data-tone={titles[one][1]} onClick={() => setChosen(one)}>
            <strong className="hq-figures">{figure(data.counts[one] ?? 0)}</strong>
            <span>{titles[one][0]}</span>
          </button>
        ))}
      </fieldset>
      {children}
      {shown !== undefined && data.own && <Lines key={shown} register={register} data={data} from={from} shown={shown} beside={beside} />}
      {!data.own && <p className="hq-secondary">{say(`由${data.by}导入，逐行内容只有本人能看。`, `Imported by ${data.by}, who alone sees its lines.`)}</p>}
    </section>
  )
}

function Lines({ register, data, from, shown, beside }: { register: Register; data: Imported; from: From; shown: Shown; beside: ((line: ImportLine | FileLine) => ReactNode) | undefined }): ReactNode {
  const say = useSay()
  const titles = useTitles(from)
  const { data: pages, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [from, data.id, 'lines', shown, data.version],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }): Promise<Page<ImportLine | FileLine>> =>
      call(`/${from}/${data.id}/lines${queryText({ ...(shown === 'kept' ? { undone: 'kept' } : { outcome: shown }), after: pageParam, limit: pageSize })}`, { signal }),
    getNextPageParam: (page) => page.next,
  })
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!pages) return <Waiting lines={4} />
  return (
    <div className="hq-table-scroll">
      <StackingTable
        label={titles[shown][0]}
        rows={pages.pages.flatMap(({ rows }) => rows)}
        keyOf={({ row }) => row}
        columns={[
          { title: from === 'imports' ? say('行', 'Row') : say('序号', 'No.'), className: 'hq-figures', cell: ({ row }) => row },
          {
            title: from === 'imports' ? say('内容', 'Content') : say('文件', 'File'),
            cell: ({ name, id, undone }) => (id !== null && undone !== 'undone' ? <ConsoleLink to={pathOfRow(register.id, id)}>{name ?? '—'}</ConsoleLink> : (name ?? '—')),
          },
          {
            title: say('结果', 'Outcome'),
            cell: (line) => (
              <>
                {line.reasons.length === 0 ? (
                  <StateTag tone={line.undone === 'undone' ? 'stopped' : titles[line.outcome][1]}>{line.undone === 'undone' ? say('已撤回', 'Taken back') : titles[line.outcome][0]}</StateTag>
                ) : (
                  <ul className="hq-import-reasons">
                    {line.reasons.map(({ says }) => (
                      <li key={says}>{says}</li>
                    ))}
                  </ul>
                )}
                {beside && <div className="hq-import-beside">{beside(line)}</div>}
              </>
            ),
          },
        ]}
      />
      <div className="hq-table-end">
        {hasNextPage && (
          <button type="button" className="hq-more" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('再看一些', 'More')}
          </button>
        )}
      </div>
    </div>
  )
}
