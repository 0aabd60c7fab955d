// 单位编制: the organs as a tree, each with what was approved, who is there and who leads, every figure open to its rows.
import { ConsoleLink, Empty, Fault, figure, FigureLink, PageHead, pathOfRegister, pathOfRow, queryText, reportQuery, useGo, useNames, useSay, Waiting } from '@houqin/web-kit'
import type { ReportAnswer } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { establishment, organ, organCategories } from '../contract/index.ts'
import type { OrganCategory } from '../contract/index.ts'
import { organTree, rowsOf, shownRows, sumNames, sumsOf } from './organ-tree.ts'
import type { OrganNode, SumName } from './organ-tree.ts'
import './establishment.css'

const own = '/people/establishment'

export function Screen(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(reportQuery(establishment.id))
  return (
    <>
      <PageHead title={say('单位编制', 'Establishment')} />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data && <Establishment answer={data} />}
    </>
  )
}

function Establishment({ answer }: { answer: ReportAnswer }): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const { category, only } = useNarrowing()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const word = useDeferredValue(typed)
  const rows = useMemo(() => answer.rows.filter((row) => category === 'all' || row['category'] === category), [answer, category])
  const tree = useMemo(() => (only === null ? organTree(rows) : rowsOf(rows, only).map((row) => ({ row, below: [], size: 1 }))), [rows, only])
  const opens = useMemo(() => new Map(answer.rows.map((row, place) => [row['id'], answer.opens[place] ?? {}])), [answer])
  const sums = useMemo(() => sumsOf(rows), [rows])
  const shown = shownRows({ tree, open, word })
  const within = category === 'all' ? null : category
  const narrowed = `${pathOfRegister(organ.id)}${queryText({ 'where.category': within })}`
  const here = (category: string | null, only: SumName | null): string => `${own}${queryText({ category, only })}`
  const counted = (sum: SumName): string => here(within, sum)
  const title = (key: string): string => {
    const column = establishment.columns[key]
    return column ? names.of(column) : key
  }
  const toggle = (id: string): void => {
    setOpen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]))
  }
  return (
    <div className="hq-stack pp-establishment">
      <section className="pp-sums" aria-label={say('合计', 'Totals')}>
        <FigureLink label={say('单位', 'Organs')} value={figure(sums.organs)} unit={say('家', '')} to={narrowed} />
        <FigureLink label={say('编制', 'Approved')} value={figure(sums.approved)} unit={say('名', '')} to={narrowed} />
        <FigureLink label={say('在编在岗', 'In post')} value={figure(sums.filled)} unit={say('人', '')} to={category === 'all' ? '/registers/people.person?where.employment.in=civil,institution&where.standing=active' : counted('filled')} />
        <FigureLink label={say('空编', 'Vacant')} value={figure(sums.free)} unit={say('名', '')} to={counted('free')} />
        {sums.over > 0 && <FigureLink label={say('超编', 'Over')} value={figure(sums.over)} unit={say('人', '')} to={counted('over')} tone="overdue" />}
      </section>
      <div className="hq-row pp-filter">
        <input
          className="hq-native"
          type="search"
          value={typed}
          placeholder={say('找单位', 'Find an organ')}
          aria-label={say('找单位', 'Find an organ')}
          onChange={({ target }) => setTyped(target.value)}
        />
        <select className="hq-native" value={category} aria-label={say('类别', 'Category')} onChange={({ target }) => go(here(target.value === 'all' ? null : target.value, only), { replace: true })}>
          <option value="all">{say('全部类别', 'All categories')}</option>
          {Object.keys(organCategories).map((key) => (
            <option key={key} value={key}>
              {names.option(organ.fields.category, key)}
            </option>
          ))}
        </select>
        {only !== null ? (
          <ConsoleLink to={here(within, null)} className="hq-more">
            {say('看全部单位', 'Every organ')}
          </ConsoleLink>
        ) : open.size > 0 ? (
          <button type="button" className="hq-more" onClick={() => setOpen(new Set())}>
            {say('全部收起', 'Fold all')}
          </button>
        ) : (
          <button type="button" className="hq-more" onClick={() => setOpen(new Set(rows.map((row) => String(row['id']))))}>
            {say('全部展开', 'Unfold all')}
          </button>
        )}
      </div>
      {only !== null && <Counted only={only} organs={tree.length} sum={sums[only]} />}
      {shown.length === 0 ? (
        <Empty title={say('没有这样的单位', 'No such organ')}>{say('换一个词，或选“全部类别”。', 'Try another word, or choose all categories.')}</Empty>
      ) : (
        <table className="pp-tree">
          <thead>
            <tr>
              <th scope="col">{title('organ')}</th>
              <th scope="col">{title('approved')}</th>
              <th scope="col">{title('filled')}</th>
              <th scope="col">{title('free')}</th>
              <th scope="col">{say('领导', 'Leaders')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ node, depth }) => (
              <OrganRow key={String(node.row['id'])} node={node} depth={depth} open={word.trim() !== '' || open.has(String(node.row['id']))} opens={opens.get(node.row['id'] ?? '') ?? {}} onToggle={toggle} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

/** Which organs are shown, read from the address: of one category, and only those that a sum counted. */
function useNarrowing(): { readonly category: OrganCategory | 'all'; readonly only: SumName | null } {
  const search = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const given = search.get('category')
  return {
    category: Object.keys(organCategories).includes(given ?? '') ? (given as OrganCategory) : 'all',
    only: sumNames.find((name) => name === search.get('only')) ?? null,
  }
}

function Counted({ only, organs, sum }: { only: SumName; organs: number; sum: number }): ReactNode {
  const say = useSay()
  const [count, total] = [figure(organs), figure(sum)]
  const says = {
    filled: say(`在编在岗的 ${count} 家，合计 ${total} 人`, `${count} organs with people in post, ${total} in all`),
    free: say(`有空编的 ${count} 家，合计空编 ${total} 名`, `${count} organs with vacancies, ${total} in all`),
    over: say(`超编的 ${count} 家，合计超编 ${total} 人`, `${count} organs over their establishment, by ${total} in all`),
  }
  return <output className="hq-secondary">{says[only]}</output>
}

function OrganRow({ node, depth, open, opens, onToggle }: {
  node: OrganNode
  depth: number
  open: boolean
  opens: Readonly<Record<string, string>>
  onToggle: (id: string) => void
}): ReactNode {
  const say = useSay()
  const { row, below } = node
  const id = String(row['id'])
  const free = Number(row['free'] ?? 0)
  const cell = (key: string, text: string): ReactNode => (opens[key] === undefined ? text : <ConsoleLink to={opens[key]}>{text}</ConsoleLink>)
  return (
    <tr>
      <th scope="row">
        <span className="pp-organ" style={{ paddingLeft: `${depth * 20}px` }}>
        {below.length > 0 ? (
          <button type="button" className="hq-plain pp-toggle" aria-expanded={open} aria-label={say(`${open ? '收起' : '展开'}${String(row['organ'])}`, `${open ? 'Fold' : 'Unfold'} ${String(row['organ'])}`)} onClick={() => onToggle(id)}>
            {open ? '▾' : '▸'}
          </button>
        ) : (
          <span className="pp-toggle" aria-hidden="true" />
        )}
        <span>
          <ConsoleLink to={pathOfRow(organ.id, id)}>{row['organ']}</ConsoleLink>
          {below.length > 0 && <span className="hq-secondary hq-small">{say(`下辖 ${node.size - 1}`, `${node.size - 1} below`)}</span>}
        </span>
        </span>
      </th>
      <td className="hq-figures">{cell('approved', figure(row['approved'] ?? 0))}</td>
      <td className="hq-figures">
        {cell('filled', figure(row['filled'] ?? 0))}
        <Bar approved={Number(row['approved'] ?? 0)} filled={Number(row['filled'] ?? 0)} />
      </td>
      <td className="hq-figures">
        {free < 0 ? <strong className="hq-danger">{say(`超 ${-free}`, `${-free} over`)}</strong> : free === 0 ? <span className="hq-secondary">0</span> : figure(free)}
      </td>
      <td className="hq-figures">
        {cell('leaders', figure(row['leaders'] ?? 0))}
        <span className="hq-secondary"> / {figure(row['leading'] ?? 0)}</span>
      </td>
    </tr>
  )
}

function Bar({ approved, filled }: { approved: number; filled: number }): ReactNode {
  if (approved === 0) return null
  return (
    <span className="pp-bar" aria-hidden="true" data-over={filled > approved ? '' : undefined}>
      <span style={{ width: `${Math.min(100, (100 * filled) / approved)}%` }} />
    </span>
  )
}
