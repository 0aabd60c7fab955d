// The audit 审计: one deed as it was recorded, and how far the chain of them holds.

/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface WireAuditEntry<At = string> {
  readonly id: string
  readonly at: At
  /** The account's id; left out when it was nobody signed in, or the system itself. */
  readonly actor?: string
  /** The name as it was that day: it stays when the person is renamed or merged. */
  readonly actorName: string
  readonly session?: string
  readonly ip?: string
  /** `subsystem.verb`, such as `service-desk.dispatch`. */
  readonly action: string
  readonly subject?: { readonly kind: string; readonly id: string }
  /** One sentence for the person who reads the audit. */
  readonly summary: string
  /** What the subject held before and after, as JSON; what JSON cannot hold is written as JSON writes it. */
  readonly before?: unknown
  readonly after?: unknown
}
export interface AuditVerification<At = string> {
  /** Links that hold, counted from the first. */
  readonly sealed: number
  /** Entries waiting for their seal. */
  readonly unsealed: number
  /** The last link that holds, to be written down outside this database: who can rewrite it all can rewrite the chain. */
  readonly head?: { readonly seq: string; readonly chain: string }
  /** What is wrong with the first link, or first unsealed entry, that does not hold. */
  readonly firstBroken?: BrokenLink<At>
}
export interface BrokenLink<At = string> {
  /** Left out for an entry that no link names. */
  readonly seq?: string
  /** Left out where a link itself is gone. */
  readonly entryId?: string
  /** `cut`: a head that was written down elsewhere is no longer in the chain; `forged`: it was not this house that wrote it down. */
  readonly kind: 'changed' | 'removed' | 'inserted' | 'relinked' | 'unknown-suite' | 'cut' | 'forged'
  /** When the link was made, the entry written, or the head noted. */
  readonly at: At
  /** What should stand there and what does: fingerprints in hex, or a few words. */
  readonly expected: string
  readonly found: string
}
