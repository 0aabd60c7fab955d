// Plants 埋点 of the service desk: repairs that are overdue on purpose, those due today, and a room cooled too far.

export const plants = Object.freeze({
  /** How many stand overdue, by where they stopped. */
  overdue: Object.freeze({ asked: 1, dispatched: 3, working: 2, paused: 1 }),
  /** Promised for today and still open. */
  dueToday: 6,
  /** Sent back for more, and not answered yet. */
  returned: 2,
  /** Reported twice by two people and merged. */
  merged: 12,
  /** Cooled in a season that needs none; the reading raises an alarm and the alarm a repair. */
  tooCold: Object.freeze({ site: '行政审批中心', purpose: 'hall', celsius: 22.4, minutes: 12 }),
  /** A purchase too large to be one of repair materials: it cannot be handed in. */
  tooDear: Object.freeze({ material: 'LED 筒灯', quantity: '42000', amount: '1176000.00', what: '全区公房走廊和大厅照明一次换新，筒灯统一采购' }),
})
