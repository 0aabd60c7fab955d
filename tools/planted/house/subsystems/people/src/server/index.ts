// Server code that draws.
import { useState } from 'react'
export const person = useState
export const load = (name: string): Promise<unknown> => import(name)
