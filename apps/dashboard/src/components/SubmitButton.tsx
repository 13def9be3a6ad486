import { ExplainedButton, type ExplainedButtonProps } from './ExplainedButton.tsx'
import { Spinner } from './Spinner.tsx'

/** Shows that it works, and stays focusable meanwhile so that nobody working by keyboard loses their place. */
export const SubmitButton = ({
  sending,
  startIcon,
  ...props
}: ExplainedButtonProps & { sending: boolean }) => (
  <ExplainedButton
    type="submit"
    variant="contained"
    {...props}
    aria-disabled={sending || undefined}
    startIcon={sending ? <Spinner size={16} /> : startIcon}
  />
)
