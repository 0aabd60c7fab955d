// Duty, private or to be asked about 性质: in words.
import type { Say } from '@houqin/web-kit'
import type { LoggedJourney } from '../../contract/answers.ts'

export function natureText({ nature }: Pick<LoggedJourney<string>, 'nature'>, say: Say): string {
  return { duty: say('公务', 'Duty'), private: say('私用', 'Private'), ask: say('待查', 'To be asked') }[nature]
}
