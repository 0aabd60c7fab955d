// A matter as it is answered 事项的样子, with values as the fields read them.
import type { StepOffer, TimelineEntry, WireMatter, WireRoute } from '@houqin/wire'

type Values = Readonly<Record<string, unknown>>
export type MatterWire = WireMatter<Values>
export type EventWire = TimelineEntry<Values>
export type StepWire = StepOffer<Values>
export type RouteWire = WireRoute<Values>
