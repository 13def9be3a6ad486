/** An address breaks where it reads well, before the @, when its place is narrow. */
export const EmailAddress = ({ email }: { email: string }) => {
  const at = email.lastIndexOf('@')
  return (
    <span>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </span>
  )
}
