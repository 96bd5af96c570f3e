interface NameFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly maxLength: number
  /** The reader is done with the name: left the field, or pressed Enter. */
  readonly onChange: (name: string) => void
}

/** A name to be changed in place. */
export function NameField({ label, placeholder, value, maxLength, onChange }: NameFieldProps) {
  return (
    <input
      class="name-field"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      maxLength={maxLength}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
