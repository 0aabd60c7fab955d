// Deeds of an approval 审批动作.

/** What is done in an approval, in the office's words: `approvalWords` of step-words.ts. */
export type ApprovalDeed =
  | 'ask' | 'agree' | 'refuse' | 'return' | 'transfer' | 'delegate' | 'answer' | 'sign-before' | 'sign-after' | 'unsign' | 'copy'
  | 'withdraw' | 'urge' | 'end' | 'deputise' | 'assign' | 'remind' | 'escalate' | 'pass-late' | 'return-late' | 'stuck'
