// Plants 埋点 of the places: a lease that has run out and a stewardship about to, on purpose, so that somebody finds them.

export const plants = Object.freeze({
  /** Somebody still works there. */
  leaseEnded: Object.freeze({ site: '婚姻登记中心', days: 19 }),
  /** Nobody has been named to follow. */
  stewardshipEnds: Object.freeze({ site: '园林绿化养护站', days: 6 }),
})
