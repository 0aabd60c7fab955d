// A kernel package in a circle with another, which knows a subsystem and uses what is for tests.
import { serve } from '@houqin/http'
import { person } from '@houqin/people'
import { check } from 'fast-check'
export const open = [serve, person, check]
