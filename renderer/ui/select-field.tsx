interface SelectFieldProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
  /** Whether it does not count, for another choice stands in its place. */
  readonly disabled?: boolean
}

/** A labelled choice of one of a few. */
export function SelectField<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
}: SelectFieldProps<T>) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
