import { icons, shapes } from './drawings.js';

export type IconName = keyof typeof icons;
export type ShapeName = keyof typeof shapes;

/** A line drawing beside a text; it says nothing on its own. */
export function Icon({ name, size }: { name: IconName; size?: 's' | 'l' }) {
  return (
    <svg className={size ? `i i--${size}` : 'i'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {icons[name]}
    </svg>
  );
}

/** The filled sign that tells a state apart without colour. */
export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}

/** The mark of the house. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect width="36" height="36" rx="7" fill="#0055cc" />
      <path d="M6 24.5h24" stroke="#ffe615" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M7.5 24c0-7 4.5-12 10.5-12s10.5 5 10.5 12M12.8 23.5v-8.3M18 23.5V12.3M23.2 23.5v-8.3" fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  );
}
