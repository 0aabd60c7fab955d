// A use as the pages made by hand read it 用车单: the wire's values under their own names and types.
import type { ListedMatter, Ref, WireValue } from '@houqin/web-kit'
import { usePurposes } from '../../contract/index.ts'
import type { UsePurpose } from '../../contract/index.ts'

export interface UseLine {
  readonly matter: ListedMatter
  readonly number: string
  readonly version: number
  readonly state: string
  readonly purpose: UsePurpose
  readonly why: string
  readonly whence: string
  readonly whither: string
  readonly leavesAt: string
  readonly returnsAt: string
  readonly passengers: number
  readonly note: string
  readonly phone: string
  readonly asker: string
  readonly traveller: Ref | null
  readonly vehicle: Ref | null
  readonly outAt: string
  readonly backAt: string
  readonly acceptedAt: string | null
  readonly odometerOut: number | null
  readonly cost: string
}

export function readUse(matter: ListedMatter): UseLine {
  const { form = {}, facts = {} } = matter
  const [leavesAt, returnsAt] = [text(form['leavesAt']), text(form['returnsAt'])]
  const purpose = text(form['purpose'])
  return {
    matter, number: matter.number, version: matter.version, state: matter.state,
    purpose: purpose in usePurposes ? (purpose as UsePurpose) : 'other',
    why: text(form['why']), whence: text(form['whence']), whither: text(form['whither']), leavesAt, returnsAt,
    passengers: Number(form['passengers'] ?? 1), note: text(form['note']), phone: text(form['phone']),
    asker: typeof matter.requester === 'string' ? matter.requester : (matter.requester?.name ?? ''),
    traveller: refOf(form['traveller']), vehicle: refOf(facts['vehicle']),
    outAt: text(facts['outAt']) || leavesAt, backAt: text(facts['backAt']) || returnsAt,
    acceptedAt: text(facts['acceptedAt']) || null, odometerOut: typeof facts['odometerOut'] === 'number' ? facts['odometerOut'] : null, cost: text(facts['cost']),
  }
}
const text = (value: WireValue | undefined): string => (typeof value === 'string' ? value : '')
const refOf = (value: WireValue | undefined): Ref | null => (typeof value === 'object' && value !== null && 'id' in value ? value : null)
