// A condition of a list in words: 用途 办公、服务 · 面积 ≥ 100 ㎡.
import type { Field } from '@houqin/define'
import { quantityText } from '../format/quantity.ts'
import { dayAfter, dayOf } from '../format/when.ts'
import type { Say } from '../words/locale.ts'
import type { Names } from '../words/words.tsx'
import type { Condition } from './list-view.ts'

/** @param refName the name of the row a single reference condition points to. */
export function conditionText({ field, condition, say, names, refName }: {
  field: Field | undefined
  condition: Condition
  say: Say
  names: Pick<Names, 'of' | 'option'>
  refName?: string
}): string {
  if (!field) return `${condition.field} ${condition.value}`
  const label = names.of(field)
  const { operator, value } = condition
  if (operator === 'null') return value === 'true' ? say(`${label} 未填`, `${label} empty`) : say(`${label} 已填`, `${label} filled`)
  if (operator === 'gte' || operator === 'lt') return `${label} ${bound({ field, operator, value, say })}`
  const shown =
    field.kind === 'choice'
      ? value.split(',').map((key) => names.option(field, key)).join(say('、', ', '))
      : field.kind === 'bool'
        ? value === 'true' ? say('是', 'yes') : say('否', 'no')
        : field.kind === 'ref'
          ? (refName ?? say(`${value.split(',').length} 项`, `${value.split(',').length} chosen`))
          : value
  return operator === 'not' ? say(`${label} 不是 ${shown}`, `${label} not ${shown}`) : `${label} ${shown}`
}

function bound({ field, operator, value, say }: { field: Field; operator: 'gte' | 'lt'; value: string; say: Say }): string {
  if (field.kind === 'date' || field.kind === 'instant') {
    // The last day is told as included, while the query ends before the next.
    const day = field.kind === 'instant' ? dayOf(value) : value
    return operator === 'gte' ? say(`自 ${day}`, `from ${day}`) : say(`至 ${dayAfter(day, -1)}`, `to ${dayAfter(day, -1)}`)
  }
  const shown = field.kind === 'decimal' || field.kind === 'int' ? quantityText(value, { unit: field.unit }, say) : value
  return operator === 'gte' ? `≥ ${shown}` : `< ${shown}`
}
