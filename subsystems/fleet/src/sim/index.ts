// The fleet's own cars for a demonstration: what the ledger knows, driven.
export { carsOnTheRoad } from './on-the-road.ts'
