// The ballot 计票: how a stage stands by what its approvers have said so far. Pure: the same votes, the same verdict.
import type { ApprovalMode } from '@houqin/wire'

export interface Vote {
  readonly id: string
  readonly kind: 'seat' | 'before' | 'after' | 'delegated' | 'copy'
  readonly parent: string | null
  readonly place: number
  readonly state: 'waiting' | 'open' | 'agreed' | 'refused' | 'closed' | 'told'
}
export interface Verdict {
  readonly verdict: 'open' | 'agreed' | 'refused'
  /** Whose turn it is now, and who need not answer any more. */
  readonly open: readonly string[]
  readonly wait: readonly string[]
  readonly close: readonly string[]
}

/** @param percent of those asked who must agree, in the mode percent. */
export function judge({ mode, percent = 100, votes }: { mode: ApprovalMode; percent?: number | undefined; votes: readonly Vote[] }): Verdict {
  const childrenOf = (id: string, kinds: readonly Vote['kind'][]): readonly Vote[] => votes.filter((vote) => vote.parent === id && kinds.includes(vote.kind))
  const pending = ({ state }: Vote): boolean => state === 'waiting' || state === 'open'
  const isHeld = (vote: Vote): boolean => childrenOf(vote.id, ['before', 'delegated']).some(pending)

  const standing = (vote: Vote): 'pending' | 'agreed' | 'refused' => {
    const added = childrenOf(vote.id, ['before', 'after']).filter(({ state }) => state !== 'closed').map(standing)
    if (vote.state === 'refused' || added.includes('refused')) return 'refused'
    return vote.state === 'agreed' && added.every((one) => one === 'agreed') ? 'agreed' : 'pending'
  }
  // A seat that was given up is asked no more; the others decide.
  const seats = votes.filter(({ kind, state }) => kind === 'seat' && state !== 'closed').toSorted((a, b) => a.place - b.place)
  const standings = seats.map(standing)
  const verdict = verdictOf({ mode, percent, standings })
  if (verdict !== 'open') return { verdict, open: [], wait: [], close: votes.filter(pending).map(({ id }) => id) }

  const turn = mode === 'turn' ? seats[standings.findIndex((one) => one === 'pending')]?.id : undefined
  const isDue = (vote: Vote): boolean => {
    if (isHeld(vote)) return false
    if (vote.kind === 'seat') return mode !== 'turn' || vote.id === turn
    return vote.kind !== 'after' || votes.some(({ id, state }) => id === vote.parent && state === 'agreed')
  }
  return {
    verdict,
    open: votes.filter((vote) => vote.state === 'waiting' && isDue(vote)).map(({ id }) => id),
    wait: votes.filter((vote) => vote.state === 'open' && !isDue(vote)).map(({ id }) => id),
    close: [],
  }
}

function verdictOf({ mode, percent, standings }: { mode: ApprovalMode; percent: number; standings: readonly ('pending' | 'agreed' | 'refused')[] }): Verdict['verdict'] {
  const count = (wanted: string): number => standings.filter((one) => one === wanted).length
  const agreed = count('agreed')
  const refused = count('refused')
  if (mode === 'any') return agreed > 0 ? 'agreed' : refused > 0 ? 'refused' : 'open'
  if (mode === 'percent') {
    const needed = percent * standings.length
    if (agreed * 100 >= needed) return 'agreed'
    return (standings.length - refused) * 100 < needed ? 'refused' : 'open'
  }
  return refused > 0 ? 'refused' : agreed === standings.length ? 'agreed' : 'open'
}
