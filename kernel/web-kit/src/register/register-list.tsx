// The derived list of a register.
import type { Field, Fields, Register } from '@houqin/define'
import type { WireRow, WireValue } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { call } from '../api/call.ts'
import { useCan } from '../api/me.ts'
import { rowPages, summaryQuery } from '../api/queries.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { FieldValue } from '../format/field-value.tsx'
import { quantityText } from '../format/quantity.ts'
import { holdsPersonal } from '../list/holds-personal.ts'
import { DerivedList } from '../list/derived-list.tsx'
import type { Column, ListSource } from '../list/derived-list.tsx'
import type { Several } from '../list/selection-bar.tsx'
import { useHouse } from '../parts/house.tsx'
import { pathOfRegister, pathOfRow } from '../parts/paths.ts'
import { siteFieldOf } from '../site/narrowed-list.ts'
import type { Say } from '../words/locale.ts'
import { useNames, useSay } from '../words/words.tsx'
import type { Names } from '../words/words.tsx'
import { validityFields } from './validity.ts'

export type Cells = Readonly<Record<string, ComponentType<{ row: WireRow; value: WireValue | undefined }>>>

/** @param cells instead of the derived ones, by field. @param actions beside the title. */
export function RegisterList({ register, cells = {}, actions }: { register: Register; cells?: Cells; actions?: ReactNode }): ReactNode {
  const say = useSay()
  const names = useNames()
  const can = useCan(register.id)
  const sites = useHouse().keeperOf('site')?.id
  const source = useMemo((): ListSource<WireRow> => {
    const fields: Fields = { ...register.fields, ...(register.dated && validityFields) }
    const cell = (name: string, field: Field) => (row: WireRow): ReactNode => {
      const value = row[name] as WireValue | undefined // a row carries its fields beside its own members
      const Cell = cells[name]
      return Cell ? <Cell row={row} value={value} /> : <FieldValue field={field} value={value} owner={register.id} />
    }
    const fieldColumn = ([name, field]: [string, Field]): Column<WireRow> => ({
      key: name,
      title: names.of(field),
      usual: register.columns.includes(name) || name in validityFields,
      sortable: field.kind !== 'files' && !(field.kind === 'choice' && field.many),
      end: field.kind === 'int' || field.kind === 'decimal',
      cell: cell(name, field),
    })
    const byColumns = [...Object.entries(fields)].toSorted(([a], [b]) => place(register, a) - place(register, b))
    const title = names.of(register)
    const write = can('write')
    return {
      id: register.id,
      title,
      columns: [
        { key: 'name', title: nameTitle(register, names.of) ?? say('名称', 'Name'), usual: true, sortable: true, cell: (row) => <RowName register={register} row={row} /> },
        ...byColumns.filter(([name]) => name !== 'name').map(fieldColumn),
      ],
      filters: Object.fromEntries(Object.entries(fields).filter(([, field]) => field.kind !== 'files' && !(field.kind === 'text' && field.multiline))),
      sort: register.sort,
      dated: register.dated,
      retires: true,
      site: siteFieldOf({ fields: register.fields, sites, named: register.scope.site }),
      key: (row) => row.id,
      path: (row) => pathOfRow(register.id, row.id),
      card: (row) => {
        const state = register.card.state
        const stateField = state === undefined ? undefined : register.fields[state]
        return {
          title: <RowName register={register} row={row} />,
          ...(state !== undefined && stateField && { state: <StateTag tone="waiting">{cell(state, stateField)(row)}</StateTag> }),
          ...(register.dated && state === undefined && { state: <Validity row={row} /> }),
          facts: register.card.facts.flatMap((name) => {
            const field = register.fields[name]
            return field ? [{ label: names.of(field), value: cell(name, field)(row) }] : []
          }),
        }
      },
      ...(can('export') && { exporting: { path: `/registers/${register.id}/export.xlsx`, personal: holdsPersonal(register.fields), mayReveal: can('reveal') } }),
      ...(write && { several: severalRows(register, { say, names }) }),
      empty: write
        ? say(`点「新增」记下第一条${title}。`, `Press “New” to enter the first one.`)
        : say(`有了${title}，会出现在这里。`, 'What there is will appear here.'),
      actions: (
        <>
          {actions}
          {write && can('import') && <ImportLink register={register} />}
          {write && <NewButton register={register} />}
        </>
      ),
    }
  }, [register, cells, actions, names, say, can, sites])
  return <DerivedList source={source} pagesOf={(query) => rowPages(register.id, query)} sums={(query) => <Sums register={register} query={query} />} />
}

/** Several rows taken out of use, each under the version that was read. */
function severalRows(register: Register, { say, names }: { say: Say; names: Names }): Several<WireRow> {
  return {
    title: (row) => names.told(row.name, register),
    stale: [['rows', register.id], ['row', register.id]],
    only: (rows) => ({ 'where.id.in': rows.map(({ id }) => id).join(','), retired: 'true' }),
    actionsOf: async (rows) => {
      if (rows.every(({ retiredAt }) => retiredAt !== null)) return []
      return [{
        key: 'retire', label: say('停用', 'Retire'), destructive: true, words: 'required',
        warns: say('停用后不再出现在列表和选择中，历史记录都保留，随时可以恢复。', 'They will no longer be listed or offered; their history stays, and each can be brought back at any time.'),
        run: async (row, reason) => {
          await call(`/registers/${register.id}/${row.id}/retire`, { method: 'POST', version: row.version, body: { reason } })
          return say('已停用', 'Retired')
        },
      }]
    },
  }
}

function RowName({ register, row }: { register: Register; row: WireRow }): ReactNode {
  const say = useSay()
  const names = useNames()
  return (
    <>
      {names.told(row.name, register)}
      {row.retiredAt && <> <StateTag tone="stopped">{say('已停用', 'Retired')}</StateTag></>}
    </>
  )
}
/** Rows of a dated register that are called alike are told apart by their days. */
function Validity({ row }: { row: WireRow }): ReactNode {
  const say = useSay()
  const { from, to } = row as WireRow & { readonly from?: string; readonly to?: string | null } // a dated row carries its days beside its fields
  return <span className="hq-secondary hq-small hq-figures">{to ? `${from} – ${to}` : say(`${from} 起`, `from ${from}`)}</span>
}
function ImportLink({ register }: { register: Register }): ReactNode {
  const say = useSay()
  return (
    <ConsoleLink to={`${pathOfRegister(register.id)}/import`} className="hq-quiet-button">
      {say('导入', 'Import')}
    </ConsoleLink>
  )
}
function NewButton({ register }: { register: Register }): ReactNode {
  const say = useSay()
  return (
    <ConsoleLink to={`${pathOfRegister(register.id)}/new`} className="hq-link-button">
      {say('新增', 'New')}
    </ConsoleLink>
  )
}

/** The sums of the exact quantities, each over the rows of the list. */
function Sums({ register, query }: { register: Register; query: Readonly<Record<string, string>> }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { sort: _order, ...conditions } = query
  const summed = Object.entries(register.fields).filter(([name, field]) => field.kind === 'decimal' && register.columns.includes(name))
  const { data } = useQuery({ ...summaryQuery(register.id, conditions), enabled: summed.length > 0 })
  return summed.map(([name, field]) => {
    const sum = data?.sums[name]
    if (sum === undefined || field.kind !== 'decimal') return null
    return <span key={name}> · {names.of(field)} {quantityText(sum, { unit: field.unit, scale: field.scale }, say)}</span>
  })
}

function place(register: Register, name: string): number {
  const at = register.columns.indexOf(name)
  return at === -1 ? register.columns.length : at
}
/** A field called `name` gives the first column its head. */
function nameTitle(register: Register, of: (declared: Field) => string): string | undefined {
  const field = register.fields['name']
  return field && of(field)
}
