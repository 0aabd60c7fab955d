// Expenses as lines 费用: the kind by a tap, the amount, the receipt's number; as many as there were.
import { issueOfRow, issuesElsewhere, LineIssue, useNames, useSay } from '@houqin/web-kit'
import type { Issue } from '@houqin/web-kit'
import { DeleteOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { expenseKinds, use } from '../../../contract/index.ts'

export interface Expense {
  readonly kind: string
  /** 元 as it was typed. */
  readonly amount: string
  readonly receipt: string
}
const kinds = Object.keys(expenseKinds)
/** What the server is handed: rows without an amount are none. */
export const expenseLines = (expenses: readonly Expense[]): readonly { kind: string; amount: string; receipt: string | null }[] =>
  expenses.filter(({ amount }) => amount.trim() !== '').map(({ kind, amount, receipt }) => ({ kind, amount: amount.trim(), receipt: receipt.trim() || null }))
/** What the server says of none of them. */
export const besideExpenses = (issues: readonly Issue[], expenses: readonly Expense[]): readonly string[] => issuesElsewhere(issues, { 'lines.expenses': expenseLines(expenses).length })

/** @param issues of the whole step; what is said of an expense stands below it. */
export function ExpensesInput({ expenses, issues = [], onChange }: { expenses: readonly Expense[]; issues?: readonly Issue[] | undefined; onChange: (expenses: readonly Expense[]) => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { kind: declared } = use.lines.expenses.fields
  const change = (place: number, next: Partial<Expense>): void => onChange(expenses.map((one, nth) => (nth === place ? { ...one, ...next } : one)))
  return (
    <section className="fl-expenses" aria-label={say('费用', 'Expenses')}>
      <h3>{say('费用', 'Expenses')}</h3>
      {expenses.map(({ kind, amount, receipt }, place) => (
        <div key={place} className="fl-expense">
          <span>{names.option(declared, kind)}</span>
          <span className="hq-measured">
            <input className="hq-native" inputMode="decimal" value={amount} maxLength={12} aria-label={say(`${names.option(declared, kind)}金额`, `Amount of ${names.option(declared, kind)}`)} onChange={({ target }) => change(place, { amount: target.value })} />
            <span aria-hidden="true">{say('元', 'yuan')}</span>
          </span>
          <input className="hq-native" value={receipt} maxLength={40} placeholder={say('票据号（选填）', 'Receipt (optional)')} aria-label={say('票据号', 'Receipt')} onChange={({ target }) => change(place, { receipt: target.value })} />
          <button type="button" className="hq-plain" aria-label={say(`去掉${names.option(declared, kind)}`, `Remove ${names.option(declared, kind)}`)} onClick={() => onChange(expenses.filter((_, nth) => nth !== place))}><DeleteOutlined aria-hidden="true" /></button>
          {amount.trim() !== '' && <LineIssue says={issueOfRow(issues, 'lines.expenses', expenseLines(expenses.slice(0, place)).length)} />}
        </div>
      ))}
      <div className="fl-quick">
        {kinds.map((kind) => (
          <button key={kind} type="button" onClick={() => onChange([...expenses, { kind, amount: '', receipt: '' }])}>+ {names.option(declared, kind)}</button>
        ))}
      </div>
    </section>
  )
}
