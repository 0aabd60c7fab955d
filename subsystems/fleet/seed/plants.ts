// Plants 埋点: what is wrong with the demonstration's cars on purpose, so that every rule has something to find.
export const plants = Object.freeze({
  /** Older than eight years; the first few of them dearer and larger than anything since the reform. */
  keptLong: 18,
  beyondTheLimits: 4,
  /** A driver whose licence ended so many days ago, far enough down the list that nobody sends him. */
  licenceEnded: Object.freeze({ nth: 60, days: 5 }),
  /** One car of this class more than it was approved. */
  overQuota: Object.freeze({ organ: '公车中心', use: 'emergency' as const }),
  /** Of the cars that have a track, and how many times it was thrown about yesterday. */
  jumping: Object.freeze({ nth: 7, times: 34 }),
  /** Of the cars that have a track, what each did yesterday. */
  speeding: Object.freeze({ nth: 3, kmh: 138 }),
  idling: Object.freeze({ nth: 9, minutes: 47 }),
  fuelTaken: Object.freeze({ nth: 18, litres: 23 }),
  outside: Object.freeze({ nth: 15, minutes: 24 }),
  onBarredGround: Object.freeze({ nth: 21, minutes: 16 }),
  atNight: Object.freeze({ minutes: 26 }),
  /** Yesterday, of the cars that are dispatched: one drove without a slip, one stood through its own, one went elsewhere. */
  slips: Object.freeze({ without: 1, unmoved: 1, missed: 1 }),
  /** A car in use whose terminal has said nothing for so many hours. */
  silentHours: 80,
  /** A car whose brakes were mended twice within their warranty, so many days ago. */
  mendedAgain: Object.freeze({ nth: 12, daysAgo: Object.freeze([128, 52]) }),
  /** The gearbox that an old car was given, 元. */
  dearToMend: Object.freeze({ price: '13800.00' }),
  /** A car in use by a post for so many days. */
  standingTooLong: Object.freeze({ days: 400 }),
  /** Sealed until it is disposed of, and yet on the road so many minutes ago. */
  sealedOnTheRoad: Object.freeze({ kmh: 38, minutes: 14 }),
  /** On the National Day so many sealed cars moved, each on a day of its own, of the last nobody has asked why; so many stood all the days, and not where they belong; of those without a word so many have not been looked at. */
  holiday: Object.freeze({ moved: 4, elsewhere: 3, unseen: 5 }),
  /** Of all cars as they were bought: one with a luxury interior, one borrowed, one donated. */
  luxury: 71, borrowed: 73, donated: 77,
  /** Of so many cars one lacks it in the ledger. */
  incomplete: Object.freeze({ engine: 61, registeredOn: 83 }),
  /** What is wrong in the books of the year, each in the books of one car. */
  account: Object.freeze({
    /** Of the shared cars with slips: its terminal heard this share of what the slips say. */
    inSlips: Object.freeze({ nth: 3, heard: 0.7 }),
    /** Of whoever drives most: nothing was entered in these months. */
    noFuelEntered: Object.freeze({ months: [3, 4] }),
    /** Of the cars with a terminal and a tank: the last filling of one is more than its tank, another was filled in the evening while it stood at home, far from the station, a third was filled again two days later. */
    /** A repair at a shop nobody appointed, 元. */
    elsewhere: '2680.00',
    fuel: Object.freeze({ beyondTank: Object.freeze({ nth: 11, share: 1.36 }), elsewhere: Object.freeze({ at: '20:40' }), again: Object.freeze({ nth: 37, litres: 38 }) }),
  }),
})
