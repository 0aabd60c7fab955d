// 用料: found by a few letters, added with a tap, counted with plus and minus; price and unit come from the register.
import { figure, issueOfRow, LineIssue, useSay } from '@houqin/web-kit'
import type { Issue } from '@houqin/web-kit'
import { decimal } from '@houqin/define'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { lastMaterials, rememberMaterials } from './last-materials.ts'
import { materialsQuery } from './work-query.ts'
import type { MaterialRow } from './work-query.ts'

export interface UsedMaterial extends MaterialRow {
  /** A decimal string. */
  readonly quantity: string
}
const mostShown = 6

export function materialLines(used: readonly UsedMaterial[]): readonly Readonly<Record<string, string>>[] {
  if (used.length > 0) rememberMaterials(used.map(({ id }) => id))
  return used.map(({ id, quantity, unit, price }) => ({ material: id, quantity, unit, price }))
}

/** @param issues of the whole step; what is said of a material stands below it. */
export function MaterialsInput({ used, issues = [], onChange }: { used: readonly UsedMaterial[]; issues?: readonly Issue[] | undefined; onChange: (used: readonly UsedMaterial[]) => void }): ReactNode {
  const say = useSay()
  const { data = [] } = useQuery(materialsQuery)
  const [typed, setTyped] = useState('')
  const [last] = useState(lastMaterials)
  const free = data.filter(({ id }) => !used.some((one) => one.id === id))
  const word = typed.trim().toLowerCase()
  const offered = (word === '' ? last.flatMap((id) => free.find((row) => row.id === id) ?? []) : free.filter(({ name }) => name.toLowerCase().includes(word))).slice(0, mostShown)
  const set = (changed: UsedMaterial, quantity: string): void => onChange(used.map((one) => (one === changed ? { ...one, quantity } : one)))
  const add = (row: MaterialRow): void => {
    onChange([...used, { ...row, quantity: '1' }])
    setTyped('')
  }
  return (
    <section className="sd-materials" aria-label={say('用料', 'Materials')}>
      <h3>
        {say('用料', 'Materials')} <span className="hq-secondary hq-small">{say('没用就不填', 'leave out if none')}</span>
      </h3>
      {used.map((one, place) => (
        <div key={one.id} className="sd-used">
          <span className="hq-grow">
            {one.name}
            <span className="hq-secondary hq-small hq-figures"> ¥{figure(one.price, 2)}/{one.unit}</span>
          </span>
          <span className="sd-count">
            <button
              type="button"
              aria-label={say(`${one.name} 减一`, `One less ${one.name}`)}
              onClick={() => (decimal.compare(one.quantity, '1') <= 0 ? onChange(used.filter((other) => other !== one)) : set(one, decimal.sum([one.quantity, '-1'], 2)))}
            >
              −
            </button>
            <input inputMode="decimal" value={plain(one.quantity)} aria-label={say(`${one.name} 数量`, `How many ${one.name}`)} onChange={({ target }) => isCount(target.value || '0') && set(one, target.value || '0')} />
            <button type="button" aria-label={say(`${one.name} 加一`, `One more ${one.name}`)} onClick={() => set(one, decimal.sum([one.quantity, '1'], 2))}>
              +
            </button>
            <span className="hq-secondary">{one.unit}</span>
          </span>
          <LineIssue says={issueOfRow(issues, 'lines.materials', place)} />
        </div>
      ))}
      <input className="hq-native" type="search" value={typed} placeholder={say('找材料，如“灯管”“角阀”', 'Find a material')} aria-label={say('找材料', 'Find a material')} onChange={({ target }) => setTyped(target.value)} />
      {offered.length > 0 && (
        <div className="sd-quick-words">
          {offered.map((row) => (
            <button key={row.id} type="button" onClick={() => add(row)}>
              + {row.name}
            </button>
          ))}
        </div>
      )}
      {word !== '' && offered.length === 0 && <p className="hq-secondary hq-small">{say('没有这种材料；完工后可由服务科补登。', 'No such material; the service officer can enter it later.')}</p>}
    </section>
  )
}

function isCount(typed: string): boolean {
  return /^\d{1,6}(\.\d{0,2})?$/.test(typed)
}
/** `2.00` → `2` while it is being counted. */
function plain(quantity: string): string {
  return quantity.includes('.') && /^\d+\.0+$/.test(quantity) ? (quantity.split('.')[0] ?? quantity) : quantity
}
