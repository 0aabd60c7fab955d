// Plants 埋点 of the regulations: a revision whose natural first day is taken already.

export const plants = Object.freeze({
  /** Its next version begins with the new year; a further revision stands before being issued and cannot begin on that day. */
  takenDay: Object.freeze({ rule: '清溪区机关大院车辆停放管理办法', begins: (day: string) => `${Number(day.slice(0, 4)) + 1}-01-01` }),
})
