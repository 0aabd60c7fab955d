// What a journey came to 实际用车: when it left and came back, how far it went and what was paid, part by part; read before it is confirmed and rated.
import { figure, StepSheet, useNames, useNow, useSay } from '@houqin/web-kit'
import type { StepSheetProps, WireMatter } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { use } from '../../../contract/index.ts'
import { spanText } from '../span-text.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Nothing until it is back. */
export function Driven({ of: { facts, lines } }: { of: WireMatter }): ReactNode {
  const say = useSay()
  const names = useNames()
  const now = useNow()
  const [left, came, kilometres, cost] = [text(facts['leftAt']), text(facts['cameAt']), facts['kilometres'], text(facts['cost'])]
  if (came === '') return null
  const { kind } = use.lines.expenses.fields
  const parts = (lines['expenses']?.rows ?? []).map((row) => `${names.option(kind, text(row['kind']))} ¥${figure(text(row['amount']))}`)
  return (
    <>
      {left !== '' && <p className="hq-figures">{say('实际', 'In fact')} {spanText({ from: left, to: came, now, say })}{typeof kilometres === 'number' && <> · {say(`行驶 ${figure(kilometres)} km`, `${figure(kilometres)} km`)}</>}</p>}
      <p className="hq-figures">{cost === '' || parts.length === 0 ? say('没有费用', 'Nothing was paid') : say(`费用 ¥${figure(cost)}（${parts.join('、')}）`, `¥${figure(cost)} paid (${parts.join(', ')})`)}</p>
    </>
  )
}

export function ConfirmSheet(given: StepSheetProps): ReactNode {
  return <StepSheet {...given} lead={<div className="hq-below"><Driven of={given.shown} /></div>} />
}
