import type { Job } from '../../core/app/job'

interface JobProgressProps {
  readonly job: Job
  /** What is being done, in words. */
  readonly label: string
}

/** How far main is with what takes it longer than one waits without asking. */
export function JobProgress({ job, label }: JobProgressProps) {
  return (
    <p class="job">
      <span>{label}</span>
      <progress aria-label={label} max={1} value={job.share ?? undefined} />
    </p>
  )
}
