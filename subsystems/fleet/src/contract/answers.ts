// What the fleet's own routes answer 接口的回答, for server and console alike. Days are YYYY-MM-DD; `At` is an instant, a Date in the house and ISO 8601 on the wire.
import type { ReportCell } from '@houqin/define'
import type { AuditedSubject, LedgerAudit } from '@houqin/wire'
import type { Days, MonthKilometres } from './account/kilometres.ts'
import type { Command, CommandKind, CommandState } from './command.ts'
import type { Insurance } from './office/insurance.ts'
import type { UsePurpose } from './office/use.ts'
import type { SealFinding } from './seal-check.ts'
import type { Vehicle, VehicleUse } from './vehicle.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** Decimal strings: yuan, litres, kWh, km. */
export interface AccountMonth extends Omit<MonthKilometres, 'vehicle'> {
  readonly litres: string | null
  readonly kwh: string | null
  readonly fuelCost: string | null
  readonly repair: string | null
  readonly insurance: string | null
  readonly toll: string | null
  readonly other: string | null
  readonly total: string | null
  readonly perKm: string | null
  readonly perHundred: string | null
}
/** `GET /api/fleet/account`. */
export interface CarAccount {
  readonly vehicle: {
    readonly id: string; readonly plate: string; readonly name: string; readonly organ: Named
    readonly use: VehicleUse; readonly energy: Vehicle['energy']; readonly boughtOn: string; readonly odometer: number | null; readonly tank: number | null
  }
  readonly days: Days
  /** Of the period, as the report of all cars has it; null where it neither drove nor cost anything. */
  readonly sums: Readonly<Record<string, ReportCell>> | null
  readonly months: readonly AccountMonth[]
}

export interface LoggedJourney<At> {
  readonly number: string
  readonly purpose: UsePurpose
  readonly why: string
  readonly whence: string
  readonly whither: string
  readonly asker: string | null
  readonly organ: string | null
  readonly car: Named
  readonly leftAt: At
  readonly cameAt: At | null
  readonly odometerOut: number | null
  readonly odometerBack: number | null
  /** By the odometer, km; null until it is back. */
  readonly kilometres: number | null
  /** By the terminal, km with one digit; null where it heard nothing. */
  readonly terminalKm: string | null
  /** 元. */
  readonly cost: string | null
  /** By an approved slip it is duty. Private is what an inquiry found to be driven without approval; ask is what does not add up or is being asked about. */
  readonly nature: 'duty' | 'private' | 'ask'
  /** Why it is not simply duty, and that it was at night or on a day off. */
  readonly notes: readonly { readonly zh: string; readonly en: string }[]
}
/** `GET /api/fleet/driver-log`. */
export interface DriverLog<At> {
  /** YYYY-MM. */
  readonly month: string
  /** Null for somebody who drives nobody. */
  readonly driver: Named | null
  /** With journeys in that month, those with most first; only himself for a driver. */
  readonly drivers: readonly (Named & { readonly journeys: number })[]
  readonly journeys: readonly LoggedJourney<At>[]
}

export interface PoolCar {
  readonly id: string
  readonly plate: string
  readonly brand: string
  readonly organ: Named
  readonly age: number
  /** Days on which it was out, hours, km and what it cost in the twelve months; decimal strings. */
  readonly days: number
  readonly hours: number
  readonly km: string | null
  readonly total: string | null
  /** What is saved each year without it: insurance, inspection, upkeep, washing. Fuel and tolls are burnt by whoever drives instead. */
  readonly fixed: string
  /** Neither trips nor slips tell of half of what it drove: nothing can be said of it, and it is given up by no proposal. */
  readonly unproven: boolean
}
export interface DayPeak {
  /** In Shanghai. */
  readonly day: string
  readonly most: number
  /** When it began to be that many, in milliseconds. */
  readonly at: number
}
export interface Pool {
  readonly size: string
  readonly cars: readonly PoolCar[]
  /** Of all organs chosen together; requests that were refused are counted in as if a car had gone. */
  readonly peaks: readonly DayPeak[]
  readonly organs: readonly { readonly organ: Named; readonly cars: number; readonly peak: number }[]
  readonly week: readonly (readonly number[])[]
  /** The cheapest contract that holds today for cars of this size, yuan a day; null where there is none. */
  readonly rent: string | null
}
/** `GET /api/fleet/right-sizing`. */
export interface RightSizing<At> {
  readonly use: VehicleUse
  readonly days: Days
  /** Organs that have cars of the class. */
  readonly organs: readonly (Named & { readonly cars: number })[]
  readonly unmet: readonly { readonly number: string; readonly why: string; readonly from: At; readonly to: At; readonly passengers: number; readonly hired: boolean }[]
  readonly pools: readonly Pool[]
}
/** A row of `GET /api/fleet/right-sizing/day`. */
export interface OutOnADay<At> {
  readonly car: Named
  readonly organ: string
  readonly from: At
  readonly to: At
  /** The slip it was out by; null where only the terminal heard it. */
  readonly number: string | null
}

/** A car of `GET /api/fleet/utilisation`. */
export interface UsedCar {
  readonly id: string
  readonly plate: string
  readonly brand: string
  readonly organ: Named
  readonly use: VehicleUse
  readonly size: string
  /** A terminal was heard or a slip sent it; else nobody can say whether it was out. */
  readonly known: boolean
  /** Working days, and days of rest, on which it was out. */
  readonly days: number
  readonly restDays: number
  readonly hours: number
  /** The last day on which it was out; null for none. */
  readonly last: string | null
}
/** Cars of a class or an organ; days and hours are those of the cars that are known of. */
export interface UsedGroup {
  readonly key: string
  readonly name: string
  readonly cars: number
  readonly known: number
  readonly days: number
  readonly restDays: number
  readonly hours: number
  /** Most at once, and on which day. */
  readonly peak: number
  readonly peakDay: string | null
  /** Known of and out on no day. */
  readonly idle: number
}
/** `GET /api/fleet/utilisation`. */
export interface Utilisation {
  readonly days: Days
  readonly workingDays: number
  readonly cars: readonly UsedCar[]
  readonly uses: readonly UsedGroup[]
  readonly organs: readonly UsedGroup[]
  readonly months: readonly {
    /** YYYY-MM. */
    readonly month: string
    readonly workingDays: number
    readonly out: number
    readonly idle: number
    readonly days: number
    readonly hours: number
    readonly peak: number
    readonly peakDay: string | null
  }[]
}

/** A row of `GET /api/fleet/commands`. */
export interface CommandRow<At> {
  readonly id: string
  readonly vehicle: { readonly id: string; readonly plate: string }
  readonly terminal: string
  readonly kind: CommandKind
  readonly given: Command
  readonly state: CommandState
  /** Of a terminal that refuses: 1 failed, 2 wrong, 3 unsupported. */
  readonly code: number | null
  /** `link`: the link ended before the answer. `gateway`: the gateway that had it is gone, and nobody knows whether it was heard. `away`: the terminal was not connected. */
  readonly why: 'link' | 'gateway' | 'away' | null
  /** Parameters of the terminal by their names. */
  readonly answer: Readonly<Record<string, string | number>> | null
  readonly askedBy: { readonly account: string; readonly name: string }
  readonly askedAt: At
  readonly secondBy: { readonly account: string; readonly name: string } | null
  readonly sentAt: At | null
  readonly settledAt: At | null
}

/** `unheard`: its terminal said nothing on any of the days, or it has none: somebody goes and looks. */
/** `seen`: its terminal said nothing and somebody looked at the car. */
export type Verified = 'stood' | 'moved' | 'unheard' | 'seen' | 'exempt'
export interface VerifiedCar<At> {
  readonly vehicle: Named
  readonly organ: Named
  readonly state: Verified
  /** Why it was let off. */
  readonly reason: string | null
  readonly trips: number
  readonly km: number
  /** The first day on which it drove; null where it did not. */
  readonly day: string | null
  readonly firstAt: At | null
  readonly parking: string | null
  /** Whether it was seen last where it belongs; null where its place is not drawn or nothing was seen. */
  readonly atPlace: boolean | null
  /** The inquiry into it. */
  readonly inquiry: { readonly number: string; readonly finding: string | null } | null
  /** The last look at it; null where nobody looked. */
  readonly check: { readonly id: string; readonly found: SealFinding; readonly seenAt: string; readonly seenBy: string; readonly place: string; readonly odometer: number | null } | null
  /** The last reading of its odometer before; of one whose terminal was heard it is not asked for. */
  readonly before: { readonly odometer: number; readonly day: string } | null
  /** Days of the immobilisation on which its terminal spoke. */
  readonly heardDays: number
  /** In the ledger: why nothing may have been heard. */
  readonly terminal: 'inUse' | 'faulty' | null
  /** Asked to be let off and not decided yet. */
  readonly asked: string | null
}
/** A row of `GET /api/fleet/immobilisations`. */
export interface ComingImmobilisation extends Named {
  readonly begins: string
  readonly ends: string
}
/** `GET /api/fleet/immobilisations/{id}/verification`. */
export interface Verification<At> {
  readonly immobilisation: Named & { readonly begins: string; readonly ends: string; readonly concludedOn: string | null; readonly conclusion: string | null }
  /** Its first day has come; before that the list says what will be sealed. */
  readonly begun: boolean
  /** It is over; before that what has been so far. */
  readonly over: boolean
  /** How many days of it have been, today among them. */
  readonly days: number
  /** What keeps it from being concluded: cars that moved without anybody asking why, and cars nobody heard or saw. */
  readonly open: { readonly moved: number; readonly unheard: number }
  readonly organs: readonly ({ readonly organ: Named; readonly cars: number; readonly elsewhere: number; readonly asked: number } & Readonly<Record<Verified, number>>)[]
  readonly cars: readonly VerifiedCar<At>[]
}

/** A row of `GET /api/fleet/my-cars`. */
export interface MyCar {
  readonly id: string
  readonly plate: string
  readonly brand: string
  /** km as registered last. */
  readonly odometer: number | null
  /** Of the repair that is under way, so that it is not asked for twice. */
  readonly repair: string | null
}
/** A row of `GET /api/fleet/class-quotas`. */
export interface ClassQuota {
  readonly organ: Named
  readonly quota: number
  readonly held: number
}
/** A row of `GET /api/fleet/papers-due`. */
export interface DuePapers {
  readonly id: string
  readonly plate: string
  readonly brand: string
  readonly organ: string
  /** The last day; null where none is entered. */
  readonly until: string | null
  /** Of what is under way for it. */
  readonly number: string | null
  readonly version: number | null
  /** What was bought for the year that ends, each kind once; empty for inspections. */
  readonly last: readonly { readonly kind: Insurance['kind']; readonly insurer: Named; readonly premium: string; readonly until: string }[]
}

/** `GET /api/fleet/evidence`: what a terminal and the slips say about the moments that a matter is about. */
export interface Evidence<At, Finding> {
  readonly vehicle: Named
  /** Alarms that brought the matter about or joined it, the earliest first. */
  readonly alarms: readonly {
    readonly id: string
    readonly title: string
    /** When it happened by the car's clock, as far as it is known. */
    readonly begins: At
    readonly ends: At
    readonly longitude: number | null
    readonly latitude: number | null
    readonly finding: Finding | null
  }[]
  /** What is looked at: the alarms, or the moment asked about, and half an hour around. Null where neither is known. */
  readonly from: At | null
  readonly to: At | null
  /** Whether there is a position of those hours to look at. */
  readonly heard: boolean
  readonly slips: readonly { readonly number: string; readonly kind: string; readonly whither: string; readonly driver: string; readonly from: At; readonly to: At }[]
}
/** `GET /api/fleet/audit`. */
export interface FleetAudit extends Pick<LedgerAudit, 'asOf' | 'checked' | 'breaches' | 'warnings'> {
  readonly standards: readonly (Pick<LedgerAudit, 'checked' | 'breaches' | 'warnings'> & { readonly id: string; readonly title: string })[]
  /** At most 2,000 a standard; the counts are of all. Cars of a grade are in no ledger of these. */
  readonly rows: readonly (AuditedSubject & { readonly standard: { readonly id: string; readonly title: string } })[]
}
/** `GET /api/fleet/completeness`. */
export interface Completeness {
  readonly fields: readonly { readonly name: string; readonly label: string }[]
  /** Those with most missing first. */
  readonly organs: readonly {
    readonly organ: Named
    readonly cars: number
    /** Cars with nothing missing. */
    readonly complete: number
    readonly missing: Readonly<Record<string, number>>
  }[]
  readonly cars: number
  readonly complete: number
}
