// How urgent a repair is 紧急程度.

/** Urgent runs day and night; the others run in working hours. */
export const urgencies = Object.freeze({
  urgent: '紧急：有危险或无法办公',
  normal: '一般',
  low: '不急',
} as const)
export type Urgency = keyof typeof urgencies
