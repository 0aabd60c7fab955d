// 记费用: what was paid on the way, entered when it is paid.
import { ProblemNotice, Sheet, useSay } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useStep } from '../use-step.ts'
import { besideExpenses, ExpensesInput, expenseLines } from './expenses-input.tsx'
import type { Expense } from './expenses-input.tsx'

export function SpendSheet({ shown, onClose }: { shown: WireMatter; onClose: () => void }): ReactNode {
  const say = useSay()
  const { sending, problem, send } = useStep(shown, 'spend')
  const [expenses, setExpenses] = useState<readonly Expense[]>([])
  const lines = expenseLines(expenses)
  return (
    <Sheet title={say('记费用', 'Expenses')} onClose={onClose}>
      <div className="fl-sheet">
        <ExpensesInput expenses={expenses} issues={problem?.issues} onChange={setExpenses} />
        <ProblemNotice problem={problem} others={besideExpenses(problem?.issues ?? [], expenses)} />
        <Button type="primary" size="large" block loading={sending} disabled={lines.length === 0} onClick={() => void send({ lines: { expenses: lines } }).then((taken) => taken && onClose())}>{say('记下', 'Enter')}</Button>
      </div>
    </Sheet>
  )
}
