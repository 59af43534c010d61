/** The sign of the app: scenes that a link joins. */
export function Mark() {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M7.6 14.2 14 7.2M9.4 16.6h6.2M16.6 7.6l1 6.4" />
      <circle cx="6" cy="16.4" r="2.6" />
      <circle cx="16" cy="5.4" r="2.2" />
      <circle cx="18" cy="16.6" r="2.4" />
    </svg>
  );
}
