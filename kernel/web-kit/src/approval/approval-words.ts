// What approvals are called on the screen 审批用语.
import type { ApprovalMode, SignatureRule, WireRoute, WireTask } from '@houqin/wire'
import type { Say } from '../words/locale.ts'

export function modeText(mode: ApprovalMode, percent: number | null, say: Say): string {
  if (mode === 'percent') return say(`${percent ?? 100}% 同意`, `${percent ?? 100}% agree`)
  return { all: say('会签', 'All'), any: say('或签', 'Any one'), turn: say('依次', 'In turn') }[mode]
}
export function signatureText(rule: SignatureRule, say: Say): string {
  return { none: say('不签名', 'No signature'), stored: say('要签名', 'To be signed'), drawn: say('当场手写签名', 'Signed by hand on the spot') }[rule]
}
export function outcomeText(outcome: WireRoute['outcome'], say: Say): string {
  return {
    open: say('审批中', 'Being approved'), passed: say('已通过', 'Passed'), refused: say('不同意', 'Refused'), returned: say('已驳回', 'Sent back'),
    withdrawn: say('已撤回', 'Withdrawn'), ended: say('已终止', 'Ended'),
  }[outcome]
}
export function taskStateText({ state, kind, person }: Pick<WireTask, 'state' | 'kind' | 'person'>, say: Say): string {
  if (kind === 'copy') return say('抄送', 'Copy')
  if (isVacant({ state, person })) return say('空缺', 'Vacant')
  return {
    waiting: say('未到', 'Later'), open: say('待办', 'Waiting'), agreed: say('同意', 'Agreed'), refused: say('不同意', 'Refused'), closed: say('不需再办', 'Not needed'), told: say('抄送', 'Copy'),
  }[state]
}
/** Its turn has come and nobody holds it. */
export function isVacant({ state, person }: Pick<WireTask, 'state' | 'person'>): boolean {
  return state === 'open' && person === null
}
export function taskKindText(kind: WireTask['kind'], say: Say): string {
  return { seat: '', before: say('前加签', 'Added before'), after: say('后加签', 'Added after'), delegated: say('受委派', 'Delegated'), copy: '' }[kind]
}
/** What a button says. */
export function actionText(action: string, say: Say): string {
  const texts: Readonly<Record<string, string>> = {
    agree: say('同意', 'Agree'), refuse: say('不同意', 'Refuse'), return: say('驳回', 'Send back'), transfer: say('转办', 'Hand over'), delegate: say('委派', 'Delegate'),
    'sign-before': say('前加签', 'Add a signer before me'), 'sign-after': say('后加签', 'Add a signer after me'), unsign: say('减签', 'Remove'), copy: say('抄送', 'Send a copy'),
    withdraw: say('撤回审批', 'Withdraw'), urge: say('催办', 'Urge'),
  }
  return texts[action] ?? action
}
