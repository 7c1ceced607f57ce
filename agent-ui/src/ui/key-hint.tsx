import classes from './key-hint.module.css';

/** The key beside a command, as in «Створити Ins». Readers hear it through `aria-keyshortcuts` of the command itself. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd className={classes.key} aria-hidden>
      {children}
    </kbd>
  );
}
