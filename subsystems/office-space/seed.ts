// Office space of the demonstration district: who sits where, what each organ was given, and what is wrong on purpose.
export { keptOffices, plants } from './seed/plants.ts'
export { districtSeating } from './seed/seating.ts'
export type { Entered, Seating, SeedAllotment, SeedSeat } from './seed/seating.ts'
