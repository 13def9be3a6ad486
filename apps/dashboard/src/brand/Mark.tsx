import { useId } from 'react'

/**
 * The mark: the chamfered cartouche of an assay office's punch, and in it an A whose bar is a level beam.
 * Decoration beside the written name; alone it needs a label from whoever places it.
 */
export const Mark = ({ size = 28, label }: { size?: number; label?: string }) => {
  const title = useId()
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      {...(label ? { role: 'img', 'aria-labelledby': title } : { 'aria-hidden': true })}
    >
      {label && <title id={title}>{label}</title>}
      <path d="M9 1h14l8 8v14l-8 8H9l-8-8V9z" fill="var(--assay-palette-primary-main)" />
      <path
        d="M9.5 24 16 8l6.5 16"
        fill="none"
        stroke="var(--assay-palette-primary-contrastText)"
        strokeWidth="2.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M7.5 18.2h17"
        stroke="var(--assay-palette-brass-beam)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  )
}
