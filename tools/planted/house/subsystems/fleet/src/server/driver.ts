// Server code that reaches behind a neighbour's contract.
import { person } from '@houqin/people/server'
export const driver = person
