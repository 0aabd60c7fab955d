// A bootstrap that needs what it is about to install.
import { open } from '@houqin/db'
open()
