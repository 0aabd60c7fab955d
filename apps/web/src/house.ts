// The house as this console was built: the index of its parts, and where each is fetched.
import { openHouse } from '@houqin/web-kit'
import { webParts } from './subsystems.ts'

export const house = openHouse(builtParts, webParts)
