import { FitVerificationService } from '../calibration/fit-verification.service.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { type AddCommand, NegativeResult } from './command.ts'

export const measurementVerify: AddCommand = (program, context) => {
  program
    .command('measurement:verify')
    .description('compute every stored fit again; exit code 1 and one line for each whose figures differ')
    .action(async () => {
      const app = await context.openApplication()
      const verification = app.get(FitVerificationService, { strict: false })
      let [verified, differing, others] = [0, 0, 0]
      for (const organizationId of await app.get(LookupQueries, { strict: false }).organizationIds()) {
        for await (const { id, difference, isOfAnotherVersion } of verification.verify(organizationId)) {
          if (isOfAnotherVersion) others += 1
          else verified += 1
          if (difference === null) continue
          differing += 1
          context.print(`${id}: ${difference}`)
        }
      }
      const unsaid = others > 0 ? `, ${others} of another version of the model not computed` : ''
      context.print(`${verified} fits computed again, ${differing} differ${unsaid}`)
      if (differing > 0) throw new NegativeResult(`${differing} fits differ`)
    })
}
