import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface Props {
  readonly title?: ReactNode;
  /** To the right of the title: a small choice or a quiet word. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Takes the height it is given and lets its content scroll. */
  readonly fills?: boolean;
  readonly className?: string | undefined;
}

/** A white sheet with a hairline around it, a region for readers when it has a title. */
export function Panel({ title, aside, children, fills = false, className }: Props) {
  const headingId = useId();
  return (
    <section
      className={[classes.panel, fills ? classes.fills : '', className].filter(Boolean).join(' ')}
      {...(title ? { 'aria-labelledby': headingId } : {})}
    >
      {title && (
        <header className={classes.head}>
          <h2 className={classes.title} id={headingId}>
            {title}
          </h2>
          {aside && <div className={classes.aside}>{aside}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
