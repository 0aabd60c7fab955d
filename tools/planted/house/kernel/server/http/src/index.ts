// A kernel package that reaches into another by its path, names a library it does not list, and lists one in vain.
import { open } from '../../db/src/index.ts'
import { z } from 'zod'
import { gone } from './gone.ts'
export const serve = [open, z, gone]
