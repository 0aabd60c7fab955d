// 最近打开: what was chosen from the search, the latest first; of this account, on this device, until it signs out.
import { keepHere, keptHere } from '@houqin/web-kit'

export interface Found {
  readonly path: string
  readonly name: string
  readonly kind: string
  readonly detail?: string | null
}
const most = 8

export function recentOf(account: string): readonly Found[] {
  const kept = keptHere(account, 'search')
  return Array.isArray(kept) ? (kept as readonly Found[]) : [] // written below
}
export function rememberChoice(account: string, chosen: Found): void {
  keepHere(account, 'search', [chosen, ...recentOf(account).filter(({ path }) => path !== chosen.path)].slice(0, most))
}
