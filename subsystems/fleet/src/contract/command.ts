// A command to a terminal 终端指令: what an officer may ask of the box in a car, and how that can end.

export const commandKinds = Object.freeze({ locate: '立即定位', text: '下发文字', track: '密集跟踪', read: '读取参数', set: '设置参数', confirm: '确认报警' } as const)
export type CommandKind = keyof typeof commandKinds

/** Seconds, km/h; what a terminal can hold and a car has use for. */
export const commandLimits = Object.freeze({
  intervalSeconds: { min: 5, max: 3600 }, maxSpeed: { min: 20, max: 160 }, trackEvery: { min: 5, max: 300 }, trackFor: { min: 60, max: 7200 },
  /** Bytes of GBK the standard allows is 1024: two of each Hanzi. */
  words: 400,
} as const)

export type Command =
  | { readonly kind: 'locate' }
  | { readonly kind: 'text'; readonly words: string; readonly urgent: boolean; readonly aloud: boolean }
  /** Every so many seconds for so many seconds; 0 ends it. */
  | { readonly kind: 'track'; readonly every: number; readonly lasts: number }
  | { readonly kind: 'read' }
  | { readonly kind: 'set'; readonly intervalSeconds?: number | undefined; readonly maxSpeed?: number | undefined; readonly server?: string | undefined; readonly port?: number | undefined }
  /** Bits of the alarms that are acknowledged, as the terminal reported them. */
  | { readonly kind: 'confirm'; readonly alarms: number }

/** `sent` and not settled: the terminal has been told and has not answered yet. */
export const commandStates = Object.freeze({
  confirming: '待另一人确认', queued: '待下发', sent: '已下发，等终端应答', ok: '成功', rejected: '终端拒绝', timeout: '终端没有应答', offline: '终端不在线', withdrawn: '已撤回',
} as const)
export type CommandState = keyof typeof commandStates

/** A terminal that is sent to a wrong server is gone: two people look at it. */
export function needsSecond(command: Command): boolean {
  return command.kind === 'set' && (command.server !== undefined || command.port !== undefined)
}
