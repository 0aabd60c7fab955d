// The derived list of a kind of matter.
import { bool, choice, instant } from '@houqin/define'
import type { Field, Matter } from '@houqin/define'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useCan } from '../api/me.ts'
import { matterPages } from '../api/queries.ts'
import type { ListedMatter } from '../api/queries.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { DueText } from '../blocks/due-text.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { FieldValue } from '../format/field-value.tsx'
import { holdsPersonal } from '../list/holds-personal.ts'
import { DerivedList } from '../list/derived-list.tsx'
import type { Column, ListSource } from '../list/derived-list.tsx'
import { useHouse } from '../parts/house.tsx'
import { pathOfMatter, pathOfNumber } from '../parts/paths.ts'
import { siteFieldOf } from '../site/narrowed-list.ts'
import { useNames, useSay } from '../words/words.tsx'
import { severalSteps } from './several-steps.ts'
import { isOver, MatterState } from './matter-state.tsx'
import { doerOf, whoHas } from './people.ts'

export function MatterList({ matter, actions }: { matter: Matter; actions?: ReactNode }): ReactNode {
  const say = useSay()
  const names = useNames()
  const can = useCan(matter.id)
  const sites = useHouse().keeperOf('site')?.id
  const source = useMemo((): ListSource<ListedMatter> => {
    const column = (key: string, title: string, cell: (row: ListedMatter) => ReactNode, more: Partial<Column<ListedMatter>> = {}): Column<ListedMatter> => ({
      key, title, cell, usual: true, sortable: false, ...more,
    })
    const valueColumns = (['form', 'facts'] as const).flatMap((part) =>
      Object.entries(matter[part]).map(([name, field]) =>
        column(name, names.of(field), (row) => <FieldValue field={field} value={row[part]?.[name]} owner={matter.id} />, {
          usual: false,
          end: field.kind === 'int' || field.kind === 'decimal',
        }),
      ),
    )
    const holder = (row: ListedMatter): ReactNode => (isOver(row) ? '—' : names.phrase(whoHas(row, say)))
    return {
      id: matter.id,
      title: names.of(matter),
      columns: [
        column('subject', say('事由', 'Subject'), (row) => names.told(row.subject, matter)),
        column('number', say('单号', 'Number'), (row) => row.number),
        column('state', say('状态', 'State'), (row) => <MatterState of={row} />),
        column('holder', say('在谁手里', 'With'), holder),
        column('dueAt', say('时限', 'Due'), (row) => <DueText dueAt={row.dueAt} done={isOver(row)} />, { sortable: true }),
        column('site', say('场所', 'Site'), (row) => row.site?.name ?? '—'),
        column('organ', say('单位', 'Organ'), (row) => row.organ?.name ?? '—', { usual: false }),
        column('requester', say('提出人', 'Asked by'), (row) => doerOf(row.requester, say) ?? '—'),
        column('openedAt', say('提出时间', 'Asked'), (row) => <WhenText at={row.openedAt} />, { sortable: true }),
        column('closedAt', say('办结时间', 'Closed'), (row) => (row.closedAt ? <WhenText at={row.closedAt} /> : '—'), { usual: false, sortable: true }),
        column('rating', say('评价', 'Rating'), (row) => (row.rating ? '★'.repeat(row.rating.stars) : '—'), { usual: false }),
        ...valueColumns.filter(({ key }) => !ownColumns.has(key)),
      ],
      filters: filtersOf(matter, names, say),
      sort: '-openedAt',
      dated: false,
      retires: false,
      site: siteFieldOf({ fields: matter.form, sites, named: matter.scope.site }),
      key: (row) => row.number,
      path: (row) => pathOfNumber(matter.id, row.number),
      card: (row) => ({
        title: names.told(row.subject, matter),
        state: <MatterState of={row} />,
        facts: [
          isOver(row) ? { label: say('提出人', 'Asked by'), value: doerOf(row.requester, say) ?? '—' } : { label: say('在谁手里', 'With'), value: holder(row) },
          row.dueAt && !isOver(row)
            ? { label: say('时限', 'Due'), value: <DueText dueAt={row.dueAt} /> }
            : { label: say('提出', 'Asked'), value: <WhenText at={row.openedAt} /> },
        ],
      }),
      ...(can('export') && { exporting: { path: `/matters/${matter.id}/export.xlsx`, personal: holdsPersonal(matter.form, matter.facts), mayReveal: true } }),
      several: {
        title: ({ number, subject }) => `${number} ${names.told(subject, matter)}`,
        stale: [['matters', matter.id], ['matter', matter.id], ['inbox']],
        actionsOf: (rows) => severalSteps({ matter, rows, names, say }),
      },
      empty: say('有人提出以后，会出现在这里。', 'What is asked for will appear here.'),
      actions: (
        <>
          {actions}
          {can('start') && (
            <ConsoleLink to={`${pathOfMatter(matter.id)}/new`} className="hq-link-button">
              {say('新建', 'New')}
            </ConsoleLink>
          )}
        </>
      ),
    }
  }, [matter, actions, names, say, can, sites])
  return <DerivedList source={source} pagesOf={(query) => matterPages(matter.id, query)} />
}

const ownColumns = new Set(['subject', 'number', 'state', 'holder', 'dueAt', 'site', 'organ', 'requester', 'openedAt', 'closedAt', 'rating'])

function filtersOf(matter: Matter, names: { of: (declared: { title: string } | { label: string }) => string }, say: (zh: string, en: string) => string): Readonly<Record<string, Field>> {
  const states = Object.fromEntries(Object.entries(matter.states).map(([state, declared]) => [state, names.of(declared)]))
  const fields = { ...matter.form, ...matter.facts }
  return {
    state: choice(say('状态', 'State'), states, { many: true }),
    ...(Object.values(matter.steps).some(({ approve }) => approve !== undefined) && { approving: bool(say('审批中', 'Being approved')) }),
    overdue: bool(say('已超时限', 'Overdue')),
    openedAt: instant(say('提出时间', 'Asked')),
    ...Object.fromEntries(Object.entries(fields).filter(([, { kind }]) => kind === 'ref' || kind === 'choice' || kind === 'date')),
  }
}
