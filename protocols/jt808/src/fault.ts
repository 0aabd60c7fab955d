// What was wrong with bytes: a reason that can be counted, a sentence for whoever looks, never an exception.

/** Why a frame, a packet, a body or a part of one could not be read as it claims to be. */
export type FaultReason =
  | 'garbage' | 'too-long' | 'escape' | 'too-short' | 'checksum'
  | 'length' | 'phone' | 'version' | 'encrypted' | 'part' | 'part-limit' | 'part-lost'
  | 'clipped' | 'trailing' | 'item-length' | 'item-clipped' | 'unknown-message' | 'value'

export interface Fault {
  readonly reason: FaultReason
  /** What exactly, in English, for the technical log. */
  readonly says: string
}

export function faultOf(reason: FaultReason, says: string): Fault {
  return { reason, says }
}
